import type { Benchmark, OpenBenchmark } from "../frame/benchmark.ts";
import { Stage } from "../frame/stage.ts";
import { startX12Contender, type X12Case } from "./x12-contender.ts";

const targets = [{ ratioAtLeast: 0.14 }];
const cases: readonly X12Case[] = [
  { name: "837P, 1,000 claims", unit: "MB/s", guide: "837P", claims: 1000, targets },
  { name: "837P, 10,000 claims", unit: "MB/s", guide: "837P", claims: 10_000, targets },
  { name: "837I, 10,000 claims", unit: "MB/s", guide: "837I", claims: 10_000, targets },
];

const open = async (stage: Stage): Promise<OpenBenchmark> => {
  const contenders = [
    await startX12Contender(stage, cases, "check", { name: "scrubber", role: "subject" }),
    await startX12Contender(stage, cases, "read-whole", { name: "typed claims", role: "ceiling" }),
  ];
  const notes = [
    "claims of six lines in one transaction, each another one; read, made whole and looked at by every rule, with nothing to find",
    "wanted besides the ratio: 10 MB/s on a quiet machine, at any size",
  ];
  return { cases, contenders, notes, close: () => stage.close() };
};

export const x12Validate: Benchmark = {
  name: "x12.validate",
  summary: "letting every rule of the scrubber look at the claims of a file, against reading them",
  open: () => Stage.fill(open),
};
