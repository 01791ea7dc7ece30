import type { Tx } from "#server/db/transaction.ts";

const count = (result: { readonly numDeletedRows: bigint }): number =>
  Number(result.numDeletedRows);

export const deleteLinks = async (tx: Tx, endedBefore: string): Promise<number> =>
  count(
    await tx
      .deleteFrom("global.accountToken")
      .where("expiresAt", "<", endedBefore)
      .executeTakeFirst(),
  );

export const deleteSessions = async (tx: Tx, endedBefore: string): Promise<number> =>
  count(
    await tx
      .deleteFrom("global.loginSession")
      .where("expiresAt", "<", endedBefore)
      .executeTakeFirst(),
  );

export const deletePauses = async (tx: Tx, lastFailureBefore: string): Promise<number> =>
  count(
    await tx
      .deleteFrom("global.signInPause")
      .where("lastFailureAt", "<", lastFailureBefore)
      .executeTakeFirst(),
  );

export const deleteDevices = async (tx: Tx, lastSeenBefore: string): Promise<number> =>
  count(
    await tx
      .deleteFrom("global.knownDevice")
      .where("lastSeenAt", "<", lastSeenBefore)
      .executeTakeFirst(),
  );
