import { openPool } from "#server/db/pool.ts";
import type { Benchmark, OpenBenchmark } from "../frame/benchmark.ts";
import { Stage } from "../frame/stage.ts";
import { layGround } from "../ground/ground.ts";
import { startLoopContender, type LoopCase } from "../loop/loop-contender.ts";
import { claimCount, insertReadyClaims } from "./claims-ground.queries.ts";

const cases: readonly LoopCase[] = [
  {
    name: `${claimCount.toLocaleString("en")} claims`,
    workers: 1,
    unit: "tx/s",
    targets: [{ ratioAtLeast: 0.3 }],
  },
];

const open = async (stage: Stage): Promise<OpenBenchmark> => {
  const { place, postgres, clinic, notes } = await layGround(stage);
  const owner = openPool({ url: postgres.ownerUrl, most: 1 });
  const { organizationId, siteIds } = clinic;
  await insertReadyClaims(owner, { organizationId, siteId: siteIds[0] ?? "" });
  await owner.end();
  const setting = { stage, place, postgresPid: postgres.pid, cases };
  const contenders = [
    await startLoopContender(setting, "claims-product", "export", "subject"),
    await startLoopContender(setting, "claims-bare", "read and write", "ceiling"),
  ];
  const own = "six lines each, of 250 people under 42 CFR Part 2; taken back instead of committed";
  return { cases, contenders, notes: [...notes, own], close: () => stage.close() };
};

export const claimsExport: Benchmark = {
  name: "claims.export",
  summary:
    "a thousand claims from the database to one file that is kept: consents read and held, the accounting written, the file read again and every claim's history; p50 is to be at most 500 ms",
  open: () => Stage.fill(open),
};
