import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import type { Tries } from "#domain/access/sign-in-pause.ts";
import type { Tx } from "#server/db/transaction.ts";

/** Makes tries under one key follow each other: a hundred guesses sent at once are looked at one by one. */
export const lockKey = async (tx: Tx, keyHash: Buffer): Promise<void> => {
  const half = keyHash.readBigInt64BE(0).toString();
  await sql`select pg_advisory_xact_lock(${half}::bigint)`.execute(tx);
};

export const findTries = async (tx: Tx, keyHash: Buffer): Promise<Tries | undefined> => {
  const row = await tx
    .selectFrom("global.signInPause")
    .select(["failures", "lastFailureAt", "pausedUntil"])
    .where("keyHash", "=", keyHash)
    .executeTakeFirst();
  return (
    row && {
      failures: row.failures,
      lastFailureAt: Temporal.Instant.from(row.lastFailureAt),
      pausedUntil: Temporal.Instant.from(row.pausedUntil),
    }
  );
};

export const putTries = async (tx: Tx, keyHash: Buffer, tries: Tries): Promise<void> => {
  const row = {
    failures: tries.failures,
    lastFailureAt: tries.lastFailureAt.toString(),
    pausedUntil: tries.pausedUntil.toString(),
  };
  await tx
    .insertInto("global.signInPause")
    .values({ keyHash, ...row })
    .onConflict((conflict) => conflict.column("keyHash").doUpdateSet(row))
    .execute();
};

export const deleteTries = async (tx: Tx, keyHash: Buffer): Promise<void> => {
  await tx.deleteFrom("global.signInPause").where("keyHash", "=", keyHash).execute();
};

/** Takes back one failure that turned out to be none; the pause it brought goes with it. */
export const takeBackTry = async (tx: Tx, keyHash: Buffer, now: string): Promise<void> => {
  await tx
    .updateTable("global.signInPause")
    .set((eb) => ({ failures: eb("failures", "-", 1), pausedUntil: now }))
    .where("keyHash", "=", keyHash)
    .execute();
};
