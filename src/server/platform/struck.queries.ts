import { sql } from "kysely";

/** Whether the line `told` of the accounting of disclosures tells of something that happened: it is not struck, and strikes no other. */
export const didHappen = (
  organizationId: string,
) => sql<boolean>`(told.strikes_id is null and not exists (
  select from stepwell.disclosure striking where striking.organization_id = ${organizationId} and striking.strikes_id = told.id))`;
