import type { TestOrganization, TestProduct } from "#test/support/test-product.ts";

/** A statement as it was sent. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const scansSoFar = `select name, pg_stat_get_xact_numscans(('stepwell.' || name)::regclass)::integer as scans
  from unnest($1::text[]) name order by name`;

/** Of these tables those that a statement reads from end to end, whatever functions it calls: the database counts. Nothing stays of it. */
export const scansOf =
  ({ pool }: TestProduct, tables: readonly string[]) =>
  async (
    { organizationId }: TestOrganization,
    { text, values }: Statement,
    setting = "select",
  ): Promise<readonly string[]> => {
    const client = await pool.connect();
    const count = async () =>
      (await client.query<{ name: string; scans: number }>(scansSoFar, [tables])).rows;
    try {
      await client.query("begin");
      await client.query("select set_config('app.organization_id', $1, true)", [organizationId]);
      await client.query(setting);
      // The counts of a connection outlive its transactions for a while: what matters is what is added.
      const before = await count();
      await client.query(text, [...values]);
      const after = await count();
      return after
        .filter(({ scans }, place) => scans > (before[place]?.scans ?? 0))
        .map(({ name }) => name);
    } finally {
      await client.query("rollback");
      client.release();
    }
  };
