import { sql, type RawBuilder } from "kysely";
import type { Work } from "#server/platform/work.ts";
import { isSeen } from "#server/platform/sight.queries.ts";

/** Somebody's name as colleagues are named, from the row `staff` of this alias. */
export const staffNameOf = (alias: string): RawBuilder<string> =>
  sql`${sql.raw(`${alias}.given_name || ' ' || ${alias}.family_name || coalesce(', ' || ${alias}.credentials_shown, '')`)}`;

/** How many earlier notes of a person the clone meter compares with. */
const earlierNotes = 5;

/**
 * The last notes of a person, newest first, from the row `a` of attendance: not those of this session, not retracted, not
 * replaced by a correction. The few of a person that were are looked up once, as a list: note by note it is two look-ups each, as a
 * join PostgreSQL reads every note there is.
 */
export const lastNotes = (organizationId: string): RawBuilder<unknown> => sql`
  (select m.sentence, m.signed_at, m.enrollment_id, m.objective_id, m.session_id from stepwell.member_note m
    where m.organization_id = ${organizationId} and m.patient_id = a.patient_id
      and m.session_id <> a.session_id
      and m.id <> all(array(select c.corrects_id from stepwell.member_note c
            where c.organization_id = ${organizationId} and c.patient_id = a.patient_id and c.corrects_id is not null))
      and m.id <> all(array(select t.note_id from stepwell.note_act t
            where t.organization_id = ${organizationId} and t.patient_id = a.patient_id and t.kind = 'retract'))
    order by m.service_date desc, m.id desc limit ${earlierNotes})`;

/** Open objectives of the enrollment in the row `a` of attendance. */
const openObjectives = (organizationId: string): RawBuilder<unknown> => sql`
  (select coalesce(json_agg(json_build_object('id', o.id, 'number', g.number || '.' || o.number,
             'statement', o.statement) order by g.number, o.number), '[]')
     from stepwell.objective o
     join stepwell.goal g on g.organization_id = ${organizationId} and g.id = o.goal_id
    where o.organization_id = ${organizationId} and o.enrollment_id = a.enrollment_id
      and o.status = 'active')`;

/** Every name of the row `p` of patient. */
export const namesOf = sql`json_build_object('given', p.given_name, 'middle', p.middle_name, 'family', p.family_name,
  'preferred', p.preferred_name, 'others', p.former_names || p.nicknames, 'phone', p.phone)`;

const attendanceOf = sql`json_build_object('id', a.id, 'sessionId', a.session_id, 'patientId', a.patient_id,
  'enrollmentId', a.enrollment_id, 'kind', a.kind, 'status', a.status, 'reason', a.reason, 'mode', a.mode,
  'firstInAt', a.first_in_at, 'lastOutAt', a.last_out_at,
  'scheduledMinutes', a.scheduled_minutes, 'deliveredMinutes', a.delivered_minutes,
  'creditedMinutes', a.credited_minutes, 'makesUpFor', a.makes_up_for, 'isOverLimit', a.is_over_limit, 'label', a.label, 'version', a.version)`;

/** The newest note of somebody in this session, with what happened to it. */
const latestNote = (organizationId: string): RawBuilder<unknown> => sql`
  (select json_build_object('id', m.id, 'signedAt', m.signed_at, 'authorName', m.author_name,
            'needsCosignature', m.needs_cosignature, 'authorStaffId', m.author_staff_id,
            'creditedMinutes', m.credited_minutes,
            'objectiveNumber', (select g.number || '.' || o.number from stepwell.objective o
                join stepwell.goal g on g.organization_id = ${organizationId} and g.id = o.goal_id
               where o.organization_id = ${organizationId} and o.id = m.objective_id),
            'part', json_build_object('objectiveId', m.objective_id, 'participation', m.participation, 'response', m.response,
              'progress', m.progress, 'risk', m.risk, 'nextStep', m.next_step, 'sentence', m.sentence),
            'acts', (select coalesce(json_agg(t.kind), '[]') from stepwell.note_act t
                      where t.organization_id = ${organizationId} and t.note_id = m.id))
     from stepwell.member_note m
    where m.organization_id = ${organizationId} and m.session_id = a.session_id and m.patient_id = a.patient_id
      and not exists (select from stepwell.member_note c
            where c.organization_id = ${organizationId} and c.corrects_id = m.id)
    limit 1)`;

/** Whoever leads a session sees everybody in its room; others those whose label they see. */
const isSeenInRoom = (work: Work): RawBuilder<boolean> =>
  isSeen(work, {
    label: sql`a.label`,
    enrollmentId: sql`a.enrollment_id`,
    sessionId: sql`a.session_id`,
  });

/** As in the chart: a task may come from a stay that the reader does not see, and tells that it is there. */
const seesCrisisTask = (work: Work): RawBuilder<boolean> =>
  isSeen(work, {
    label: sql`k.label`,
    enrollmentId: sql`null::uuid`,
    staffIds: [sql`k.owner_staff_id`],
  });

/** A session that is over shows what was open while it ran: what came to light afterwards nobody knew in it. */
const isOfThatTime = (
  work: Work,
): RawBuilder<boolean> => sql`k.created_at < s.ends_at and (k.closed_at is null
  or (s.ends_at <= ${work.now.toString()}::timestamptz and k.closed_at > s.starts_at))`;

const roomRows = (work: Work): RawBuilder<unknown> => {
  const { organizationId } = work;
  return sql`
  (select coalesce(json_agg(json_build_object(
      'patientId', a.patient_id, 'enrollmentId', a.enrollment_id, 'label', a.label, 'names', ${namesOf},
      'levelName', case l.code when 'iop' then 'IOP' when 'php' then 'PHP' else l.name end, 'admittedOn', e.admitted_on, 'attendance', ${attendanceOf},
      'draft', (select json_build_object('revision', d.revision, 'fields', d.fields) from stepwell.note_draft d
                 where d.organization_id = ${organizationId} and d.session_id = s.id and d.patient_id = a.patient_id),
      'objectives', ${openObjectives(organizationId)},
      'earlier', (select coalesce(json_agg(json_build_object('sentence', m.sentence, 'signedAt', m.signed_at,
                      'objectiveId', case when m.enrollment_id = a.enrollment_id then m.objective_id end,
                      'isOfSeries', (select z.series_id = s.series_id from stepwell.session z
                        where z.organization_id = ${organizationId} and z.id = m.session_id) is true)), '[]')
                    from ${lastNotes(organizationId)} m),
      'note', ${latestNote(organizationId)},
      'crises', (select coalesce(json_agg(distinct k.kind), '[]') from stepwell.task k where k.organization_id = ${organizationId}
                   and k.patient_id = a.patient_id and k.urgency = 'crisis' and ${isOfThatTime(work)} and ${seesCrisisTask(work)})
      ) order by p.sort_name, p.id), '[]')
     from stepwell.attendance a
     join stepwell.patient p on p.organization_id = ${organizationId} and p.id = a.patient_id
     join stepwell.enrollment e on e.organization_id = ${organizationId} and e.id = a.enrollment_id
     join stepwell.level_of_care l on l.organization_id = ${organizationId} and l.id = e.level_of_care_id
    where a.organization_id = ${organizationId} and a.session_id = s.id and a.status <> 'cancelled' and ${isSeenInRoom(work)})`;
};

const sharedNote = (organizationId: string): RawBuilder<unknown> => sql`
  (select json_build_object('id', n.id, 'signedAt', n.signed_at, 'authorName', n.author_name, 'fields',
      json_build_object('topic', n.topic, 'curriculum', n.curriculum, 'interventions', n.interventions,
        'whatWeDid', n.what_we_did, 'howItWent', n.how_it_went, 'nextTime', n.next_time))
     from stepwell.session_note n
    where n.organization_id = ${organizationId} and n.session_id = s.id
    order by n.signed_at desc, n.id desc limit 1)`;

const facts = (organizationId: string): RawBuilder<unknown> => sql`
  json_build_object('id', s.id, 'seriesId', s.series_id, 'name', s.name, 'zone', s.zone,
    'serviceDate', s.service_date, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
    'state', s.state, 'siteName', site.name, 'roomName', room.name, 'hasVideo', s.has_video,
    'capacity', s.capacity, 'version', s.version,
    'activity', json_build_object('id', t.id, 'name', t.name, 'format', t.format, 'modality', t.modality,
      'countsTowardHours', t.counts_toward_hours, 'minutesToCount', t.minutes_to_count,
    'peoplePerFacilitator', t.people_per_facilitator),
    'facilitators', (select coalesce(json_agg(json_build_object('staffId', f.staff_id, 'role', f.role,
        'name', ${staffNameOf("w")}) order by f.role <> 'lead', w.sort_name), '[]')
       from stepwell.session_facilitator f
       join stepwell.staff w on w.organization_id = ${organizationId} and w.id = f.staff_id
      where f.organization_id = ${organizationId} and f.session_id = s.id))`;

const events = (work: Work): RawBuilder<unknown> => {
  const { organizationId } = work;
  return sql`
  (select coalesce(json_agg(json_build_object('id', v.id, 'sessionId', v.session_id, 'patientId', v.patient_id,
      'kind', v.kind, 'mode', v.mode, 'reason', v.reason, 'occurredAt', v.occurred_at,
      'receivedAt', v.received_at, 'source', v.source, 'correctsId', v.corrects_id,
      'device', v.device, 'heardAt', v.heard_at, 'actorName', v.actor_name) order by v.occurred_at, v.id), '[]')
     from stepwell.attendance_event v
    where v.organization_id = ${organizationId} and v.session_id = s.id and (v.patient_id is null or exists (
      select from stepwell.attendance a where a.organization_id = ${organizationId} and a.session_id = s.id
        and a.patient_id = v.patient_id and ${isSeenInRoom(work)})))`;
};

const rule = (organizationId: string): RawBuilder<unknown> => sql`
  (select json_build_object('id', r.id, 'name', r.name, 'graceMinutes', r.grace_minutes,
      'breaksCount', r.breaks_count, 'minimumMinutes', r.minimum_minutes)
     from stepwell.attendance_rule r
    where r.organization_id = ${organizationId} and r.effective_from <= s.service_date
      and (r.effective_to is null or r.effective_to >= s.service_date)
    order by r.effective_from desc, r.id desc limit 1)`;

/** What decides whether a colleague's notes need a cosignature, and whose. */
export const signerOf = (
  organizationId: string,
  staffId: string | null,
): RawBuilder<unknown> => sql`
  (select json_build_object('name', ${staffNameOf("w")}, 'supervisorId', w.supervisor_id,
      'supervisorName', ${staffNameOf("b")},
      'needsCosignature', exists (select from stepwell.staff_credential c
         where c.organization_id = ${organizationId} and c.staff_id = w.id and c.retired_at is null and c.needs_supervision))
     from stepwell.staff w
     left join stepwell.staff b on b.organization_id = ${organizationId} and b.id = w.supervisor_id
    where w.organization_id = ${organizationId} and w.id = ${staffId}::uuid and w.retired_at is null)`;

/** Everything the room shows, read with one statement. */
export const findRoom = async (
  work: Work,
  sessionId: string,
  staffId: string | null,
): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const { tx, organizationId } = work;
  const { rows } = await sql<Record<string, unknown>>`
    select ${facts(organizationId)} as session, ${roomRows(work)} as rows,
      ${events(work)} as events, ${rule(organizationId)} as attendance_rule,
      ${sharedNote(organizationId)} as shared_note, ${signerOf(organizationId, staffId)} as signer,
      (select json_build_object('revision', d.revision, 'fields', d.fields) from stepwell.note_draft d
        where d.organization_id = ${organizationId} and d.session_id = s.id and d.patient_id is null) as shared_draft
    from stepwell.session s
    join stepwell.site on site.organization_id = ${organizationId} and site.id = s.site_id
    join stepwell.activity_type t on t.organization_id = ${organizationId} and t.id = s.activity_type_id
    left join stepwell.room on room.organization_id = ${organizationId} and room.id = s.room_id
    where s.organization_id = ${organizationId} and s.id = ${sessionId}`.execute(tx);
  return rows[0];
};
