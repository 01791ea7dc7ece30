import type { Tx } from "#server/db/transaction.ts";

interface KeyPlace {
  readonly accountId: string;
  readonly organizationId: string;
}

/** The secret of an account in an organization, if it was ever asked for. */
export const findVaultKey = async (tx: Tx, place: KeyPlace): Promise<Buffer | undefined> => {
  const row = await tx
    .selectFrom("global.vaultKey")
    .select("secret")
    .where("accountId", "=", place.accountId)
    .where("organizationId", "=", place.organizationId)
    .executeTakeFirst();
  return row?.secret;
};

/** Writes a first secret; whoever comes second leaves the one that is there. */
export const insertVaultKey = async (
  tx: Tx,
  key: KeyPlace & { readonly secret: Buffer; readonly createdAt: string },
): Promise<void> => {
  await tx
    .insertInto("global.vaultKey")
    .values(key)
    .onConflict((conflict) => conflict.columns(["accountId", "organizationId"]).doNothing())
    .execute();
};
