import { sql } from "kysely";
import type { Errand } from "#server/platform/outbox/outbox.ts";
import type { Work } from "#server/platform/work.ts";

/** Errands of some kinds whose time has come by now and that no delivery holds, locked, oldest first. */
export const lockDueErrands = async (
  { tx, organizationId, now }: Work,
  kinds: readonly string[],
): Promise<readonly Errand[]> => {
  const { rows } = await sql<Errand>`
    select o.id, o.kind, o.record_id, o.payload from stepwell.outbox o
     where o.organization_id = ${organizationId} and o.delivered_at is null and o.failed_at is null
       and o.kind = any(${[...kinds]}::text[]) and coalesce(o.next_attempt_at, o.created_at) <= ${now.toString()}
     order by o.created_at, o.id
       for update skip locked`.execute(tx);
  return rows;
};

export const markAllDelivered = async (
  { tx, organizationId, now }: Work,
  ids: readonly string[],
): Promise<void> => {
  const at = now.toString();
  await sql`
    update stepwell.outbox set delivered_at = ${at}, attempted_at = ${at}, attempts = attempts + 1, next_attempt_at = null,
           last_problem = null
     where organization_id = ${organizationId} and id = any(${[...ids]}::uuid[])`.execute(tx);
};
