import type { Work } from "#server/platform/work.ts";

/** The organization beside each of its active sites; once, with nothing beside it, where there is no site yet. */
export const listProgramSites = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.organization as organization")
    .leftJoin("stepwell.site as site", (on) =>
      on.on("site.organizationId", "=", organizationId).on("site.retiredAt", "is", null),
    )
    .select([
      "organization.name as programName",
      "organization.crisisPhone as programCrisisPhone",
      "site.id",
      "site.name",
      "site.street",
      "site.unit",
      "site.city",
      "site.state",
      "site.postalCode",
      "site.phone",
      "site.zone",
    ])
    .where("organization.organizationId", "=", organizationId)
    .orderBy("site.name")
    .execute();
