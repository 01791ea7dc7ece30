import type { Side } from "#domain/access/roles.ts";
import type { Tx } from "#server/db/transaction.ts";

export interface NewSession {
  readonly id: string;
  readonly accountId: string;
  readonly organizationId: string;
  readonly side: Side;
  readonly tokenHash: Buffer;
  readonly device: string;
  readonly address: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}

export const insertSession = async (tx: Tx, session: NewSession): Promise<void> => {
  await tx.insertInto("global.loginSession").values(session).execute();
};

/** The organization of the account's last session, if it ever had one. */
export const lastOrganization = async (tx: Tx, accountId: string): Promise<string | undefined> => {
  const row = await tx
    .selectFrom("global.loginSession")
    .select("organizationId")
    .where("accountId", "=", accountId)
    .orderBy("lastSeenAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.organizationId;
};

/** Sessions of an account that still live, most recently used first. */
export const listLiveSessions = (
  tx: Tx,
  accountId: string,
  at: { readonly now: string; readonly idleSince: string },
) =>
  tx
    .selectFrom("global.loginSession")
    .select(["id", "organizationId", "device", "address", "createdAt", "lastSeenAt"])
    .where("accountId", "=", accountId)
    .where("revokedAt", "is", null)
    .where("expiresAt", ">", at.now)
    .where("lastSeenAt", ">", at.idleSince)
    .orderBy("lastSeenAt", "desc")
    .orderBy("id", "desc")
    .execute();

export const getSession = (tx: Tx, id: string) =>
  tx
    .selectFrom("global.loginSession")
    .select(["device", "address", "createdAt", "expiresAt"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();

/** Ends one session of this account; false when the account has no such living session. */
export const revokeSession = async (
  tx: Tx,
  accountId: string,
  id: string,
  at: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable("global.loginSession")
    .set({ revokedAt: at, signingUntil: null })
    .where("id", "=", id)
    .where("accountId", "=", accountId)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

/** Ends the sessions of an account: all, those in one organization, or all but one. */
export const revokeSessions = async (
  tx: Tx,
  accountId: string,
  at: string,
  which: { readonly organizationId?: string; readonly side?: Side; readonly except?: string } = {},
): Promise<void> => {
  let update = tx
    .updateTable("global.loginSession")
    .set({ revokedAt: at, signingUntil: null })
    .where("accountId", "=", accountId)
    .where("revokedAt", "is", null);
  if (which.organizationId !== undefined)
    update = update.where("organizationId", "=", which.organizationId);
  if (which.side !== undefined) update = update.where("side", "=", which.side);
  if (which.except !== undefined) update = update.where("id", "<>", which.except);
  await update.execute();
};

/** Ends the session that this token opens, if it lives. */
export const revokeToken = async (tx: Tx, tokenHash: Buffer, at: string): Promise<void> => {
  await tx
    .updateTable("global.loginSession")
    .set({ revokedAt: at, signingUntil: null })
    .where("tokenHash", "=", tokenHash)
    .where("revokedAt", "is", null)
    .execute();
};

/** Gives a session another token: whoever holds the old one is out. */
export const replaceToken = async (tx: Tx, id: string, tokenHash: Buffer): Promise<void> => {
  await tx
    .updateTable("global.loginSession")
    .set({ tokenHash, signingUntil: null })
    .where("id", "=", id)
    .execute();
};

export const setSigningUntil = async (tx: Tx, id: string, until: string | null): Promise<void> => {
  await tx
    .updateTable("global.loginSession")
    .set({ signingUntil: until })
    .where("id", "=", id)
    .execute();
};

export const findCrisisPhone = async (tx: Tx, organizationId: string): Promise<string | null> => {
  const { crisisPhone } = await tx
    .selectFrom("stepwell.organization")
    .select("crisisPhone")
    .where("organizationId", "=", organizationId)
    .executeTakeFirstOrThrow();
  return crisisPhone;
};

export const putKnownDevice = async (
  tx: Tx,
  device: {
    readonly accountId: string;
    readonly deviceHash: Buffer;
    readonly lastSeenAt: string;
  },
): Promise<void> => {
  await tx
    .insertInto("global.knownDevice")
    .values(device)
    .onConflict((conflict) =>
      conflict.columns(["accountId", "deviceHash"]).doUpdateSet({ lastSeenAt: device.lastSeenAt }),
    )
    .execute();
};

export const isKnownDevice = async (
  tx: Tx,
  accountId: string | null,
  deviceHash: Buffer,
): Promise<boolean> => {
  const row = await tx
    .selectFrom("global.knownDevice")
    .select("lastSeenAt")
    .where("accountId", "=", accountId)
    .where("deviceHash", "=", deviceHash)
    .executeTakeFirst();
  return row !== undefined;
};
