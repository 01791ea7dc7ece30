import { Temporal } from "temporal-polyfill";
import { openPool } from "#server/db/pool.ts";
import { sealBatch } from "#server/platform/audit/audit-seals.queries.ts";
import { newId } from "#server/platform/ids.ts";
import type { Benchmark, OpenBenchmark } from "../frame/benchmark.ts";
import { Stage } from "../frame/stage.ts";
import { insertEvents } from "../ground/clinic.queries.ts";
import { layGround, type Ground } from "../ground/ground.ts";
import { startLoopContender, type LoopCase } from "../loop/loop-contender.ts";

const eventCount = 20_000;
const batchSize = 1000;

const cases: readonly LoopCase[] = [{ name: "whole trail", workers: 1, unit: "events/s" }];

const fillTrail = async ({ place }: Ground): Promise<void> => {
  const owner = openPool({ url: place.ownerUrl, most: 1 });
  const app = openPool({ url: place.appUrl, most: 1 });
  try {
    await insertEvents(owner, place, eventCount);
    let seal;
    do {
      seal = await sealBatch(app, {
        organizationId: place.organizationId,
        id: newId(),
        sealedAt: Temporal.Now.instant().toString(),
        most: batchSize,
      });
    } while (seal !== undefined);
    await owner.query("vacuum analyze");
  } finally {
    await Promise.all([owner.end(), app.end()]);
  }
};

const open = async (stage: Stage): Promise<OpenBenchmark> => {
  const ground = await layGround(stage);
  await fillTrail(ground);
  const setting = { stage, place: ground.place, postgresPid: ground.postgres.pid, cases };
  const contenders = [
    await startLoopContender(setting, "verify-product", "verification", "subject"),
    await startLoopContender(setting, "verify-scan", "plain scan", "ceiling"),
  ];
  const notes = [...ground.notes, `${eventCount} events in seals of ${batchSize}`];
  return { cases, contenders, notes, close: () => stage.close() };
};

export const auditVerify: Benchmark = {
  name: "audit.verify",
  summary:
    "recomputing the hash of every sealed event and of every seal, against reading the same rows and doing nothing with them",
  open: () => Stage.fill(open),
};
