import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

/** How far the life of this organization has come: the newest of its marks, and what the first one says of the wish. */
export const readMarks = async ({
  tx,
  organizationId,
}: Work): Promise<{ readonly last: number; readonly wish: unknown } | undefined> => {
  const { rows } = await sql<{ last: number; wish: unknown }>`
    select (select max(r.version) from stepwell.revision r where r.organization_id = ${organizationId}
              and r.record_kind = 'demo-life' and r.record_id = ${organizationId}) as last,
      (select r.changes from stepwell.revision r where r.organization_id = ${organizationId}
          and r.record_kind = 'demo-life' and r.record_id = ${organizationId} and r.version = 1) as wish`.execute(
    tx,
  );
  const [found] = rows;
  return found === undefined || found.wish === null ? undefined : found;
};

/** One at a time lives a day of an organization; whoever comes second waits, and finds it lived. */
export const holdLife = async ({ tx, organizationId }: Work): Promise<void> => {
  await sql`select pg_advisory_xact_lock(7733911, hashtext(${organizationId}))`.execute(tx);
};

export const openSavepoint = async ({ tx }: Work): Promise<void> => {
  await sql`savepoint act`.execute(tx);
};

export const closeSavepoint = async ({ tx }: Work, isDone: boolean): Promise<void> => {
  await (isDone ? sql`release savepoint act` : sql`rollback to savepoint act`).execute(tx);
};

/** Names of everybody who is in the organization's records already. */
export const listTakenNames = async ({ tx, organizationId }: Work): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select given_name || ' ' || family_name as name from stepwell.patient where organization_id = ${organizationId}
    union select given_name || ' ' || family_name from stepwell.staff where organization_id = ${organizationId}
    order by 1`.execute(tx);
  return rows.map(({ name }) => name);
};
