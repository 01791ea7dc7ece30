const tables = [
  "session_note",
  "member_note",
  "outbox",
  "idempotency_key",
  "audit_event",
  "audit_subject",
];

/** The tables a signature writes into, with their columns and indexes, and without keys to others, walls and triggers. */
export const makePlainTables = tables
  .map(
    (name) =>
      `create table plain_${name} (like stepwell.${name} including defaults including indexes);
       grant select, insert on plain_${name} to stepwell_app;`,
  )
  .join("\n");

/**
 * Every row a signature leaves, in one statement: the shared note, a note of each member, the event, the key against repetition,
 * the line of the trail and its subjects. $1 organization, $2 session, $3 account, $4 staff, $5 shared words, $6 to $10 a
 * member each: ids, patients, enrollments, attendances, objectives; $11 sentences, $12 hash, $13 the answer kept.
 */
export const insertPlainRows = `
  with note as (
    insert into plain_session_note (organization_id, id, session_id, topic, curriculum, interventions, what_we_did, how_it_went,
           attended_count, author_staff_id, account_id, author_name, signed_at, content_sha256, label)
    values ($1, uuidv7(), $2, 'Riding the urge', 'Module 7 of 12', '{Relapse prevention}', $5, $5, cardinality($6::uuid[]), $4, $3,
           'Maya Torres', now(), $12, 'part-2')
    returning id
  ), members as (
    insert into plain_member_note (organization_id, id, session_id, session_note_id, patient_id, enrollment_id, attendance_id,
           objective_id, participation, response, progress, risk, sentence, starts_at, ends_at, credited_minutes, service_date,
           needs_cosignature, author_staff_id, account_id, author_name, signed_at, content_sha256, label)
    select $1, m.id, $2, note.id, m.patient, m.enrollment, m.attendance, m.objective, 'some', 'shared', 'steady', 'none-noted', m.sentence,
           '2026-11-19T01:00Z', '2026-11-19T02:30Z', 90, '2026-11-18', false, $4, $3, 'Maya Torres', now(), $12, 'part-2'
      from note, unnest($6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[], $11::text[])
        as m(id, patient, enrollment, attendance, objective, sentence)
  ), event as (
    insert into plain_outbox (organization_id, id, kind, record_id, payload, created_at, created_by)
    values ($1, uuidv7(), 'service-rendered', $2, '{}', now(), 'Maya Torres')
  ), key as (
    insert into plain_idempotency_key (organization_id, id, account_id, request_hash, status, response, created_at)
    values ($1, uuidv7(), $3, $12, 201, $13, now())
  ), line as (
    insert into plain_audit_event (organization_id, id, at, outcome, verb, purpose, actor_kind, account_id, actor_name, session_id,
           request_id, address, record_kind, record_id)
    values ($1, uuidv7(), now(), 'done', 'note.sign', 'treatment', 'account', $3, 'Maya Torres', uuidv7(),
           uuidv7(), '127.0.0.1', 'session', $2)
    returning id
  )
  insert into plain_audit_subject (organization_id, audit_id, patient_id, at)
  select $1, line.id, s.patient, now() from line, unnest($7::uuid[]) as s(patient)`;
