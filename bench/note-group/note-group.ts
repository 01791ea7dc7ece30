import { openPool } from "#server/db/pool.ts";
import type { Benchmark, Contender, OpenBenchmark } from "../frame/benchmark.ts";
import { Stage } from "../frame/stage.ts";
import { layGround } from "../ground/ground.ts";
import { startLoopContender, type LoopCase } from "../loop/loop-contender.ts";
import { insertGroups, makeBareNotes, sizes, type GroupSize } from "./group-ground.queries.ts";
import { makePlainTables } from "./same-rows.queries.ts";

const workers = 4;

/** `rows`: all rows of a signature in one statement. `same`: the product's own two statements. `bare`: one narrow row a member. */
const ceilings = {
  rows: { case: "all its rows in one statement", contender: "one statement" },
  same: { case: "the same statements", contender: "read and write" },
  bare: { case: "one bare insert", contender: "unnest" },
} as const;

interface GroupCase extends LoopCase {
  readonly size: GroupSize;
  readonly ceiling: keyof typeof ceilings;
}

const caseOf = (
  size: GroupSize,
  ceiling: GroupCase["ceiling"],
  targets: LoopCase["targets"] = [],
): GroupCase => ({
  name: `${size} members, ${ceilings[ceiling].case}`,
  size,
  ceiling,
  workers,
  unit: "tx/s" as const,
  targets,
});

const cases: readonly GroupCase[] = [
  ...sizes.map((size) =>
    caseOf(size, "rows", size === 12 ? [{ ratioAtLeast: 0.25 }, { p95AtMost: 15 }] : []),
  ),
  caseOf(12, "same", [{ ratioAtLeast: 0.4 }]),
  caseOf(12, "bare"),
];

/** A contender that takes part only in these cases. */
const inCases = (contender: Contender, names: readonly string[]): Contender => ({
  ...contender,
  measure: (one, seconds) =>
    names.includes(one.name) ? contender.measure(one, seconds) : Promise.resolve(null),
});

const open = async (stage: Stage): Promise<OpenBenchmark> => {
  const { place, postgres, clinic, notes } = await layGround(stage);
  const owner = openPool({ url: postgres.ownerUrl, most: 1 });
  await owner.query(makeBareNotes);
  await owner.query(makePlainTables);
  await insertGroups(owner, { ...clinic, siteId: clinic.siteIds[0] ?? "" });
  await owner.end();
  const setting = { stage, place, postgresPid: postgres.pid, cases };
  const contenders: Contender[] = [];
  for (const size of sizes) {
    const loop = `notes-product-${size}`;
    const product = await startLoopContender(setting, loop, `sign ${size}`, "subject");
    const names = cases.filter((one) => one.size === size).map(({ name }) => name);
    contenders.push(inCases(product, names));
  }
  for (const { size, name, ceiling } of cases) {
    const words = `${ceilings[ceiling].contender} ${size}`;
    const loop = `notes-${ceiling}-${size}`;
    const contender = await startLoopContender(setting, loop, words, "ceiling");
    contenders.push(inCases(contender, [name]));
  }
  return { cases, contenders, notes, close: () => stage.close() };
};

export const noteGroup: Benchmark = {
  name: "note.group",
  summary:
    "signing a group: session, permission, grant, once, guards, both layers of the note, event, trail and commit, against one durable statement that writes all its rows into tables without keys and walls, against the product's own two statements with nothing judged, and against one narrow row a member; p95 at c=4 is to be at most 15 ms, 4 to 48 members linear",
  open: () => Stage.fill(open),
};
