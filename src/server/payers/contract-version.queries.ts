import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellContractVersion } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const versions = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.contractVersion as v")
    .select([
      "v.id",
      "v.contractId",
      "v.number",
      "v.state",
      "v.effectiveFrom",
      "v.effectiveTo",
      "v.terms",
      "v.source",
      "v.createdAt",
      "v.createdBy",
      "v.publishedAt",
      "v.version",
    ])
    .where("v.organizationId", "=", organizationId);

/** Versions of these contracts, the newest of each first. */
export const versionsOf = (work: Work, contractIds: readonly string[]) =>
  versions(work)
    .where("v.contractId", "in", [...contractIds])
    .orderBy("v.contractId")
    .orderBy("v.number", "desc")
    .execute();

export const findVersion = (work: Work, versionId: string) =>
  versions(work).where("v.id", "=", versionId).executeTakeFirst();

export const lockVersion = (work: Work, versionId: string) =>
  versions(work).where("v.id", "=", versionId).forUpdate().executeTakeFirst();

export type VersionRow = NonNullable<Awaited<ReturnType<typeof findVersion>>>;

export const insertVersion = async (
  { tx, organizationId }: Work,
  version: Omit<Insertable<StepwellContractVersion>, "organizationId">,
): Promise<void> => {
  await tx
    .insertInto("stepwell.contractVersion")
    .values({ organizationId, ...version })
    .execute();
};

export const updateVersion = async (
  { tx, organizationId }: Work,
  versionId: string,
  changed: Updateable<StepwellContractVersion>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.contractVersion")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", versionId)
    .execute();
};
