import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

interface StaffPlace {
  readonly id: string;
  readonly name: string;
  readonly retiredAt: string | null;
}

interface PlacementRow {
  readonly birthDate: string;
  readonly today: string;
  readonly trackId: string | null;
  readonly trackName: string | null;
  readonly trackKind: string | null;
  readonly trackLabel: string | null;
  readonly trackRetiredAt: string | null;
  readonly programId: string | null;
  readonly programName: string | null;
  readonly programRetiredAt: string | null;
  readonly levelId: string | null;
  readonly levelName: string | null;
  readonly levelCode: string | null;
  readonly isOffered: boolean;
  readonly staff: readonly StaffPlace[];
}

/** What somebody is to be placed into. */
export interface WantedPlace {
  readonly patientId: string;
  readonly trackId: string;
  readonly levelOfCareId: string;
  readonly staffIds: readonly string[];
}

/**
 * Everything an admission asks of the person, the track, the level and the colleagues, in one statement. The patient is
 * held, so that two admissions of one person follow each other.
 */
export const findPlacement = async (
  { tx, organizationId, now }: Work,
  { patientId, trackId, levelOfCareId, staffIds }: WantedPlace,
): Promise<PlacementRow | undefined> => {
  const { rows } = await sql<PlacementRow>`
    select p.birth_date, (${now.toString()}::timestamptz at time zone o.zone)::date as today,
      t.id as track_id, t.name as track_name, t.kind as track_kind, t.label as track_label, t.retired_at as track_retired_at,
      g.id as program_id, g.name as program_name, g.retired_at as program_retired_at,
      l.id as level_id, l.name as level_name, l.code as level_code,
      exists (select from stepwell.program_level pl
        where pl.organization_id = ${organizationId} and pl.program_id = t.program_id and pl.level_of_care_id = l.id) as is_offered,
      (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.given_name || ' ' || s.family_name, 'retiredAt', s.retired_at)), '[]')
        from stepwell.staff s where s.organization_id = ${organizationId} and s.id = any (${[...staffIds]}::uuid[])) as staff
    from stepwell.patient p
    join stepwell.organization o on o.organization_id = p.organization_id
    left join stepwell.track t on t.organization_id = ${organizationId} and t.id = ${trackId}
    left join stepwell.program g on g.organization_id = ${organizationId} and g.id = t.program_id
    left join stepwell.level_of_care l on l.organization_id = ${organizationId} and l.id = ${levelOfCareId} and l.retired_at is null
    where p.organization_id = ${organizationId} and p.id = ${patientId}
    for no key update of p`.execute(tx);
  return rows[0];
};

/** Colleagues by id with their names, and whether they have left. */
export const listStaffPlaces = async (
  { tx, organizationId }: Work,
  staffIds: readonly string[],
): Promise<StaffPlace[]> => {
  const { rows } = await sql<StaffPlace>`
    select id, given_name || ' ' || family_name as name, retired_at from stepwell.staff
    where organization_id = ${organizationId} and id = any (${[...staffIds]}::uuid[]) for share`.execute(
    tx,
  );
  return rows;
};
