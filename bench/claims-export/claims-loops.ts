import pg from "pg";
import { z } from "zod";
import { claimSnapshotSchema } from "#domain/billing/claims/claim-snapshot.ts";
import { writeClaimsFile } from "#edi/837/claims-file.ts";
import { exportClaims } from "#server/billing/claims/claim-export.service.ts";
import { openPool } from "#server/db/pool.ts";
import { inTransaction } from "#server/db/transaction.ts";
import { systemClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/ids.ts";
import { systemActor } from "#server/platform/system-actor.ts";
import type { Loop, LoopPlace } from "../loop/loop.ts";
import { claimCount, selectSnapshots } from "./claims-ground.queries.ts";

const range = { from: "2026-11-01", to: "2026-11-30" };

class Undone extends Error {}

/** Exports all claims, and takes it back so that the next turn finds them ready. */
const product = (place: LoopPlace): Promise<Loop> => {
  const pool = openPool({ url: place.appUrl, most: 1 });
  const scope = { organizationId: place.organizationId, accountId: null };
  const turn = async (): Promise<number> => {
    await inTransaction(pool, scope, async (tx) => {
      const { files } = await exportClaims(
        {
          tx,
          organizationId: place.organizationId,
          actor: systemActor("bench"),
          now: systemClock.now(),
          requestId: newId(),
          newId,
        },
        range,
      );
      if (files[0]?.claims !== claimCount) throw new Error("not every claim was exported");
      throw new Undone();
    }).catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
    return 1;
  };
  return Promise.resolve({ turn });
};

const rowsSchema = z.array(z.object({ snapshot: claimSnapshotSchema }));

/** The least that could be done: read the claims, write the file and read it again, ask nobody and keep nothing. */
const bare = (place: LoopPlace): Promise<Loop> => {
  const pool = new pg.Pool({ connectionString: place.ownerUrl, max: 1 });
  const turn = async (): Promise<number> => {
    const { rows } = await pool.query<{ snapshot: unknown }>(selectSnapshots, [
      place.organizationId,
    ]);
    const claims = rowsSchema.parse(rows).map(({ snapshot }) => ({ snapshot, notice: null }));
    const { bytes } = writeClaimsFile({ claims, control: 1, on: "2026-11-22", at: "08:00" });
    if (bytes.length === 0) throw new Error("nothing was written");
    return 1;
  };
  return Promise.resolve({ turn });
};

export const claimsLoops: Readonly<Record<string, (place: LoopPlace) => Promise<Loop>>> = {
  "claims-product": product,
  "claims-bare": bare,
};
