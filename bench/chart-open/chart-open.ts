import { openPool } from "#server/db/pool.ts";
import type { Benchmark, OpenBenchmark } from "../frame/benchmark.ts";
import { Stage } from "../frame/stage.ts";
import { layGround } from "../ground/ground.ts";
import { startLoopContender, type LoopCase } from "../loop/loop-contender.ts";
import { insertChartPeople } from "./chart-ground.queries.ts";

/** At most 1.3 times as long is at least so much of the speed. */
const leastShare = 0.77;

const casesWith = (ratioAtLeast: number): readonly LoopCase[] =>
  [1, 4].map((workers) => ({
    name: `c=${workers}`,
    workers,
    unit: "tx/s",
    targets: [{ ratioAtLeast }],
  }));

const layChartGround = async (stage: Stage) => {
  const ground = await layGround(stage);
  const owner = openPool({ url: ground.postgres.ownerUrl, most: 1 });
  try {
    const { organizationId, siteIds } = ground.clinic;
    const { few, many } = await insertChartPeople(owner, organizationId, siteIds[0] ?? "");
    return { ...ground, place: { ...ground.place, patientIds: [few, many] } };
  } finally {
    await owner.end();
  }
};

const openFlat = async (stage: Stage): Promise<OpenBenchmark> => {
  const { place, postgres, notes } = await layChartGround(stage);
  const cases = casesWith(leastShare);
  const setting = { stage, place, postgresPid: postgres.pid, cases };
  const contenders = [
    await startLoopContender(setting, "chart-many", "5,000 encounters", "subject"),
    await startLoopContender(setting, "chart-few", "10 encounters", "ceiling"),
  ];
  return { cases, contenders, notes, close: () => stage.close() };
};

const openBeside = async (stage: Stage): Promise<OpenBenchmark> => {
  const { place, postgres, notes } = await layChartGround(stage);
  const cases = casesWith(0.2);
  const setting = { stage, place, postgresPid: postgres.pid, cases };
  const contenders = [
    await startLoopContender(setting, "chart-many", "chart", "subject"),
    await startLoopContender(setting, "chart-bare", "one select", "ceiling"),
  ];
  return { cases, contenders, notes, close: () => stage.close() };
};

export const chartFlat: Benchmark = {
  name: "chart.flat",
  summary:
    "the chart's first screen of somebody with 5,000 encounters, against somebody with 10: at most 1.3 times as long",
  open: () => Stage.fill(openFlat),
};

export const chartOpen: Benchmark = {
  name: "chart.open",
  summary:
    "the chart's first screen with row-level security, hours by their rule and parsed rows, against the same rows in one select of the owner",
  open: () => Stage.fill(openBeside),
};
