import type { Case, Contender, Measurement } from "../frame/benchmark.ts";
import { startChild, type Child } from "../frame/child.ts";
import { cpuMsOfPostgres, rssMbOf } from "../frame/process-usage.ts";
import type { Stage } from "../frame/stage.ts";
import { loopResultSchema, type LoopPlace } from "./loop.ts";

const warmUpSeconds = 0.5;

/** A case with so many turns of a loop under way at once. */
export interface LoopCase extends Case {
  readonly workers: number;
}

export interface LoopSetting {
  readonly stage: Stage;
  readonly place: LoopPlace;
  readonly postgresPid: number;
  readonly cases: readonly LoopCase[];
}

const measure = async (
  child: Child,
  postgresPid: number,
  workers: number,
  seconds: number,
): Promise<Measurement> => {
  await child.ask({ workers, seconds: Math.min(warmUpSeconds, seconds) });
  const before = cpuMsOfPostgres(postgresPid);
  const result = loopResultSchema.parse(await child.ask({ workers, seconds }));
  const after = cpuMsOfPostgres(postgresPid);
  const { units, cpuMs, p50Ms, p95Ms, p99Ms } = result;
  return {
    value: units / result.seconds,
    failures: 0,
    figures: {
      p50Ms,
      p95Ms,
      p99Ms,
      nodeCpuMs: cpuMs / units,
      postgresCpuMs: before === null || after === null ? null : (after - before) / units,
      rssMb: rssMbOf(child.pid),
    },
  };
};

/** A contender that is a loop of ours, running in a process of its own until the benchmark is over. */
export const startLoopContender = async (
  setting: LoopSetting,
  loop: string,
  name: string,
  role: Contender["role"],
): Promise<Contender> => {
  const child = await startChild("loop/loop-process.ts", {
    BENCH_LOOP: loop,
    BENCH_PLACE: JSON.stringify(setting.place),
  });
  setting.stage.onClose(() => child.stop());
  return {
    name,
    role,
    measure: (one, seconds) => {
      const { workers = 1 } = setting.cases.find((known) => known.name === one.name) ?? {};
      return measure(child, setting.postgresPid, workers, seconds);
    },
  };
};
