import { sql } from "kysely";
import type { Tx } from "#server/db/transaction.ts";

/** Puts a code in the place of the one before. */
export const putCode = async (
  tx: Tx,
  code: {
    readonly accountId: string;
    readonly codeHash: Buffer;
    readonly sentAt: string;
    readonly expiresAt: string;
  },
): Promise<void> => {
  const { codeHash, sentAt, expiresAt } = code;
  await tx
    .insertInto("global.signInCode")
    .values({ ...code, wrongTries: 0 })
    .onConflict((conflict) =>
      conflict.column("accountId").doUpdateSet({ codeHash, sentAt, expiresAt, wrongTries: 0 }),
    )
    .execute();
};

/** Counts one try against the living code and answers its hash; undefined where there is none, or no try is left. */
export const takeTry = async (
  tx: Tx,
  accountId: string,
  at: string,
  mostTries: number,
): Promise<Buffer | undefined> => {
  const row = await tx
    .updateTable("global.signInCode")
    .set({ wrongTries: sql`wrong_tries + 1` })
    .where("accountId", "=", accountId)
    .where("expiresAt", ">", at)
    .where("wrongTries", "<", mostTries)
    .returning("codeHash")
    .executeTakeFirst();
  return row?.codeHash;
};

/** Uses a code up; false where somebody else was first. */
export const deleteCode = async (tx: Tx, accountId: string, codeHash: Buffer): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom("global.signInCode")
    .where("accountId", "=", accountId)
    .where("codeHash", "=", codeHash)
    .executeTakeFirst();
  return numDeletedRows === 1n;
};
