import { z } from "zod";
import type { Benchmark, Case, Contender, OpenBenchmark } from "../frame/benchmark.ts";
import { startChild } from "../frame/child.ts";
import { cpuMsOfPostgres } from "../frame/process-usage.ts";
import { Stage } from "../frame/stage.ts";
import { layGround, type Ground } from "../ground/ground.ts";
import { peopleCount } from "./made-up-people.ts";

const cases: readonly Case[] = [
  { name: `${peopleCount.toLocaleString("en")} people, FHIR NDJSON`, unit: "people/s" },
];

const answerSchema = z.object({
  people: z.number(),
  seconds: z.number(),
  cpuMs: z.number(),
  mostRssMb: z.number(),
});

/** One whole import for each measurement, however long it takes. */
const startContender = async (
  stage: Stage,
  { place, postgres }: Ground,
  kind: "product" | "bare",
): Promise<Contender> => {
  const child = await startChild("import-people/import-process.ts", {
    BENCH_IMPORT: kind,
    BENCH_PLACE: JSON.stringify(place),
  });
  stage.onClose(() => child.stop());
  const isProduct = kind === "product";
  return {
    name: isProduct ? "import" : "parse and insert",
    role: isProduct ? "subject" : "ceiling",
    measure: async () => {
      const before = cpuMsOfPostgres(postgres.pid);
      const { people, seconds, cpuMs, mostRssMb } = answerSchema.parse(await child.ask({}));
      const after = cpuMsOfPostgres(postgres.pid);
      return {
        value: people / seconds,
        failures: 0,
        figures: {
          nodeCpuMs: cpuMs / people,
          postgresCpuMs: before === null || after === null ? null : (after - before) / people,
          rssMb: mostRssMb,
        },
      };
    },
  };
};

const open = async (stage: Stage): Promise<OpenBenchmark> => {
  const ground = await layGround(stage);
  const contenders = [
    await startContender(stage, ground, "product"),
    await startContender(stage, ground, "bare"),
  ];
  const own =
    "each import into an empty register; the product looks at everybody before it takes them one by one, with history, names to search by and a line in the trail; RSS is the most the process ever had";
  return {
    cases,
    contenders,
    notes: [...ground.notes, own],
    close: () => stage.close(),
  };
};

export const importPeople: Benchmark = {
  name: "import.people",
  summary:
    "ten thousand people from a file of another system: read, looked at for doubles, registered and kept as received; beside the same lines parsed and inserted in bulk",
  open: () => Stage.fill(open),
};
