import { writeUnread } from "#edi/837/claim-writer.ts";
import { professionalStyle } from "#edi/837p/write-professional.ts";
import { problemList } from "#edi/x12/problem.ts";
import type { Benchmark, OpenBenchmark } from "../frame/benchmark.ts";
import { Stage } from "../frame/stage.ts";
import { professionalClaims } from "./claims-of-size.ts";
import { templateFile } from "./template-file.ts";
import { startX12Contender, type X12Case } from "./x12-contender.ts";

const cases: readonly X12Case[] = [
  {
    name: "837P, 1,000 claims",
    unit: "MB/s",
    guide: "837P",
    claims: 1000,
    targets: [{ ratioAtLeast: 0.16 }],
  },
];

const textOf = (bytes: Uint8Array): Promise<string> =>
  Promise.resolve(new TextDecoder().decode(bytes));

const open = async (stage: Stage): Promise<OpenBenchmark> => {
  const few = professionalClaims(3);
  const contenders = [
    {
      ...(await startX12Contender(stage, cases, "write", { name: "writer", role: "subject" })),
      answer: () => textOf(writeUnread(professionalStyle, few, problemList())),
    },
    {
      ...(await startX12Contender(stage, cases, "template", { name: "template", role: "ceiling" })),
      answer: () => textOf(templateFile(few)),
    },
  ];
  const notes = [
    "from claims in memory to bytes, every element cleaned and measured; without reading back what was written",
    "wanted besides the ratio: 40 MB/s on a quiet machine",
  ];
  return { cases, contenders, notes, close: () => stage.close() };
};

export const x12Generate: Benchmark = {
  name: "x12.generate",
  summary:
    "turning typed claims into the bytes of an 837, against templates that know every segment of it",
  open: () => Stage.fill(open),
};
