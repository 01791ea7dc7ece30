import { sql, type Insertable, type Updateable } from "kysely";
import type { Side } from "#domain/access/roles.ts";
import type { StepwellAffiliation } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

export interface AffiliationRow {
  readonly id: string;
  readonly accountId: string;
  readonly roles: string[];
  readonly staffId: string | null;
  readonly invitedAt: string;
  readonly acceptedAt: string | null;
  readonly endedAt: string | null;
  readonly version: number;
}

const locked = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.affiliation")
    .select([
      "id",
      "accountId",
      "roles",
      "staffId",
      "invitedAt",
      "acceptedAt",
      "endedAt",
      "version",
    ])
    .where("organizationId", "=", organizationId)
    .forUpdate();

/** Held until the change that asked for it is over. */
export const lockAffiliation = (work: Work, id: string): Promise<AffiliationRow | undefined> =>
  locked(work).where("id", "=", id).executeTakeFirst();

/** The place of an account on this side of the organization, held. */
export const lockAffiliationOf = (
  work: Work,
  accountId: string,
  side: Side,
): Promise<AffiliationRow | undefined> =>
  locked(work).where("accountId", "=", accountId).where("side", "=", side).executeTakeFirst();

const administrators = sql<boolean>`'administrator' = any(roles) and accepted_at is not null and ended_at is null`;

/** How many may let others in, besides this one. */
export const countOtherAdministrators = async (work: Work, id: string): Promise<number> => {
  const { others } = await work.tx
    .selectFrom("stepwell.affiliation")
    .select(sql<number>`count(*)`.as("others"))
    .where("organizationId", "=", work.organizationId)
    .where(administrators)
    .where("id", "<>", id)
    .executeTakeFirstOrThrow();
  return others;
};

/** Held in one order, so that of two administrators who end each other at the same moment one is refused. */
export const lockAdministrators = (work: Work): Promise<AffiliationRow[]> =>
  locked(work).where(administrators).orderBy("id").execute();

/** False when the account has a place on this side of the organization already. */
export const insertAffiliation = async (
  work: Work,
  row: Omit<Insertable<StepwellAffiliation>, "organizationId" | "version" | "endedAt" | "side">,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await work.tx
    .insertInto("stepwell.affiliation")
    .values({ organizationId: work.organizationId, ...row })
    .onConflict((conflict) => conflict.columns(["organizationId", "accountId", "side"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

/** Writes changed columns and moves the version on by one. The row is locked before. */
export const updateAffiliation = async (
  work: Work,
  id: string,
  changed: Updateable<StepwellAffiliation>,
): Promise<void> => {
  await work.tx
    .updateTable("stepwell.affiliation")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", work.organizationId)
    .where("id", "=", id)
    .execute();
};
