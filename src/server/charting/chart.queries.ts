import { sql } from "kysely";
import type { Chart } from "#domain/charting/chart.ts";
import type { Work } from "#server/platform/work.ts";
import { isSeen } from "#server/platform/sight.queries.ts";

export interface ChartRow {
  readonly id: string;
  readonly name: string;
  readonly givenName: string;
  readonly pronouns: string | null;
  readonly birthDate: string;
  readonly mrn: string;
  readonly today: string;
  readonly zone: string;
  readonly payerNames: readonly string[];
  readonly hasAttended: boolean;
  readonly next: Chart["next"];
  readonly hasClaims: boolean;
  readonly risks: readonly {
    level: string;
    on: string;
    by: string;
    sentence: string;
    signedAt: string;
  }[];
  readonly tasks: readonly {
    id: string;
    kind: string;
    urgency: string;
    dueAt: string;
    takenAt: string | null;
    owner: string | null;
    ownerRole: string | null;
    words: string | null;
  }[];
}

/** More open tasks about one person than anybody keeps. */
const mostTasks = 50;

/**
 * The person and what stands around them, in one statement. Of the notes only the last two that say something of risk
 * are looked at, along the index: the chart opens as fast after ten sessions as after five thousand.
 */
export const findChart = async (work: Work, patientId: string): Promise<ChartRow | undefined> => {
  const { tx, organizationId, now } = work;
  const seesTask = isSeen(work, {
    label: sql`t.label`,
    enrollmentId: sql`null::uuid`,
    staffIds: [sql`t.owner_staff_id`],
  });
  const seesDay = isSeen(
    work,
    { label: sql`a.label`, enrollmentId: sql`a.enrollment_id`, sessionId: sql`a.session_id` },
    "payment",
  );
  const seesNote = isSeen(work, {
    label: sql`m.label`,
    enrollmentId: sql`m.enrollment_id`,
    staffIds: [sql`m.author_staff_id`, sql`m.supervisor_staff_id`],
    sessionId: sql`m.session_id`,
  });
  const { rows } = await sql<ChartRow>`
    select p.id, coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name as name,
      coalesce(p.preferred_name, p.given_name) as given_name, p.pronouns, p.birth_date, p.mrn,
      (${now.toString()}::timestamptz at time zone o.zone)::date as today, o.zone,
      (select coalesce(json_agg(y.name order by c.rank), '[]') from stepwell.coverage c
        join stepwell.payer y on y.organization_id = ${organizationId} and y.id = c.payer_id
        where c.organization_id = ${organizationId} and c.patient_id = p.id and c.effective_to is null) as payer_names,
      exists (select from stepwell.attendance a where a.organization_id = ${organizationId} and a.patient_id = p.id and a.delivered_minutes > 0
        and not exists (select from stepwell.enrollment was where was.organization_id = ${organizationId} and was.id = a.enrollment_id
          and was.ended_on is not null and exists (select from stepwell.enrollment now_in where now_in.organization_id = ${organizationId}
            and now_in.patient_id = p.id and now_in.ended_on is null))
        and ${seesDay}) as has_attended,
      (select json_build_object('sessionId', s.id, 'name', s.name, 'startsAt', to_json(s.starts_at) #>> '{}', 'zone', s.zone)
        from stepwell.attendance a
        join stepwell.session s on s.organization_id = ${organizationId} and s.id = a.session_id
        where a.organization_id = ${organizationId} and a.patient_id = p.id and a.status = 'expected'
          and a.service_date >= (${now.toString()}::timestamptz at time zone o.zone)::date - 1
          and s.state in ('scheduled', 'open') and s.starts_at > ${now.toString()} and ${seesDay}
        order by s.starts_at, s.id limit 1) as next,
      exists (select from stepwell.claim b where b.organization_id = ${organizationId} and b.patient_id = p.id and b.state <> 'withdrawn') as has_claims,
      (select coalesce(json_agg(json_build_object('level', n.risk, 'on', n.service_date, 'by', n.author_name, 'sentence', n.sentence, 'signedAt', to_json(n.signed_at) #>> '{}')), '[]')
        from (select m.risk, m.service_date, m.author_name, m.sentence, m.signed_at from stepwell.member_note m
          where m.organization_id = ${organizationId} and m.patient_id = p.id and ${seesNote}
            and not exists (select from stepwell.member_note c where c.organization_id = ${organizationId} and c.corrects_id = m.id)
            and not exists (select from stepwell.note_act x where x.organization_id = ${organizationId} and x.note_id = m.id and x.kind = 'retract')
          order by m.service_date desc, m.id desc limit 2) n) as risks,
      (select coalesce(json_agg(json_build_object('id', t.id, 'kind', t.kind, 'urgency', t.urgency, 'dueAt', to_json(t.due_at) #>> '{}', 'takenAt', to_json(t.taken_at) #>> '{}', 'owner', t.owner, 'ownerRole', t.owner_role, 'words', t.words)), '[]')
        from (select t.id, t.kind, t.urgency, t.due_at, t.taken_at, s.given_name || ' ' || s.family_name as owner, t.owner_role, t.details ->> 'words' as words from stepwell.task t
          left join stepwell.staff s on s.organization_id = ${organizationId} and s.id = t.owner_staff_id
          where t.organization_id = ${organizationId} and t.patient_id = p.id and t.closed_at is null
            and ${seesTask}
          order by t.urgency <> 'crisis', t.due_at, t.id limit ${mostTasks}) t) as tasks
    from stepwell.patient p
    join stepwell.organization o on o.organization_id = p.organization_id
    where p.organization_id = ${organizationId} and p.id = ${patientId}`.execute(tx);
  return rows[0];
};
