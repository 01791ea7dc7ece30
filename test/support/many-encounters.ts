import type { Run } from "#test/support/large-ground.ts";

/** Of each organization: stays, sessions, and attendances of each session. */
const stays = 2000;
const sessions = 2000;
const seats = 5;

const id = (kind: string, n: string): string =>
  `overlay(overlay(md5(o.organization_id::text || '${kind}' || (${n})) placing '4' from 13) placing '8' from 17)::uuid`;
const day = "date '2026-11-19' - (n / 4)::integer";
const startsAt = `timestamptz '2026-11-19 20:00Z' - (n / 4) * interval '1 day'`;
const endsAt = `timestamptz '2026-11-19 23:00Z' - (n / 4) * interval '1 day'`;
const who = "((n * 7 + k * 311) % 2000) + 1";
const each = (count: number): string =>
  `from stepwell.organization o cross join generate_series(1, ${count}) n`;
const eachSeat = `from stepwell.organization o cross join generate_series(0, ${sessions - 1}) n cross join generate_series(1, ${seats}) k`;

/** The same ids in the test: the first session is the newest, and so are its seats. */
export const idOf = `select ${id("session", "0")} as session, ${id("patient", "1 + 311")} as patient, ${id("stay", "1 + 311")} as stay,
  ${id("staff", "2")} as staff, ${id("site", "1")} as site from stepwell.organization o where o.organization_id = $1`;

const grounds: readonly string[] = [
  `insert into stepwell.site (organization_id, id, name, zone, street, city, state, postal_code, created_at)
   select o.organization_id, ${id("site", "1")}, 'Site', 'America/Denver', 's', 'c', 'CO', '80202', now() ${each(1)}`,
  `insert into stepwell.staff (organization_id, id, given_name, family_name, position, created_at)
   select o.organization_id, ${id("staff", "n")}, 'Given', 'Family' || n, 'social-worker', now() ${each(40)}`,
  `insert into stepwell.level_of_care (organization_id, id, code, name, rank, created_at)
   select o.organization_id, ${id("level", "1")}, 'iop', 'IOP', 2, now() ${each(1)}`,
  `insert into stepwell.hour_rule (organization_id, id, level_of_care_id, population, name, floor_minutes, adolescent_below_age, week,
     longest_gap_days, source, effective_from, published_at)
   select o.organization_id, ${id("hours", "1")}, ${id("level", "1")}, 'adult', 'IOP 9 hours', 540, 18, 'monday', 3, 'Test', '2000-01-01', now() ${each(1)}`,
  `insert into stepwell.program (organization_id, id, site_id, name, slug, ages, created_at)
   select o.organization_id, ${id("program", "1")}, ${id("site", "1")}, 'Evening', 'evening', 'adults', now() ${each(1)}`,
  `insert into stepwell.track (organization_id, id, program_id, name, kind, label, created_at)
   select o.organization_id, ${id("track", "1")}, ${id("program", "1")}, 'Evening', 'substance-use', 'part-2', now() ${each(1)}`,
  `insert into stepwell.activity_type (organization_id, id, name, format, modality, counts_toward_hours, created_at)
   select o.organization_id, ${id("type", "1")}, 'Group', 'group', 'process', true, now() ${each(1)}`,
  `insert into stepwell.attendance_rule (organization_id, id, name, grace_minutes, breaks_count, minimum_minutes, source, effective_from, published_at)
   select o.organization_id, ${id("rule", "1")}, 'Any', 10, false, 0, 'Test', '2000-01-01', now() ${each(1)}`,
];

const people: readonly string[] = [
  `insert into stepwell.patient (organization_id, id, mrn, given_name, family_name, birth_date, phone, created_at)
   select o.organization_id, ${id("patient", "n")}, 'M' || n, 'Given' || md5(n::text), 'Family' || md5('f' || n), date '1950-01-01' + n * 7 % 20000,
     '303555' || lpad(n::text, 4, '0'), now() ${each(stays)}`,
  `insert into stepwell.patient_name (organization_id, patient_id, folded, kind)
   select p.organization_id, p.id, word, 'legal' from stepwell.patient p
     cross join lateral unnest(array[lower(p.given_name), lower(p.family_name)]) word`,
  `insert into stepwell.name_word (organization_id, key, word) select organization_id, folded, folded from stepwell.patient_name`,
  `insert into stepwell.enrollment (organization_id, id, patient_id, program_id, track_id, level_of_care_id, population, label,
     admitted_on, ended_on, admission_type, admission_source, patient_status, created_at)
   select o.organization_id, ${id("stay", "n")}, ${id("patient", "n")}, ${id("program", "1")}, ${id("track", "1")}, ${id("level", "1")}, 'adult', 'part-2',
     date '2026-10-19' - n, case when n > 60 then date '2026-11-10' - n end, 'elective', 'self', 'still-in-care', now() ${each(stays)}`,
  `insert into stepwell.goal (organization_id, id, patient_id, enrollment_id, number, problem, statement, created_at)
   select o.organization_id, ${id("goal", "n")}, ${id("patient", "n")}, ${id("stay", "n")}, 1, 'Any', 'Any', now() ${each(stays)}`,
  `insert into stepwell.objective (organization_id, id, patient_id, enrollment_id, goal_id, number, statement, label, created_at)
   select o.organization_id, ${id("objective", "n")}, ${id("patient", "n")}, ${id("stay", "n")}, ${id("goal", "n")}, 1, 'Any', 'part-2', now() ${each(stays)}`,
  `insert into stepwell.task (organization_id, id, kind, urgency, patient_id, owner_role, due_at, created_at, closed_at, closed_by, closure, label)
   select o.organization_id, gen_random_uuid(), 'call-back', 'soon', ${id("patient", "n")}, 'therapist', now(), now(),
     case when n > 30 then now() end, case when n > 30 then 'x' end, case when n > 30 then 'done' end, 'part-2' ${each(stays)}`,
];

const encounters: readonly string[] = [
  `insert into stepwell.session (organization_id, id, site_id, program_id, activity_type_id, name, zone, service_date, starts_at, ends_at, state, capacity, created_at)
   select o.organization_id, ${id("session", "n")}, ${id("site", "1")}, ${id("program", "1")}, ${id("type", "1")}, 'Evening group', 'America/Denver',
     ${day}, ${startsAt}, ${endsAt}, 'scheduled', 12, now() from stepwell.organization o cross join generate_series(0, ${sessions - 1}) n`,
  `insert into stepwell.session_facilitator (organization_id, session_id, staff_id, role, starts_at, ends_at, state)
   select o.organization_id, ${id("session", "n")}, ${id("staff", "1 + n % 40")}, 'lead', ${startsAt}, ${endsAt}, 'scheduled'
   from stepwell.organization o cross join generate_series(0, ${sessions - 1}) n`,
  `insert into stepwell.attendance (organization_id, id, session_id, patient_id, enrollment_id, kind, status, mode, service_date, starts_at,
     first_in_at, last_out_at, scheduled_minutes, delivered_minutes, credited_minutes, attendance_rule_id, label, changed_at)
   select o.organization_id, ${id("seat", "n || '-' || k")}, ${id("session", "n")}, ${id("patient", who)}, ${id("stay", who)}, 'member',
     case when n = 0 then 'expected' else 'present' end, 'room', ${day}, ${startsAt}, case when n > 0 then ${startsAt} end, case when n > 0 then ${endsAt} end,
     180, case when n > 0 then 180 else 0 end, case when n > 0 then 160 else 0 end, ${id("rule", "1")}, 'part-2', now() ${eachSeat}`,
  `insert into stepwell.attendance_segment (organization_id, id, attendance_id, patient_id, starts_at, ends_at, mode, is_credited)
   select o.organization_id, gen_random_uuid(), ${id("seat", "n || '-' || k")}, ${id("patient", who)}, ${startsAt}, ${endsAt}, 'room', false ${eachSeat} where n > 0`,
  `insert into stepwell.attendance_event (organization_id, id, session_id, patient_id, kind, mode, occurred_at, received_at, source, actor_name)
   select o.organization_id, gen_random_uuid(), ${id("session", "n")}, ${id("patient", who)}, 'arrive', 'room', ${startsAt}, now(), 'staff', 'x' ${eachSeat} where n > 0`,
  `insert into stepwell.member_note (organization_id, id, session_id, patient_id, enrollment_id, attendance_id, objective_id, participation, response,
     progress, risk, sentence, starts_at, ends_at, credited_minutes, service_date, needs_cosignature, supervisor_staff_id, author_staff_id, account_id, author_name,
     signed_at, content_sha256, label)
   select o.organization_id, ${id("note", "n || '-' || k")}, ${id("session", "n")}, ${id("patient", who)}, ${id("stay", who)}, ${id("seat", "n || '-' || k")},
     ${id("objective", who)}, 'some', 'shared', 'up', 'low', 'Named a trigger.', ${startsAt}, ${endsAt}, 160, ${day}, k = 1,
     case when k = 1 then ${id("staff", "2")} end, ${id("staff", "1")}, gen_random_uuid(), 'x', ${endsAt}, '\\x00', 'part-2' ${eachSeat} where n > 0`,
  `insert into stepwell.note_act (organization_id, id, note_id, patient_id, kind, at, account_id, actor_name, content_sha256)
   select o.organization_id, gen_random_uuid(), ${id("note", "n || '-' || k")}, ${id("patient", who)}, 'cosign', ${endsAt}, gen_random_uuid(), 'x', '\\x00'
   ${eachSeat} where n > 20 and k = 1`,
];

const money: readonly string[] = [
  `insert into stepwell.payer (organization_id, id, name, kind, created_at)
   select o.organization_id, ${id("payer", "1")}, 'Payer', 'commercial', now() ${each(1)}`,
  `insert into stepwell.coverage (organization_id, id, patient_id, payer_id, rank, member_number, relation_to_subscriber, effective_from, created_at)
   select o.organization_id, ${id("policy", "n")}, ${id("patient", "n")}, ${id("payer", "1")}, 1, 'M', 'self', '2020-01-01', now() ${each(stays)}`,
  `insert into stepwell.authorization (organization_id, id, patient_id, enrollment_id, coverage_id, number, starts_on, ends_on, units, unit, created_at)
   select o.organization_id, gen_random_uuid(), ${id("patient", "n")}, ${id("stay", "n")}, ${id("policy", "n")}, 'A', '2020-01-01', '2030-01-01', 99, 'days', now()
   ${each(stays)}`,
  `insert into stepwell.enrollment_diagnosis (organization_id, id, patient_id, enrollment_id, code, rank, diagnosed_on, created_at)
   select o.organization_id, gen_random_uuid(), ${id("patient", "n")}, ${id("stay", "n")}, 'F10.20', 1, '2020-01-01', now() ${each(stays)}`,
  `insert into stepwell.day_charge (organization_id, id, enrollment_id, patient_id, coverage_id, payer_id, site_id, service_date, state, is_test,
     total_cents, minutes, usage, zeroes, holds, fingerprint, label, made_at)
   select o.organization_id, ${id("day", "n || '-' || k")}, ${id("stay", who)}, ${id("patient", who)}, ${id("policy", who)}, ${id("payer", "1")},
     ${id("site", "1")}, ${day}, case when n < 40 then 'ready' else 'nothing' end, false, 30000, 160,
     '{"days":1,"minutes":160,"sessions":1,"units":1}', '[]', '[]', '\\x00', 'part-2', now() ${eachSeat} where n > 0 on conflict do nothing`,
  `insert into stepwell.charge_line (organization_id, day_charge_id, key, position, basis, modifiers, revenue_code, unit, units, minutes, is_telehealth,
     sessions, rule)
   select organization_id, id, 'line', 0, 'per-diem', '{}', '0906', 'day', 1, 160, false,
     jsonb_build_array(jsonb_build_object('sessionId', id, 'attendanceId', id, 'noteId', null, 'minutes', 160)),
     '{"code":"per-diem-reached","values":{},"source":"Test"}' from stepwell.day_charge`,
];

/** Papers, what was told on their ground, and what was asked and answered, of every stay. */
const confidences: readonly string[] = [
  `insert into stepwell.consent (organization_id, id, patient_id, kind, recipient_kind, recipients, information, purposes, states_revocation,
     states_redisclosure, states_refusal, template_version, created_at)
   select o.organization_id, gen_random_uuid(), ${id("patient", "n")}, 'specific', 'named-person', '{}', '{}', '{}', true, true, true, '1', now() ${each(stays)}`,
  `insert into stepwell.court_order (organization_id, id, patient_id, paper, kind, court, entered_on, recipients, information, names_patient_openly,
     gave_notice, finds_no_other_way, finds_public_interest, finds_serious_crime, limits_information, limits_recipients, limits_further_use,
     opens_confidences, comes_with_subpoena, created_at)
   select o.organization_id, gen_random_uuid(), ${id("patient", "n")}, 'subpoena', 'civil', 'Any', '2026-01-01', '{}', '{}', false, false, false, false,
     false, false, false, false, false, false, now() ${each(stays)}`,
  `insert into stepwell.restriction (organization_id, id, patient_id, asked_on, asked_by, asker_relation, recipient_kind, recipients, information,
     purposes, paid_in_full, created_at)
   select o.organization_id, gen_random_uuid(), ${id("patient", "n")}, '2026-01-01', 'Any', 'patient', 'anybody', '{}', '{}', '{}', false, now() ${each(stays)}`,
  `insert into stepwell.disclosure (organization_id, id, patient_id, at, recipient, purpose, information, record_kind, label, basis, channel, actor_name)
   select o.organization_id, gen_random_uuid(), ${id("patient", "n")}, now(), 'Any', 'treatment', '{}', 'words', 'part-2', 'treatment-payment-operations',
     'spoken', 'x' ${each(stays)} cross join generate_series(1, 4) k`,
  `insert into stepwell.measure_request (organization_id, id, patient_id, enrollment_id, instrument, due_on, requested_at, requested_by)
   select o.organization_id, ${id("asked", "n || '-' || k")}, ${id("patient", "n")}, ${id("stay", "n")}, 'phq-9', date '2026-01-01' + k * 7, now(), 'x'
   ${each(stays)} cross join generate_series(1, 4) k`,
  `insert into stepwell.measure_response (organization_id, id, request_id, patient_id, enrollment_id, instrument, instrument_version, language,
     answered_by, answers, started_at, completed_at, score, band, label)
   select organization_id, id, id, patient_id, enrollment_id, instrument, '1', 'en', 'self', '{}', now(), now(), 3, 'minimal', 'part-2'
     from stepwell.measure_request`,
];

/** Every day that earned something is in a claim of its own; those of the first stays are ready to go. */
const claims = [
  `insert into stepwell.contract (organization_id, id, payer_id, name, created_at)
   select organization_id, ${id("contract", "1")}, ${id("payer", "1")}, 'Any', now() from stepwell.organization o`,
  `insert into stepwell.contract_version (organization_id, id, contract_id, number, effective_from, effective_to, terms, source, created_at, created_by)
   select organization_id, ${id("version", "1")}, ${id("contract", "1")}, 1, '2020-01-01', '2020-12-31', '{}', 'Any', now(), 'Test' from stepwell.organization o`,
  `insert into stepwell.claim_file (organization_id, id, name, form, guide, payer_id, is_test, interchange_control, group_control, claims, lines,
     total_cents, content, content_sha256, created_at, actor_name, handed_over_at, handed_over_by)
   select organization_id, ${id("file", "1")}, '837i-000000001.x12', 'institutional', '005010X223A2', ${id("payer", "1")}, false, '000000001', '1', 1, 1,
     30000, '', '', now(), 'Test', now(), 'Test' from stepwell.organization o`,
  `insert into stepwell.claim (organization_id, id, control, patient_id, enrollment_id, coverage_id, payer_id, contract_version_id, form, frequency,
     is_test, from_date, through_date, line_count, total_cents, snapshot, snapshot_sha256, created_at, label, state, claim_file_id)
   select o.organization_id, o.id, 'SW' || lpad((row_number() over (partition by o.organization_id order by o.id))::text, 8, '0'), o.patient_id,
     o.enrollment_id, o.coverage_id, o.payer_id, ${id("version", "1")}, 'institutional', '1', false, o.service_date, o.service_date, 1, 30000,
     '{}', '', now(), 'part-2', case when o.state = 'ready' then 'ready' else 'exported' end, case when o.state <> 'ready' then ${id("file", "1")} end
   from stepwell.day_charge o`,
  `insert into stepwell.claim_hold (organization_id, id, claim_id, patient_id, code, owner, raised_at, released_at, released_by)
   select organization_id, gen_random_uuid(), id, patient_id, 'previous-bill-open', 'biller', now(), case when state <> 'ready' then now() end,
     case when state <> 'ready' then 'Test' end from stepwell.claim`,
  `insert into stepwell.acknowledgment (organization_id, id, claim_file_id, kind, stage, verdict, notes, rejected_claims, name, content_sha256,
     received_at, actor_name)
   select organization_id, ${id("answer", "1")}, ${id("file", "1")}, '999', 2, 'partly-accepted', '{}', 1, '999.x12', '', now(), 'Test'
   from stepwell.organization o`,
  `insert into stepwell.claim_acknowledgment (organization_id, id, acknowledgment_id, claim_id, patient_id, verdict, label)
   select o.organization_id, gen_random_uuid(), ${id("answer", "1")}, o.id, o.patient_id,
     case when row_number() over (partition by o.organization_id order by o.id) % 100 = 0 then 'rejected' else 'accepted-with-errors' end, 'part-2'
   from stepwell.claim o where o.state = 'exported'`,
];

/** Two thousand stays and ten thousand signed encounters in every organization that there is: one installation of many programs. */
export const addManyEncounters = async (run: Run): Promise<void> => {
  for (const text of [...grounds, ...people, ...encounters, ...money, ...confidences, ...claims])
    await run(text);
};
