import { sql } from "kysely";
import { askedKinds, type AskedKind } from "#domain/tasks/asked-kind.ts";
import type { Work } from "#server/platform/work.ts";

interface AskedRow {
  readonly kind: AskedKind;
  readonly id: string;
  readonly by: string;
  readonly at: string;
}

/** What is asked of colleagues about these sessions or people and still open, with who asked and when. */
export const selectAsked = async (
  { tx, organizationId }: Work,
  ids: readonly string[],
): Promise<readonly AskedRow[]> => {
  const { rows } = await sql<AskedRow>`
    select task.record_kind as kind, task.record_id as id, raised.actor_name as by,
      to_char(task.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from stepwell.task task
    join stepwell.revision raised on raised.organization_id = ${organizationId} and raised.record_kind = 'task'
      and raised.record_id = task.id and raised.version = 1
    where task.organization_id = ${organizationId} and task.kind = 'to-do' and task.closed_at is null
      and task.record_kind = any(${[...askedKinds]}::text[]) and task.record_id = any(${[...ids]}::uuid[])`.execute(
    tx,
  );
  return rows;
};
