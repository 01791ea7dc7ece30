import { openPool } from "#server/db/pool.ts";
import type { Stage } from "../frame/stage.ts";
import type { LoopPlace } from "../loop/loop.ts";
import { makeBareTrail } from "../trail/bare-trail.queries.ts";
import { startBenchPostgres, type BenchPostgres } from "./bench-postgres.ts";
import { insertClinic, type Clinic } from "./clinic.queries.ts";

const siteCount = 200;

/** A database with a clinic in it, and beside it the plain table that ceilings write their trail to. */
export interface Ground {
  readonly postgres: BenchPostgres;
  readonly clinic: Clinic;
  readonly place: LoopPlace;
  readonly notes: readonly string[];
}

/**
 * Starts a durable PostgreSQL, migrates it and puts one clinic in. Tables are looked at as the server itself does within
 * a minute, so that no benchmark measures the plans of an empty database.
 */
export const layGround = async (stage: Stage): Promise<Ground> => {
  const postgres = await startBenchPostgres();
  stage.onClose(() => postgres.stop());
  const owner = openPool({ url: postgres.ownerUrl, most: 1 });
  try {
    await owner.query(makeBareTrail);
    const clinic = await insertClinic(owner, siteCount);
    const { appUrl, ownerUrl, notes } = postgres;
    const place = { appUrl, ownerUrl, ...clinic, siteIds: [...clinic.siteIds], patientIds: [] };
    return { postgres, clinic, place, notes };
  } finally {
    await owner.end();
  }
};
