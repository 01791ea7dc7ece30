import { sql } from "kysely";
import type { OvertakenNote } from "#domain/charting/overtaken-note.api.ts";
import type { Work } from "#server/platform/work.ts";

/** Notes of an author that stand, in sessions they led since a moment, and say other minutes than the attendance does. */
export const selectOvertaken = async (
  { tx, organizationId }: Work,
  { staffId, since }: { readonly staffId: string; readonly since: string },
): Promise<readonly OvertakenNote[]> => {
  const { rows } = await sql<OvertakenNote>`
    select m.id, m.patient_id as "patientId", coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name as "patientName",
      s.name as "sessionName", m.service_date as "serviceDate", m.credited_minutes as "creditedMinutes",
      a.credited_minutes as "attendedMinutes"
    from stepwell.session_facilitator f
    join stepwell.session s on s.organization_id = ${organizationId} and s.id = f.session_id
    join stepwell.member_note m on m.organization_id = ${organizationId} and m.session_id = f.session_id
    join stepwell.attendance a on a.organization_id = ${organizationId} and a.id = m.attendance_id
    join stepwell.patient p on p.organization_id = ${organizationId} and p.id = m.patient_id
    where f.organization_id = ${organizationId} and f.staff_id = ${staffId} and f.starts_at >= ${since}
      and m.author_staff_id = ${staffId} and a.credited_minutes <> m.credited_minutes
      and not exists (select from stepwell.member_note c where c.organization_id = ${organizationId} and c.corrects_id = m.id)
      and not exists (select from stepwell.note_act t
        where t.organization_id = ${organizationId} and t.note_id = m.id and t.kind = 'retract')
    order by m.service_date, m.id`.execute(tx);
  return rows;
};
