import { sql } from "kysely";
import type { Tx } from "#server/db/transaction.ts";

export interface SealRow {
  readonly number: number;
  readonly sealedAt: string;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}

/** One entry of a seal with the event it speaks of as it stands now; `id` is null where that row is gone. */
export interface SealedRow {
  readonly number: number;
  readonly auditId: string;
  readonly digest: Buffer;
  readonly id: string | null;
  /** With microseconds, in UTC, without zone: as it is sealed. */
  readonly at: string;
  readonly outcome: string;
  readonly verb: string;
  readonly purpose: string;
  readonly actorKind: string;
  readonly accountId: string | null;
  readonly actorName: string;
  readonly sessionId: string | null;
  readonly requestId: string;
  readonly address: string | null;
  readonly recordKind: string | null;
  readonly recordId: string | null;
  readonly details: string;
  /** Ids of the patients, ascending, parted by commas; null for none. */
  readonly subjects: string | null;
  /** False where a subject's row carries another time than its event. */
  readonly subjectsKeepTime: boolean | null;
}

/** The next seals above `after`, in their order. */
export const selectSeals = (
  tx: Tx,
  organizationId: string,
  after: number,
  most: number,
): Promise<SealRow[]> =>
  tx
    .selectFrom("stepwell.auditSeal")
    .select(["number", "sealedAt", "previousHash", "hash"])
    .where("organizationId", "=", organizationId)
    .where("number", ">", after)
    .orderBy("number")
    .limit(most)
    .execute();

/**
 * Every entry of the seals `from` to `until`, in the order it was sealed in. The limit keeps the planner from
 * joining the whole trail: each event is found by its key.
 */
export const selectSealedRows = async (
  tx: Tx,
  organizationId: string,
  from: number,
  until: number,
): Promise<SealedRow[]> => {
  const { rows } = await sql<SealedRow>`
    select s.number, i.audit_id, i.digest, e.id,
           to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at,
           e.outcome, e.verb, e.purpose, e.actor_kind, e.account_id, e.actor_name, e.session_id, e.request_id,
           e.address, e.record_kind, e.record_id, e.details::text as details, p.subjects, p.subjects_keep_time
      from stepwell.audit_seal s
     cross join lateral unnest(s.audit_ids, s.digests) with ordinality as i(audit_id, digest, place)
      left join lateral (
        select * from stepwell.audit_event a
         where a.organization_id = ${organizationId} and a.id = i.audit_id limit 1
      ) e on true
      left join lateral (
        select string_agg(subject.patient_id::text, ',' order by subject.patient_id) as subjects,
               bool_and(subject.at = e.at) as subjects_keep_time
          from stepwell.audit_subject subject
         where subject.organization_id = ${organizationId} and subject.audit_id = e.id
      ) p on true
     where s.organization_id = ${organizationId} and s.number between ${from} and ${until}
     order by s.number, i.place`.execute(tx);
  return rows;
};

/** The seals with these numbers, as far as they exist. */
export const selectSealsByNumber = (
  tx: Tx,
  organizationId: string,
  numbers: readonly number[],
): Promise<Pick<SealRow, "number" | "hash" | "sealedAt">[]> =>
  tx
    .selectFrom("stepwell.auditSeal")
    .select(["number", "hash", "sealedAt"])
    .where("organizationId", "=", organizationId)
    .where(sql<boolean>`number = any(${[...numbers]}::bigint[])`)
    .execute();

/** How many seals above `after` were made before a moment. */
export const countSealsBefore = async (
  tx: Tx,
  organizationId: string,
  after: number,
  moment: string,
): Promise<number> => {
  const { count } = await tx
    .selectFrom("stepwell.auditSeal")
    .select(sql<number>`count(*)`.as("count"))
    .where("organizationId", "=", organizationId)
    .where("number", ">", after)
    .where("sealedAt", "<", moment)
    .executeTakeFirstOrThrow();
  return count;
};

export interface OutsideEvents {
  readonly count: number;
  readonly id: string;
  readonly at: string;
  readonly verb: string;
}

/**
 * Events that no seal names and that do not wait for one: how many, and the first of them. As a difference of
 * sets, because its plan sorts or hashes whatever the planner believes: a join over the arrays of the seals
 * became quadratic (24 s instead of 20 ms for 20,000 events) where the statistics were old.
 */
export const selectOutsideEvents = async (
  tx: Tx,
  organizationId: string,
): Promise<OutsideEvents | undefined> => {
  const { rows } = await sql<OutsideEvents>`
    with outside as materialized (
      select e.id from stepwell.audit_event e where e.organization_id = ${organizationId}
      except (
        select i.id from stepwell.audit_seal s cross join lateral unnest(s.audit_ids) as i(id)
         where s.organization_id = ${organizationId}
        union all
        select u.audit_id from stepwell.audit_unsealed u where u.organization_id = ${organizationId}
      )
    )
    select (select count(*) from outside) as count, e.id, e.at, e.verb
      from stepwell.audit_event e
     where e.organization_id = ${organizationId}
       and e.id = (select o.id from outside o order by o.id limit 1)`.execute(tx);
  return rows[0];
};

export const countWaitingEvents = async (tx: Tx, organizationId: string): Promise<number> => {
  const row = await tx
    .selectFrom("stepwell.auditUnsealed")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("organizationId", "=", organizationId)
    .executeTakeFirstOrThrow();
  return row.count;
};

export interface WaitingEvent {
  readonly id: string;
  readonly at: string;
}

/** The event that has waited longest for the sealer: ids grow with time. */
export const findOldestWaiting = (
  tx: Tx,
  organizationId: string,
): Promise<WaitingEvent | undefined> =>
  tx
    .selectFrom("stepwell.auditUnsealed as unsealed")
    .innerJoin("stepwell.auditEvent as event", (join) =>
      join
        .onRef("event.id", "=", "unsealed.auditId")
        .on("event.organizationId", "=", organizationId),
    )
    .select(["event.id", "event.at"])
    .where("unsealed.organizationId", "=", organizationId)
    .orderBy("unsealed.auditId")
    .limit(1)
    .executeTakeFirst();
