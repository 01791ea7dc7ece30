import { sql } from "kysely";
import type { Tx } from "#server/db/transaction.ts";

/** The organizations that want to be found, by the one function that may say so across organizations. */
export const listedOrganizationIds = async (tx: Tx): Promise<readonly string[]> => {
  const { rows } = await sql<{
    organizationId: string;
  }>`select organization_id from stepwell.listed_organization_ids() as organization_id`.execute(tx);
  return rows.map((row) => row.organizationId);
};

/** The listed organization of this public name; undefined for an unlisted one as for none at all. */
export const listedOrganizationId = async (tx: Tx, slug: string): Promise<string | undefined> => {
  const { rows } = await sql<{
    organizationId: string | null;
  }>`select stepwell.listed_organization(${slug}) as organization_id`.execute(tx);
  return rows[0]?.organizationId ?? undefined;
};

/** What an organization shows of itself. Asks again whether it is listed: it may have changed since. */
export const publicOrganization = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom("stepwell.organization")
    .select(["name", "slug", "phone", "crisisPhone"])
    .where("organizationId", "=", organizationId)
    .where("isListed", "=", true)
    .executeTakeFirst();

export const publicSites = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom("stepwell.site")
    .select([
      "name",
      "zone",
      "street",
      "unit",
      "city",
      "state",
      "postalCode",
      "phone",
      "crisisPhone",
    ])
    .where("organizationId", "=", organizationId)
    .where("retiredAt", "is", null)
    .orderBy("name")
    .execute();
