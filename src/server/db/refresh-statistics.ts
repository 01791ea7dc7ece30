import pg from "pg";

/** So many rows of a table, and so great a share of it, are other ones than when PostgreSQL looked last. */
const enough = { rows: 40, share: 0.2 } as const;

/**
 * Lets PostgreSQL look at how much lies in the tables that have changed since it looked last, with the role that owns them: after
 * much was written at once, plans that were made for empty tables would last until autovacuum comes by.
 */
export const refreshStatistics = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ tables: string | null }>(
      `select string_agg(format('%I.%I', schemaname, relname), ', ') as tables
         from pg_stat_user_tables
        where schemaname = 'stepwell' and n_mod_since_analyze >= $1 and n_mod_since_analyze >= $2::numeric * n_live_tup`,
      [enough.rows, enough.share],
    );
    const tables = rows[0]?.tables ?? null;
    if (tables !== null) await client.query(`analyze ${tables}`);
  } finally {
    await client.end();
  }
};
