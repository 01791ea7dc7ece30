import { sql, type Updateable } from "kysely";
import type { StepwellOrganization } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const organization = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.organization")
    .select([
      "organizationId as id",
      "name",
      "slug",
      "npi",
      "taxId",
      "phone",
      "crisisPhone",
      "patientWord",
      "zone",
      "isListed",
      "version",
    ])
    .where("organizationId", "=", organizationId);

export const getOrganization = (work: Work) => organization(work).executeTakeFirstOrThrow();

/** The organization, held until the transaction ends. */
export const lockOrganization = (work: Work) =>
  organization(work).forUpdate().executeTakeFirstOrThrow();

export type OrganizationRow = Awaited<ReturnType<typeof getOrganization>>;

/** Writes changed columns and moves the version on by one. The row is locked by `lockOrganization`. */
export const updateOrganization = async (
  work: Work,
  changed: Updateable<StepwellOrganization>,
): Promise<void> => {
  await work.tx
    .updateTable("stepwell.organization")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", work.organizationId)
    .execute();
};

/** The zone of the organization as a column: what belongs to no site has its day by the organization's wall. */
export const zoneColumn = ({ organizationId }: Work) =>
  sql<string>`(select organization.zone from stepwell.organization
    where organization.organization_id = ${organizationId})`.as("zone");
