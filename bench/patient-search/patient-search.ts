import { openPool } from "#server/db/pool.ts";
import type { Benchmark, Case, Contender, OpenBenchmark } from "../frame/benchmark.ts";
import { Stage } from "../frame/stage.ts";
import { layGround } from "../ground/ground.ts";
import { startLoopContender } from "../loop/loop-contender.ts";
import { insertPatients } from "./many-patients.queries.ts";
import { loopNameOf, searchKinds, type SearchKind } from "./search-loops.ts";

/** A search of a hundred times as many people may take half as long again. */
const atMostSlower = 1.5;

/** Three letters are the beginning of five names on a birthday of forty, and of one on a birthday of one: no search of the same answer. */
const withoutLimit: SearchKind = "birth date, three letters";

const cases: readonly Case[] = searchKinds.map((kind) => ({
  name: kind,
  unit: "req/s",
  targets: kind === withoutLimit ? [] : [{ ratioAtLeast: 1 / atMostSlower }],
}));

/** The same searches in a database of its own with so many patients. */
const openSize = async (
  stage: Stage,
  count: number,
  role: Contender["role"],
): Promise<Contender> => {
  const { place, postgres } = await layGround(stage);
  const owner = openPool({ url: postgres.ownerUrl, most: 1 });
  await insertPatients(owner, place.organizationId, count);
  await owner.end();
  const name = `${count.toLocaleString("en-US")} patients`;
  const byCase = new Map<string, Contender>();
  for (const kind of searchKinds) {
    const setting = {
      stage,
      place,
      postgresPid: postgres.pid,
      cases: [{ name: kind, workers: 1, unit: "req/s" as const }],
    };
    byCase.set(kind, await startLoopContender(setting, loopNameOf(kind), name, role));
  }
  return {
    name,
    role,
    measure: (one, seconds) => byCase.get(one.name)?.measure(one, seconds) ?? Promise.resolve(null),
  };
};

const open = async (stage: Stage): Promise<OpenBenchmark> => {
  const many = Number(process.env["BENCH_PATIENTS"] ?? 1_000_000);
  const contenders = [
    await openSize(stage, many, "subject"),
    await openSize(stage, 10_000, "ceiling"),
  ];
  const notes = [
    "each size in a database of its own; the search of the service, in a transaction of the application's role, one at a time",
    "each search answers as many at either size, twenty for a prefix and one for the others; three letters on a birthday answer one and five",
  ];
  return { cases, contenders, notes, close: () => stage.close() };
};

export const patientSearch: Benchmark = {
  name: "patient.search",
  summary:
    "finding twenty patients by what people type, among a million and among ten thousand: what the number of patients costs",
  open: () => Stage.fill(open),
};
