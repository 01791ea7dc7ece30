import { sql } from "kysely";
import type { Side } from "#domain/access/roles.ts";
import type { Tx } from "#server/db/transaction.ts";

export interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
  readonly disabledAt: string | null;
  /** The stored password, or null while none was chosen. */
  readonly secret: string | null;
  readonly passwordAt: string | null;
}

const accounts = (tx: Tx) =>
  tx
    .selectFrom("global.account")
    .leftJoin("global.accountCredential", (join) =>
      join
        .onRef("global.accountCredential.accountId", "=", "global.account.id")
        .on("global.accountCredential.kind", "=", "password"),
    )
    .select([
      "global.account.id",
      "global.account.email",
      "global.account.name",
      "global.account.locale",
      "global.account.disabledAt",
      "global.accountCredential.secret",
      "global.accountCredential.createdAt as passwordAt",
    ]);

export const findAccountByEmail = (tx: Tx, email: string): Promise<AccountRow | undefined> =>
  accounts(tx).where("global.account.email", "=", email).executeTakeFirst();

export const getAccount = (tx: Tx, id: string): Promise<AccountRow> =>
  accounts(tx).where("global.account.id", "=", id).executeTakeFirstOrThrow();

/** Makes the account unless the address has one; two at the same time make one. */
export const insertAccount = async (
  tx: Tx,
  account: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly createdAt: string;
  },
): Promise<void> => {
  await tx
    .insertInto("global.account")
    .values(account)
    .onConflict((conflict) => conflict.column("email").doNothing())
    .execute();
};

export const updateAccount = async (
  tx: Tx,
  id: string,
  change: { readonly name?: string; readonly locale?: string },
): Promise<void> => {
  await tx.updateTable("global.account").set(change).where("id", "=", id).execute();
};

export const putPassword = async (
  tx: Tx,
  accountId: string,
  secret: string,
  at: string,
): Promise<void> => {
  await tx
    .insertInto("global.accountCredential")
    .values({ accountId, kind: "password", secret, createdAt: at })
    .onConflict((conflict) =>
      conflict.columns(["accountId", "kind"]).doUpdateSet({ secret, createdAt: at }),
    )
    .execute();
};

export interface Belonging {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly roles: readonly string[];
  readonly acceptedAt: string | null;
  readonly side: Side;
}

/**
 * The organizations an account belongs to, in the order of their names. Runs before one of them is chosen, so it goes by the
 * function that may look across organization_id for one account.
 */
export const belongingsOf = async (tx: Tx, accountId: string | null): Promise<Belonging[]> => {
  const { rows } = await sql<Belonging>`
    select organization_id, organization_name, roles, accepted_at, side
      from stepwell.affiliations_of(${accountId}::uuid)`.execute(tx);
  return rows;
};

/** What a letter says of the organization it is sent for. */
export const getLetterhead = (
  tx: Tx,
  organizationId: string,
): Promise<{ name: string; zone: string }> =>
  tx
    .selectFrom("stepwell.organization")
    .select(["name", "zone"])
    .where("organizationId", "=", organizationId)
    .executeTakeFirstOrThrow();
