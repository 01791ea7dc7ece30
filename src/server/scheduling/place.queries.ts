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

export interface ClosureRow {
  readonly id: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly reason: string;
}

export const selectClosures = async (
  { tx, organizationId }: Work,
  siteId: string | null,
): Promise<readonly ClosureRow[]> => {
  const { rows } = await sql<ClosureRow>`
    select c.id, c.site_id, site.name as site_name, c.starts_on, c.ends_on, c.reason
    from stepwell.closure c join stepwell.site on site.organization_id = ${organizationId} and site.id = c.site_id
    where c.organization_id = ${organizationId} and (${siteId}::uuid is null or c.site_id = ${siteId}::uuid)
    order by c.starts_on desc, c.id limit 200`.execute(tx);
  return rows;
};

export const insertClosure = async (
  { tx, organizationId }: Work,
  closure: Omit<ClosureRow, "siteName"> & { readonly createdAt: string },
): Promise<void> => {
  await tx
    .insertInto("stepwell.closure")
    .values({ organizationId, ...closure })
    .execute();
};

/** Sessions of a site on these days that are not cancelled, and whether anybody was there. */
export const sessionsToClose = async (
  { tx, organizationId }: Work,
  { siteId, startsOn, endsOn }: { siteId: string; startsOn: string; endsOn: string },
): Promise<readonly { readonly id: string; readonly wasUsed: boolean }[]> => {
  const { rows } = await sql<{ id: string; wasUsed: boolean }>`
    select s.id, exists (select from stepwell.attendance a where a.organization_id = ${organizationId}
      and a.session_id = s.id and a.first_in_at is not null) as was_used
    from stepwell.session s
    where s.organization_id = ${organizationId} and s.site_id = ${siteId} and s.service_date >= ${startsOn}
      and s.service_date <= ${endsOn} and s.state <> 'cancelled'
    order by s.id for update of s`.execute(tx);
  return rows;
};
