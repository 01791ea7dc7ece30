import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

export interface WriterRow {
  readonly name: string;
  readonly patientId: string | null;
}

interface Here {
  readonly sessionId: string;
  /** Undefined where the person only looks; null for the shared note. */
  readonly patientId: string | null | undefined;
  /** Who was not heard of since then is not writing any more. */
  readonly since: string;
}

interface Seen {
  readonly hasMoved: boolean;
  readonly others: readonly WriterRow[];
}

/**
 * Says where somebody writes in a session and answers who else does, in one statement; where they only look, nothing is written.
 * `hasMoved`: others see something else than before. A row is somebody's who has a seat. Undefined where there is no such session.
 */
export const seeWriters = async (work: Work, here: Here): Promise<Seen | undefined> => {
  const { tx, organizationId, actor, now } = work;
  const { sessionId, since } = here;
  const patientId = here.patientId ?? null;
  const { rows } = await sql<Seen>`
    with place as materialized (
      select s.id, ${here.patientId !== undefined}::boolean and (${patientId}::uuid is null or exists (
          select from stepwell.attendance a where a.organization_id = ${organizationId} and a.session_id = s.id
            and a.patient_id = ${patientId}::uuid)) as is_writing
      from stepwell.session s where s.organization_id = ${organizationId} and s.id = ${sessionId}
    ), writers as materialized (
      select w.* from stepwell.room_writer w where w.organization_id = ${organizationId} and w.session_id = ${sessionId}
    ), long_gone as (
      delete from stepwell.room_writer w
      where w.organization_id = ${organizationId} and w.session_id = ${sessionId} and w.login_session_id <> ${actor.sessionId}
        and w.seen_at < ${since}::timestamptz - interval '1 minute' and exists (select from place where is_writing)
    ), here as (
      insert into stepwell.room_writer (organization_id, session_id, login_session_id, account_id, patient_id, actor_name, seen_at)
      select ${organizationId}, place.id, ${actor.sessionId}, ${actor.accountId}, ${patientId}::uuid, ${actor.name}, ${now.toString()}
      from place where is_writing
      on conflict (organization_id, session_id, login_session_id)
        do update set patient_id = excluded.patient_id, actor_name = excluded.actor_name, seen_at = excluded.seen_at
    )
    select place.is_writing and not exists (select from writers w where w.login_session_id = ${actor.sessionId}
        and w.seen_at > ${since}::timestamptz and w.patient_id is not distinct from ${patientId}::uuid) as has_moved,
      (select coalesce(json_agg(json_build_object('name', w.actor_name, 'patientId', w.patient_id) order by w.actor_name, w.account_id), '[]')
        from writers w where w.account_id <> ${actor.accountId} and w.seen_at > ${since}::timestamptz) as others
    from place`.execute(tx);
  return rows[0];
};
