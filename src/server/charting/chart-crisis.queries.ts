import { sql, type RawBuilder } from "kysely";
import type { Work } from "#server/platform/work.ts";
import { isSeen } from "#server/platform/sight.queries.ts";

/** An answer that asked for a call now, and how the call it asked for stands. */
export interface CrisisAnswerRow {
  readonly measureId: string;
  readonly instrument: string;
  readonly item: string;
  readonly value: number;
  readonly at: string;
  readonly on: string;
  readonly closure: string | null;
  readonly closureWords: string | null;
  readonly closedBy: string | null;
}

/**
 * The calls that answers of a person asked for, and the measures they were answers of. Seen with the measure: whoever may not
 * see what was answered learns nothing of the call either.
 */
const calls = (work: Work, patientId: string): RawBuilder<unknown> => sql`
  stepwell.task t
  join stepwell.measure_request q on q.organization_id = ${work.organizationId} and q.id = t.record_id
  join stepwell.measure_response r on r.organization_id = ${work.organizationId} and r.request_id = q.id
  where t.organization_id = ${work.organizationId} and t.patient_id = ${patientId}
    and t.kind = 'crisis-answer' and t.record_kind = 'measure'
    and ${isSeen(work, { label: sql`r.label`, enrollmentId: sql`r.enrollment_id` })}
    and ${isSeen(work, { label: sql`t.label`, enrollmentId: sql`r.enrollment_id` })}`;

/** More calls than this in a few weeks are told by the timeline. */
const mostCalls = 20;

/** The last answers that asked for a call, newest first: what they say of risk stands beside what the notes say. */
export const listCrisisAnswers = async (
  work: Work,
  patientId: string,
  zone: string,
): Promise<CrisisAnswerRow[]> => {
  const { rows } = await sql<CrisisAnswerRow>`
    select q.id as measure_id, r.instrument, t.details ->> 'item' as item, (t.details ->> 'value')::integer as value,
      t.created_at as at, (t.created_at at time zone ${zone})::date as on, t.closure, t.closure_words, t.closed_by
    from ${calls(work, patientId)}
    order by t.created_at desc, t.id desc limit ${mostCalls}`.execute(work.tx);
  return rows;
};

/** The same calls in the timeline: each time one was asked for, taken or closed, as the history of its task says it. */
export const crisisEntries = (
  work: Work,
  patientId: string,
  { sees, zone }: { readonly sees: boolean; readonly zone: string },
): RawBuilder<unknown> => sql`
  select v.id, c.kind, (v.changed_at at time zone ${zone})::date, v.changed_at, ${zone}::text, call.instrument,
    case v.verb when 'raise' then call.item when 'close' then call.closure end, null, null,
    case when v.verb = 'raise' then call.value end, case when v.verb = 'close' then call.closure_words end,
    case when v.verb <> 'raise' then v.actor_name end, null::uuid, 'none', case when v.verb = 'raise' then call.measure_id end, false
  from (
    select t.id, t.closure, t.closure_words, r.instrument, t.details ->> 'item' as item, (t.details ->> 'value')::integer as value,
      q.id as measure_id
    from ${calls(work, patientId)} and ${sees}::boolean) call
  join stepwell.revision v on v.organization_id = ${work.organizationId} and v.record_kind = 'task' and v.record_id = call.id
  join (values ('raise', 'call-asked'), ('take', 'call-taken'), ('close', 'call-closed')) c (verb, kind) on c.verb = v.verb`;
