import { sql } from "kysely";
import type { Output } from "#domain/contract/route.ts";
import type { readAdmissionChoices } from "#domain/charting/plan-admission.api.ts";
import type { Work } from "#server/platform/work.ts";

type Choices = Omit<Output<typeof readAdmissionChoices>, "coverages">;

/** Whoever treats and whoever answers for the stay; other colleagues would only lengthen the list. */
const attendingPositions = [
  "medical-director",
  "psychiatrist",
  "addiction-physician",
  "nurse-practitioner",
  "physician-assistant",
  "psychologist",
  "clinical-director",
];

/** Everything the admission form offers, in one statement; undefined where there is no such patient. */
export const findAdmissionChoices = async (
  { tx, organizationId, now }: Work,
  patientId: string,
): Promise<Choices | undefined> => {
  const { rows } = await sql<Choices>`
    select json_build_object('id', p.id, 'name', coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name,
        'givenName', coalesce(p.preferred_name, p.given_name), 'mrn', p.mrn, 'birthDate', p.birth_date) as patient,
      (${now.toString()}::timestamptz at time zone o.zone)::date as today,
      (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'kind', t.kind, 'label', t.label,
            'program', json_build_object('id', g.id, 'name', g.name), 'siteName', s.name,
            'levels', (select coalesce(json_agg(json_build_object('id', l.id, 'name', l.name, 'code', l.code) order by l.rank), '[]')
              from stepwell.program_level pl
              join stepwell.level_of_care l on l.organization_id = ${organizationId} and l.id = pl.level_of_care_id and l.retired_at is null
              where pl.organization_id = ${organizationId} and pl.program_id = g.id))
          order by g.name, t.name), '[]')
        from stepwell.track t
        join stepwell.program g on g.organization_id = ${organizationId} and g.id = t.program_id and g.retired_at is null
        join stepwell.site s on s.organization_id = ${organizationId} and s.id = g.site_id
        where t.organization_id = ${organizationId} and t.retired_at is null) as tracks,
      (select coalesce(json_agg(json_build_object('id', s.id, 'name', concat_ws(', ', s.given_name || ' ' || s.family_name, s.credentials_shown)) order by s.sort_name), '[]')
        from stepwell.staff s where s.organization_id = ${organizationId} and s.retired_at is null
          and s.position = any (${attendingPositions}::text[])) as attending,
      (select coalesce(json_agg(json_build_object('id', s.id, 'name', concat_ws(', ', s.given_name || ' ' || s.family_name, s.credentials_shown)) order by s.sort_name), '[]')
        from stepwell.staff s where s.organization_id = ${organizationId} and s.retired_at is null
          and s.credentials_shown is not null) as therapists,
      (select coalesce(json_agg(json_build_object('id', y.id, 'name', y.name) order by stepwell.folded(y.name)), '[]')
        from stepwell.payer y where y.organization_id = ${organizationId} and y.retired_at is null) as payers,
      (select coalesce(json_agg(json_build_object('trackId', e.track_id, 'levelOfCareId', e.level_of_care_id)), '[]')
        from stepwell.enrollment e where e.organization_id = ${organizationId} and e.patient_id = p.id and e.ended_on is null) as running
    from stepwell.patient p
    join stepwell.organization o on o.organization_id = p.organization_id
    where p.organization_id = ${organizationId} and p.id = ${patientId}`.execute(tx);
  return rows[0];
};
