import pg from "pg";
import type { Benchmark, Contender, OpenBenchmark } from "../frame/benchmark.ts";
import { Stage } from "../frame/stage.ts";
import { layGround } from "../ground/ground.ts";
import { startLoopContender, type LoopCase } from "../loop/loop-contender.ts";
import { insertGroups, makeBareNotes, sizes, type GroupSize } from "./group-ground.queries.ts";

const workers = 4;

interface GroupCase extends LoopCase {
  readonly size: GroupSize;
}

const cases: readonly GroupCase[] = sizes.map((size) => ({
  name: `${size} members, c=${workers}`,
  size,
  workers,
  unit: "tx/s",
  targets: size === 12 ? [{ ratioAtLeast: 0.25 }] : [],
}));

/** A contender that takes part only in the cases of its size. */
const ofSize = (contender: Contender, name: string): Contender => ({
  ...contender,
  measure: (one, seconds) =>
    one.name === name ? contender.measure(one, seconds) : Promise.resolve(null),
});

const open = async (stage: Stage): Promise<OpenBenchmark> => {
  const { place, postgres, clinic, notes } = await layGround(stage);
  const owner = new pg.Pool({ connectionString: postgres.ownerUrl, max: 1 });
  await owner.query(makeBareNotes);
  await insertGroups(owner, { ...clinic, siteId: clinic.siteIds[0] ?? "" });
  await owner.end();
  const setting = { stage, place, postgresPid: postgres.pid, cases };
  const contenders: Contender[] = [];
  for (const { size, name } of cases) {
    const product = await startLoopContender(
      setting,
      `notes-product-${size}`,
      `sign ${size}`,
      "subject",
    );
    const bare = await startLoopContender(
      setting,
      `notes-bare-${size}`,
      `unnest ${size}`,
      "ceiling",
    );
    contenders.push(ofSize(product, name), ofSize(bare, name));
  }
  return { cases, contenders, notes, close: () => stage.close() };
};

export const noteGroup: Benchmark = {
  name: "note.group",
  summary:
    "signing a group: session, permission, grant, once, guards, both layers of the note, event, trail and commit, against one durable insert of as many bare rows; p95 at c=4 is to be at most 15 ms, 4 to 48 members linear",
  open: () => Stage.fill(open),
};
