import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

export interface PlaceRow {
  readonly zone: string | null;
  readonly siteRetired: boolean | null;
  readonly programFound: boolean;
  readonly format: string | null;
  readonly roomSiteId: string | null;
  readonly roomRetired: boolean | null;
  readonly staffFound: number;
}

/** What a plan refers to, in one statement: whether each is there, in use, and at one place. */
export const findPlace = async (
  { tx, organizationId }: Work,
  plan: {
    readonly siteId: string;
    readonly programId: string;
    readonly activityTypeId: string;
    readonly roomId: string | null;
    readonly staffIds: readonly string[];
  },
): Promise<PlaceRow> => {
  const { rows } = await sql<PlaceRow>`
    select
      (select zone from stepwell.site where organization_id = ${organizationId} and id = ${plan.siteId}) as zone,
      (select retired_at is not null from stepwell.site where organization_id = ${organizationId} and id = ${plan.siteId}) as site_retired,
      exists (select from stepwell.program where organization_id = ${organizationId} and id = ${plan.programId} and retired_at is null) as program_found,
      (select format from stepwell.activity_type where organization_id = ${organizationId} and id = ${plan.activityTypeId} and retired_at is null) as format,
      (select site_id from stepwell.room where organization_id = ${organizationId} and id = ${plan.roomId}) as room_site_id,
      (select retired_at is not null from stepwell.room where organization_id = ${organizationId} and id = ${plan.roomId}) as room_retired,
      (select count(*) from stepwell.staff where organization_id = ${organizationId} and retired_at is null
        and id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(plan.staffIds)}::jsonb))) as staff_found`.execute(
    tx,
  );
  const [row] = rows;
  if (row === undefined) throw new Error("a select without from answers one row");
  return row;
};
