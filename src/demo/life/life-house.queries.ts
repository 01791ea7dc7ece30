import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

export interface NamedId {
  readonly name: string;
  readonly id: string;
}

export interface HouseRead {
  readonly name: string;
  readonly zone: string;
  readonly sites: readonly NamedId[];
  readonly rooms: readonly NamedId[];
  readonly programs: readonly (NamedId & { readonly trackId: string; readonly siteId: string })[];
  readonly levels: readonly NamedId[];
  readonly payers: readonly NamedId[];
  readonly activities: readonly NamedId[];
  readonly series: readonly NamedId[];
  readonly staff: readonly {
    readonly familyName: string;
    readonly name: string;
    readonly id: string;
    readonly accountId: string | null;
  }[];
}

const named = (table: string, organizationId: string, column = "name") => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('name', ${sql.ref(column)}, 'id', id)), '[]')
     from ${sql.table(`stepwell.${table}`)} where organization_id = ${organizationId} and retired_at is null)`;

/** Everything of an organization that the demo names, with its ids: one statement. */
export const readHouse = async ({ tx, organizationId }: Work): Promise<HouseRead> => {
  const { rows } = await sql<HouseRead>`
    select o.name, o.zone, ${named("site", organizationId)} as sites, ${named("room", organizationId)} as rooms,
      ${named("level_of_care", organizationId, "code")} as levels, ${named("payer", organizationId)} as payers,
      ${named("activity_type", organizationId)} as activities, ${named("series", organizationId)} as series,
      (select coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'id', p.id, 'siteId', p.site_id, 'trackId', t.id)), '[]')
         from stepwell.program p
         join lateral (select t.id from stepwell.track t where t.organization_id = ${organizationId} and t.program_id = p.id
                        order by t.created_at, t.id limit 1) t on true
        where p.organization_id = ${organizationId} and p.retired_at is null) as programs,
      (select coalesce(jsonb_agg(jsonb_build_object('familyName', s.family_name, 'name', s.given_name || ' ' || s.family_name,
                'id', s.id, 'accountId', a.account_id)), '[]')
         from stepwell.staff s
         left join stepwell.affiliation a on a.organization_id = ${organizationId} and a.staff_id = s.id and a.ended_at is null
        where s.organization_id = ${organizationId} and s.retired_at is null) as staff
    from stepwell.organization o where o.organization_id = ${organizationId}`.execute(tx);
  const [house] = rows;
  if (house === undefined) throw new Error("the organization is not there");
  return house;
};

/** Stays with the name of whose they are. */
export const listKnownStays = async ({ tx, organizationId }: Work) => {
  const { rows } = await sql<{
    patientId: string;
    enrollmentId: string;
    givenName: string;
    familyName: string;
    admittedOn: string;
    level: string;
  }>`
    select p.id as patient_id, e.id as enrollment_id, p.given_name, p.family_name, e.admitted_on::text, l.code as level
    from stepwell.enrollment e
    join stepwell.patient p on p.organization_id = ${organizationId} and p.id = e.patient_id
    join stepwell.level_of_care l on l.organization_id = ${organizationId} and l.id = e.level_of_care_id
    where e.organization_id = ${organizationId}`.execute(tx);
  return rows;
};
