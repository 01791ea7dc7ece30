import type { TestOrganization, TestProduct } from "#test/support/test-product.ts";

/** A statement as it was sent. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What statements read of large tables, whatever functions they call: the database counts. */
export interface Reading {
  /** Read from end to end, each with the statement that does. */
  readonly scanned: readonly { readonly table: string; readonly statement: string }[];
  /** Of which a statement looks at more rows than a person or a week has: as many as there are of the organization. */
  readonly swept: readonly string[];
}

const readSoFar = `select name, pg_stat_get_xact_numscans(place)::integer as scans,
    (pg_stat_get_xact_tuples_returned(place) + pg_stat_get_xact_tuples_fetched(place))::integer as rows
  from (select name, ('stepwell.' || name)::regclass as place from unnest($1::text[]) name) each order by name`;

interface Count {
  readonly name: string;
  readonly scans: number;
  readonly rows: number;
}

const mostRows = 400;

/** Carries statements out, one after the other, and tells what they read of these tables. Nothing stays of them. */
export const readingOf =
  ({ pool }: TestProduct, tables: readonly string[]) =>
  async (
    { organizationId }: TestOrganization,
    statements: readonly Statement[],
    setting = "select",
  ): Promise<Reading> => {
    const scanned: Reading["scanned"][number][] = [];
    const swept = new Set<string>();
    const client = await pool.connect();
    const count = async () => (await client.query<Count>(readSoFar, [tables])).rows;
    try {
      for (const { text, values } of statements) {
        await client.query("begin");
        await client.query("select set_config('app.organization_id', $1, true)", [organizationId]);
        await client.query(setting);
        // The counts of a connection outlive its transactions for a while: what matters is what is added.
        const before = await count();
        await client.query(text, [...values]);
        const after = await count();
        await client.query("rollback");
        for (const [place, { name, scans, rows }] of after.entries()) {
          if (scans > (before[place]?.scans ?? 0)) scanned.push({ table: name, statement: text });
          if (rows > (before[place]?.rows ?? 0) + mostRows) swept.add(name);
        }
      }
      return { scanned, swept: [...swept].toSorted() };
    } finally {
      await client.query("rollback");
      client.release();
    }
  };
