import { newId } from "#server/platform/ids.ts";
import type { AdmissionHouse } from "#test/support/admission-house.ts";

interface Stay {
  readonly id: string;
  readonly patientId: string;
}

/** So many sessions of one person, each attended and with a signed note; the last one was on November 18, 2026. */
export const addEncounters = async (
  house: Pick<AdmissionHouse, "insert" | "product" | "here" | "siteId" | "programId" | "staffId">,
  stay: Stay,
  count: number,
): Promise<void> => {
  const at = house.product.clock.now().toString();
  const type = await house.insert(
    "insert into stepwell.activity_type (organization_id, id, name, format, modality, counts_toward_hours, created_at) values ($1, $2, $3, 'group', 'process', true, $4)",
    [`Group ${newId()}`, at],
  );
  const rule = await house.insert(
    "insert into stepwell.attendance_rule (organization_id, id, name, grace_minutes, breaks_count, minimum_minutes, source, effective_from, published_at) values ($1, $2, 'Any', 10, false, 0, 'Test', '2000-01-01', $3)",
    [at],
  );
  const day = (index: string) => `(date '2026-11-18' - ${index})`;
  const start = (index: string) => `(${day(index)} + time '18:00')::timestamptz`;
  const end = (index: string) => `(${day(index)} + time '19:00')::timestamptz`;
  await house.product.ownerPool.query(
    `with made as (
       select n, gen_random_uuid() as session_id, gen_random_uuid() as attendance_id, gen_random_uuid() as note_id from generate_series(0, $1::integer - 1) n),
     sessions as (
       insert into stepwell.session (organization_id, id, site_id, program_id, name, activity_type_id, zone, service_date, starts_at, ends_at, state, capacity, created_at)
       select $2, session_id, $3, $4, 'Evening group', $5, 'America/Los_Angeles', ${day("n")}, ${start("n")}, ${end("n")}, 'ended', 12, now() from made),
     attended as (
       insert into stepwell.attendance (organization_id, id, session_id, patient_id, enrollment_id, kind, status, mode, service_date, starts_at, first_in_at, last_out_at, scheduled_minutes, delivered_minutes, credited_minutes, attendance_rule_id, label, changed_at)
       select $2, attendance_id, session_id, $6, $7, 'member', 'present', 'room', ${day("n")}, ${start("n")}, ${start("n")}, ${end("n")}, 60, 60, 60, $8, 'part-2', now() from made)
     insert into stepwell.member_note (organization_id, id, session_id, patient_id, enrollment_id, attendance_id, objective_id, participation, response, progress, risk, sentence, starts_at, ends_at, credited_minutes, service_date, needs_cosignature, author_staff_id, account_id, author_name, signed_at, content_sha256, label)
     select $2, note_id, session_id, $6, $7, attendance_id, (select id from stepwell.objective where organization_id = $2 and enrollment_id = $7 limit 1), 'some', 'shared', 'up', 'low', 'Named a trigger and kept to the plan.', ${start("n")}, ${end("n")}, 60, ${day("n")}, false, $9, $10, 'Test', now(), '\\x00', 'part-2' from made`,
    [
      count,
      house.here.organizationId,
      house.siteId,
      house.programId,
      type,
      stay.patientId,
      stay.id,
      rule,
      house.staffId,
      newId(),
    ],
  );
};
