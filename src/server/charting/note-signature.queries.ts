import { sql, type RawBuilder } from "kysely";
import { lastNotes, namesOf, signerOf } from "#server/charting/session-room.queries.ts";
import type { Step } from "#server/db/exchange.ts";
import { statement, stepOf } from "#server/db/statement.ts";
import type { Work } from "#server/platform/work.ts";

const people = (organizationId: string): RawBuilder<unknown> => sql`
  (select coalesce(json_agg(json_build_object(
      'patientId', a.patient_id,
      'names', (select ${namesOf} from stepwell.patient p where p.organization_id = ${organizationId} and p.id = a.patient_id),
      'openObjectives', array(select o.id from stepwell.objective o
        where o.organization_id = ${organizationId} and o.enrollment_id = a.enrollment_id and o.status = 'active'),
      'earlierSentences', array(select m.sentence from ${lastNotes(organizationId)} m),
      'attendance', json_build_object('id', a.id, 'enrollmentId', a.enrollment_id, 'status', a.status,
        'firstInAt', a.first_in_at, 'lastOutAt', a.last_out_at, 'deliveredMinutes', a.delivered_minutes,
        'creditedMinutes', a.credited_minutes, 'label', a.label, 'version', a.version),
      'draft', (select json_build_object('revision', d.revision, 'by', d.actor_name) from stepwell.note_draft d
                 where d.organization_id = ${organizationId} and d.session_id = s.id and d.patient_id = a.patient_id)
      )), '[]')
     from stepwell.attendance a
    where a.organization_id = ${organizationId} and a.session_id = s.id and a.status <> 'cancelled')`;

interface SigningPlace {
  readonly organizationId: string;
  readonly sessionId: string;
  readonly staffId: string | null;
}

/** The first parts that are signed of a session already: looked up once for all of it, not for every row. */
const signedParts = (organizationId: string): RawBuilder<unknown> => sql`
  (select coalesce(json_agg(json_build_object('patientId', m.patient_id, 'by', m.author_name, 'sentence', m.sentence)), '[]')
     from stepwell.member_note m
    where m.organization_id = ${organizationId} and m.session_id = s.id and m.corrects_id is null)`;

const reading = statement(
  ["organizationId", "sessionId", "staffId"],
  (tx, { organizationId, sessionId, staffId }: SigningPlace) => ({
    compile: () =>
      sql<Record<string, unknown>>`
    select json_build_object('id', s.id, 'state', s.state, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
        'serviceDate', s.service_date, 'format', t.format) as session,
      ${signerOf(organizationId, staffId)} as signer, ${people(organizationId)} as people,
      ${signedParts(organizationId)} as signed,
      (select json_build_object('id', n.id, 'hash', encode(n.content_sha256, 'hex')) from stepwell.session_note n
        where n.organization_id = ${organizationId} and n.session_id = s.id
        order by n.signed_at desc, n.id desc limit 1) as shared_note,
      (select json_build_object('revision', d.revision, 'by', d.actor_name) from stepwell.note_draft d
        where d.organization_id = ${organizationId} and d.session_id = s.id and d.patient_id is null) as shared_draft
    from stepwell.session s
    join stepwell.activity_type t on t.organization_id = ${organizationId} and t.id = s.activity_type_id
    where s.organization_id = ${organizationId} and s.id = ${sessionId}`.compile(tx),
  }),
);

/** Everything a signature is judged by, read with one statement: for all rows of the session. */
export const findSigning = async (
  { tx, organizationId }: Work,
  sessionId: string,
  staffId: string | null,
): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const [row] = await reading(tx, { organizationId, sessionId, staffId });
  return row;
};

/** A signed shared part, ready to be written. */
export interface SignedShared {
  readonly id: string;
  readonly topic: string;
  readonly curriculum: string | null;
  readonly interventions: readonly string[];
  readonly what_we_did: string;
  readonly how_it_went: string;
  readonly next_time: string | null;
  readonly attended_count: number;
  readonly acknowledged: readonly string[];
  readonly hash: string;
  readonly label: string;
}

/**
 * One signed part, ready to be written: written only while the attendance is as the signer saw it. Whose it is, of which stay, and how
 * many minutes are credited is written from that attendance.
 */
export interface SignedMember {
  readonly id: string;
  readonly attendance_id: string;
  readonly attendance_version: number;
  readonly objective_id: string;
  readonly participation: string;
  readonly response: string;
  readonly progress: string;
  readonly risk: string;
  readonly next_step: string | null;
  readonly sentence: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly acknowledged: readonly string[];
  readonly hash: string;
  readonly label: string;
}

export interface Signature {
  readonly sessionId: string;
  readonly serviceDate: string;
  readonly staffId: string;
  readonly authorName: string;
  readonly needsCosignature: boolean;
  readonly supervisorStaffId: string | null;
  /** The note that the one member's part replaces, and why. */
  readonly corrects: { readonly id: string; readonly reason: string } | null;
  readonly shared: SignedShared | null;
  /** The shared part the members' parts belong to: the new one, or the one that was signed before. */
  readonly sessionNoteId: string | null;
  readonly members: readonly SignedMember[];
  readonly errand: { readonly id: string; readonly kind: string; readonly payload: unknown };
}

interface Writing extends Pick<
  Signature,
  "sessionId" | "serviceDate" | "staffId" | "needsCosignature" | "supervisorStaffId"
> {
  readonly organizationId: string;
  readonly accountId: string | null;
  readonly authorName: string;
  readonly actorName: string;
  readonly now: string;
  readonly sessionNoteId: string | null;
  readonly correctsId: string | null;
  readonly correctionReason: string | null;
  readonly attendanceIds: readonly string[];
  readonly memberCount: number;
  readonly shared: string;
  readonly members: string;
  readonly errandId: string;
  readonly errandKind: string;
  readonly payload: string;
}

const insertShared = (given: Writing): RawBuilder<unknown> => sql`
  insert into stepwell.session_note (organization_id, id, session_id, topic, curriculum, interventions, what_we_did,
      how_it_went, next_time, attended_count, author_staff_id, account_id, author_name, signed_at, acknowledged,
      content_sha256, label)
  select ${given.organizationId}, n.id, ${given.sessionId}, n.topic, n.curriculum, n.interventions, n.what_we_did,
      n.how_it_went, n.next_time, n.attended_count, ${given.staffId}, ${given.accountId}, ${given.authorName},
      ${given.now}::timestamptz, n.acknowledged, decode(n.hash, 'hex'), n.label
    from json_to_record(${given.shared}::json) as n(id uuid, topic text, curriculum text, interventions text[],
      what_we_did text, how_it_went text, next_time text, attended_count int, acknowledged text[], hash text, label text)
   where n.id is not null`;

const insertMembers = (given: Writing): RawBuilder<unknown> => sql`
  insert into stepwell.member_note (organization_id, id, session_id, session_note_id, patient_id, enrollment_id,
      attendance_id, objective_id, participation, response, progress, risk, next_step, sentence, starts_at, ends_at,
      credited_minutes, service_date, corrects_id, correction_reason, needs_cosignature, supervisor_staff_id,
      author_staff_id, account_id, author_name, signed_at, acknowledged, content_sha256, label)
  select ${given.organizationId}, m.id, ${given.sessionId}, ${given.sessionNoteId}, a.patient_id, a.enrollment_id,
      m.attendance_id, m.objective_id, m.participation, m.response, m.progress, m.risk, m.next_step, m.sentence,
      m.starts_at, m.ends_at, a.credited_minutes, ${given.serviceDate}, ${given.correctsId}, ${given.correctionReason},
      ${given.needsCosignature}, ${given.supervisorStaffId}, ${given.staffId}, ${given.accountId}, ${given.authorName},
      ${given.now}::timestamptz, m.acknowledged, decode(m.hash, 'hex'), m.label
    from json_to_recordset(${given.members}::json) as m(id uuid, attendance_id uuid, attendance_version int,
      objective_id uuid, participation text, response text, progress text, risk text, next_step text, sentence text,
      starts_at timestamptz, ends_at timestamptz, acknowledged text[], hash text, label text)
    join stepwell.attendance a on a.organization_id = ${given.organizationId} and a.id = m.attendance_id
     and a.version = m.attendance_version and a.id = any(${given.attendanceIds}::uuid[])
  returning id`;

const writing = stepOf(
  [
    "organizationId",
    "accountId",
    "authorName",
    "actorName",
    "now",
    "sessionId",
    "sessionNoteId",
    "serviceDate",
    "staffId",
    "needsCosignature",
    "supervisorStaffId",
    "correctsId",
    "correctionReason",
    "attendanceIds",
    "memberCount",
    "shared",
    "members",
    "errandId",
    "errandKind",
    "payload",
  ],
  (tx, given: Writing) => ({
    compile: () =>
      sql`
    with shared_part as (${insertShared(given)}
    ), member_part as (${insertMembers(given)}
    ), fact as (
      insert into stepwell.outbox (organization_id, id, kind, record_id, payload, created_at, created_by)
      values (${given.organizationId}, ${given.errandId}, ${given.errandKind}, ${given.sessionId}, ${given.payload}::jsonb,
              ${given.now}, ${given.actorName})
      returning id
    )
    select stepwell.refuse_unless((select count(*) from member_part) = ${given.memberCount}::integer, 'signed_as_seen')
      from fact`.compile(tx),
  }),
);

/**
 * A whole signature as one statement: the shared part, every member's part, and the event that a service was rendered.
 * Attendances are named beside the document, or PostgreSQL, which cannot know how many a document holds, reads all of them. It
 * fails as `signed_as_seen` where an attendance changed in this very moment.
 */
export const signatureStep = (work: Work, signature: Signature): Step => {
  const { shared, members, errand, corrects, ...rest } = signature;
  return writing(work.tx, {
    ...rest,
    organizationId: work.organizationId,
    accountId: work.actor.accountId,
    actorName: work.actor.name,
    now: work.now.toString(),
    attendanceIds: members.map((member) => member.attendance_id),
    memberCount: members.length,
    correctsId: corrects?.id ?? null,
    correctionReason: corrects?.reason ?? null,
    shared: JSON.stringify(shared ?? {}),
    members: JSON.stringify(members),
    errandId: errand.id,
    errandKind: errand.kind,
    payload: JSON.stringify(errand.payload),
  });
};
