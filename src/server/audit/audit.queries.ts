import { sql, type RawBuilder } from "kysely";
import type { AuditOutcome } from "#domain/audit/audit-event.ts";
import type { LookerDay } from "#domain/audit/audit.api.ts";
import type { ProblemValues } from "#domain/contract/problem.ts";
import type { Tx } from "#server/db/transaction.ts";
import type { TimePlace } from "#server/platform/time-cursor.ts";

/** A search with its days turned into instants: from `from`, before `until`. */
export interface AuditSearch {
  readonly organizationId: string;
  readonly accountId?: string | undefined;
  readonly patientId?: string | undefined;
  readonly recordId?: string | undefined;
  readonly verb?: string | undefined;
  readonly outcome?: AuditOutcome | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly outcome: AuditOutcome;
  readonly verb: string;
  readonly purpose: string;
  readonly actorKind: string;
  readonly accountId: string | null;
  readonly actorName: string;
  readonly sessionId: string | null;
  readonly requestId: string;
  readonly address: string | null;
  readonly device: string | null;
  readonly recordKind: string | null;
  readonly recordId: string | null;
  readonly details: ProblemValues;
  readonly subjects: readonly string[];
  readonly isSealed: boolean;
}

const columns = (organizationId: string) => sql`
  e.id, e.at, e.outcome, e.verb, e.purpose, e.actor_kind, e.account_id, e.actor_name, e.session_id, e.request_id,
  e.address, session.device, e.record_kind, e.record_id, e.details,
  array(select subject.patient_id from stepwell.audit_subject subject
         where subject.organization_id = ${organizationId} and subject.audit_id = e.id) as subjects,
  not exists (select from stepwell.audit_unsealed u
               where u.organization_id = ${organizationId} and u.audit_id = e.id) as is_sealed`;

/**
 * Where a search starts from. By patient it walks the index of subjects, which carries the time too; otherwise
 * one of the indexes of events. All of them are in the order of the pages, so that a page reads its rows alone.
 */
const sourceOf = ({ organizationId, patientId }: AuditSearch) =>
  patientId === undefined
    ? { from: sql`stepwell.audit_event e`, at: sql`e.at`, id: sql`e.id` }
    : {
        from: sql`stepwell.audit_subject s join stepwell.audit_event e
          on e.organization_id = ${organizationId} and e.id = s.audit_id`,
        at: sql`s.at`,
        id: sql`s.audit_id`,
      };

const conditionsOf = (search: AuditSearch, after: TimePlace | undefined): RawBuilder<unknown> => {
  const { at, id } = sourceOf(search);
  const { organizationId, patientId, accountId, recordId, verb, outcome, from, until } = search;
  const conditions = [sql`e.organization_id = ${organizationId}`];
  if (patientId !== undefined)
    conditions.push(sql`s.organization_id = ${organizationId}`, sql`s.patient_id = ${patientId}`);
  if (accountId !== undefined) conditions.push(sql`e.account_id = ${accountId}`);
  if (recordId !== undefined) conditions.push(sql`e.record_id = ${recordId}`);
  if (verb !== undefined) conditions.push(sql`e.verb = ${verb}`);
  if (outcome !== undefined) conditions.push(sql`e.outcome = ${outcome}`);
  if (from !== undefined) conditions.push(sql`${at} >= ${from}`);
  if (until !== undefined) conditions.push(sql`${at} < ${until}`);
  if (after !== undefined) conditions.push(sql`(${at}, ${id}) < (${after.at}, ${after.id})`);
  return sql.join(conditions, sql` and `);
};

/** One page of a search, newest first. */
export const selectAuditEvents = async (
  tx: Tx,
  search: AuditSearch,
  page: { readonly after: TimePlace | undefined; readonly limit: number },
): Promise<AuditRow[]> => {
  const source = sourceOf(search);
  const { rows } = await sql<AuditRow>`
    select ${columns(search.organizationId)}
      from ${source.from}
      left join global.login_session session on session.id = e.session_id
     where ${conditionsOf(search, page.after)}
     order by ${source.at} desc, ${source.id} desc
     limit ${page.limit}`.execute(tx);
  return rows;
};

/** How many events a search finds; stops counting at `most`. Ordered as a page is, so that it walks the same index. */
export const countAuditEvents = async (
  tx: Tx,
  search: AuditSearch,
  most: number,
): Promise<number> => {
  const source = sourceOf(search);
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
      from (select from ${source.from} where ${conditionsOf(search, undefined)}
             order by ${source.at} desc, ${source.id} desc limit ${most}) as found`.execute(tx);
  return rows[0]?.count ?? 0;
};

export interface GatheredDay extends LookerDay {
  /** Lines gathered in all days together. */
  readonly gathered: number;
}

/** The newest lines of a search, at most `most`, by day on the wall of `zone` and by who stands behind them. */
export const selectLookers = async (
  tx: Tx,
  search: AuditSearch,
  { zone, most }: { readonly zone: string; readonly most: number },
): Promise<readonly GatheredDay[]> => {
  const source = sourceOf(search);
  const { rows } = await sql<GatheredDay>`
    select (found.at at time zone ${zone})::date::text as on, found.account_id,
        (array_agg(found.actor_name order by found.at desc))[1] as name, count(*) as lines,
        count(*) filter (where found.outcome = 'done') as changes, min(found.at) as first_at, max(found.at) as last_at,
        sum(count(*)) over () as gathered
      from (select ${source.at} as at, e.account_id, e.actor_name, e.outcome
              from ${source.from} where ${conditionsOf(search, undefined)}
             order by ${source.at} desc, ${source.id} desc limit ${most}) as found
     group by 1, found.account_id, case when found.account_id is null then found.actor_name end
     order by last_at desc`.execute(tx);
  return rows;
};

export const findAuditEvent = async (
  tx: Tx,
  organizationId: string,
  id: string,
): Promise<AuditRow | undefined> => {
  const { rows } = await sql<AuditRow>`
    select ${columns(organizationId)}
      from stepwell.audit_event e
      left join global.login_session session on session.id = e.session_id
     where e.organization_id = ${organizationId} and e.id = ${id}`.execute(tx);
  return rows[0];
};

/**
 * The seal that names an event. Ids of both grow with time, so the walk starts at `lowestSealId`, shortly before
 * the event was made, and ends at the first seal that names it.
 */
export const findSealOf = async (
  tx: Tx,
  organizationId: string,
  event: { readonly id: string; readonly lowestSealId: string },
): Promise<{ number: number; sealedAt: string } | undefined> =>
  tx
    .selectFrom("stepwell.auditSeal")
    .select(["number", "sealedAt"])
    .where("organizationId", "=", organizationId)
    .where("id", ">=", event.lowestSealId)
    .where(sql<boolean>`${event.id}::uuid = any(audit_ids)`)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();

export interface AuditPerson {
  readonly accountId: string;
  readonly name: string;
  readonly lastAt: string;
}

/**
 * Accounts in the trail with their latest names, at most `most`. Jumps from account to account in the index: as
 * many steps as there are people, however long the trail.
 */
export const selectAuditPeople = async (
  tx: Tx,
  organizationId: string,
  most: number,
): Promise<AuditPerson[]> => {
  const { rows } = await sql<AuditPerson>`
    with recursive person as (
      (select e.account_id from stepwell.audit_event e
        where e.organization_id = ${organizationId} and e.account_id is not null
        order by e.account_id limit 1)
      union all
      select (select e.account_id from stepwell.audit_event e
               where e.organization_id = ${organizationId} and e.account_id > person.account_id
               order by e.account_id limit 1)
        from person where person.account_id is not null
    ),
    listed as materialized (
      select person.account_id from person where person.account_id is not null limit ${most}
    )
    select listed.account_id, latest.actor_name as name, latest.at as last_at
      from listed cross join lateral (
        select e.actor_name, e.at from stepwell.audit_event e
         where e.organization_id = ${organizationId} and e.account_id = listed.account_id
         order by e.at desc, e.id desc limit 1) as latest`.execute(tx);
  return rows;
};
