import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

/**
 * Lets one transaction of an organization after the other decide who supervises whom: two that each close half of a
 * circle would both be right by themselves. Take it before locking a colleague.
 */
export const lockSupervision = async ({ tx, organizationId }: Work): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('supervision ' || ${organizationId}::text, 0))`.execute(
    tx,
  );
};

/** The links from a colleague upward: who, and by whom supervised. `union` keeps it from running in a circle. */
export const listLinksAbove = async (
  { tx, organizationId }: Work,
  staffId: string,
): Promise<Map<string, string>> => {
  const { rows } = await sql<{ id: string; supervisorId: string }>`
    with recursive above (id, supervisor_id) as (
      select id, supervisor_id from stepwell.staff
      where organization_id = ${organizationId} and id = ${staffId} and supervisor_id is not null
      union
      select s.id, s.supervisor_id from above
      join stepwell.staff s on s.organization_id = ${organizationId} and s.id = above.supervisor_id
      where s.supervisor_id is not null
    )
    select id, supervisor_id from above`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.supervisorId]));
};
