import type { Tx } from "#server/db/transaction.ts";

const mostShown = 50;

/** The letters kept for one address, newest first. */
export const caughtLetters = (tx: Tx, toAddress: string) =>
  tx
    .selectFrom("global.caughtMail")
    .select(["id", "subject", "body", "caughtAt"])
    .where("toAddress", "=", toAddress)
    .orderBy("caughtAt", "desc")
    .orderBy("id", "desc")
    .limit(mostShown)
    .execute();

export type Letter = Awaited<ReturnType<typeof caughtLetters>>[number];
