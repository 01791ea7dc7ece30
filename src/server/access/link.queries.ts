import type { Tx } from "#server/db/transaction.ts";
import type { LinkPurpose } from "#domain/access/link-lifetime.ts";

export interface LinkRow {
  readonly accountId: string;
  readonly organizationId: string;
}

/** Whom a link is for while it is neither used nor over. Locked: of two who follow it at once, one finds it used. */
export const findOpenLink = (
  tx: Tx,
  tokenHash: Buffer,
  purpose: LinkPurpose,
  now: string,
): Promise<LinkRow | undefined> =>
  tx
    .selectFrom("global.accountToken")
    .select(["accountId", "organizationId"])
    .where("tokenHash", "=", tokenHash)
    .where("purpose", "=", purpose)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now)
    .forUpdate()
    .executeTakeFirst();

export const insertLink = async (
  tx: Tx,
  link: LinkRow & {
    readonly tokenHash: Buffer;
    readonly purpose: LinkPurpose;
    readonly createdAt: string;
    readonly expiresAt: string;
  },
): Promise<void> => {
  await tx.insertInto("global.accountToken").values(link).execute();
};

/** Ends the open links of an account for one purpose; invitations only those of one organization. */
export const closeLinks = async (
  tx: Tx,
  links: {
    readonly accountId: string;
    readonly purpose: LinkPurpose;
    readonly organizationId?: string;
  },
  at: string,
): Promise<void> => {
  let update = tx
    .updateTable("global.accountToken")
    .set({ usedAt: at })
    .where("accountId", "=", links.accountId)
    .where("purpose", "=", links.purpose)
    .where("usedAt", "is", null);
  if (links.organizationId !== undefined)
    update = update.where("organizationId", "=", links.organizationId);
  await update.execute();
};
