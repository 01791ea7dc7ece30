import type { Benchmark, OpenBenchmark } from "../frame/benchmark.ts";
import { Stage } from "../frame/stage.ts";
import { layGround } from "../ground/ground.ts";
import { startLoopContender, type LoopCase } from "../loop/loop-contender.ts";

const cases: readonly LoopCase[] = [1, 8, 64].map((workers) => ({
  name: `c=${workers}`,
  workers,
  unit: "events/s",
}));

const open = async (stage: Stage): Promise<OpenBenchmark> => {
  const { place, postgres, notes } = await layGround(stage);
  const setting = { stage, place, postgresPid: postgres.pid, cases };
  const contenders = [
    await startLoopContender(setting, "audit-product", "audit writer", "subject"),
    await startLoopContender(setting, "audit-bare-each", "bare insert each", "ceiling"),
    await startLoopContender(setting, "audit-bare-batched", "bare insert batched", "ceiling"),
  ];
  return { cases, contenders, notes, close: () => stage.close() };
};

export const auditWrite: Benchmark = {
  name: "audit.write",
  summary:
    "durable lines of the trail through the audit writer (event, subjects, queue of the sealer, four indexes), against inserts of the same columns into a plain table with a key",
  open: () => Stage.fill(open),
};
