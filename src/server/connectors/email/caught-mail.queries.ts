import type { Tx } from "#server/db/transaction.ts";

export interface CaughtLetter {
  readonly id: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly body: string;
  readonly caughtAt: string;
}

export const insertCaughtMail = async (tx: Tx, letter: CaughtLetter): Promise<void> => {
  await tx.insertInto("global.caughtMail").values(letter).execute();
};
