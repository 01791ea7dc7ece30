import type { Benchmark, OpenBenchmark } from "../frame/benchmark.ts";
import { Stage } from "../frame/stage.ts";
import { startX12Contender, type X12Case } from "./x12-contender.ts";

const targets = [{ ratioAtLeast: 0.06 }];
const cases: readonly X12Case[] = [
  { name: "837P, 1,000 claims", unit: "MB/s", guide: "837P", claims: 1000, targets },
  { name: "837P, 100,000 claims", unit: "MB/s", guide: "837P", claims: 100_000, targets },
  { name: "837I, 10,000 claims", unit: "MB/s", guide: "837I", claims: 10_000, targets },
];

const open = async (stage: Stage): Promise<OpenBenchmark> => {
  const contenders = [
    await startX12Contender(stage, cases, "read", { name: "typed claims", role: "subject" }),
    await startX12Contender(stage, cases, "tokens", { name: "byte tokenizer", role: "ceiling" }),
  ];
  const notes = [
    "claims of six lines, in interchanges of 1,000, read in pieces of 64 kB; every claim is made whole and checked by its guide",
    "wanted besides the ratio: 60 MB/s on a quiet machine, and memory that does not grow from 1,000 to 100,000 claims",
  ];
  return { cases, contenders, notes, close: () => stage.close() };
};

export const x12Parse: Benchmark = {
  name: "x12.parse",
  summary:
    "turning the bytes of claims into typed claims, against finding where their elements begin",
  open: () => Stage.fill(open),
};
