import type { Benchmark, OpenBenchmark } from "../frame/benchmark.ts";
import { Stage } from "../frame/stage.ts";
import { layGround } from "../ground/ground.ts";
import { startLoopContender, type LoopCase } from "../loop/loop-contender.ts";

const cases: readonly LoopCase[] = [1, 8].map((workers) => ({
  name: `c=${workers}`,
  workers,
  unit: "tx/s",
}));

const open = async (stage: Stage): Promise<OpenBenchmark> => {
  const { place, postgres, notes } = await layGround(stage);
  const setting = { stage, place, postgresPid: postgres.pid, cases };
  const contenders = [
    await startLoopContender(setting, "transaction-product", "inTransaction", "subject"),
    await startLoopContender(setting, "transaction-bare", "begin, commit", "ceiling"),
  ];
  return { cases, contenders, notes, close: () => stage.close() };
};

export const txOpen: Benchmark = {
  name: "tx.open",
  summary:
    "an empty transaction inside one organization, its settings sent together with begin, against begin and commit alone",
  open: () => Stage.fill(open),
};
