import pg from "pg";

/**
 * Lets PostgreSQL look at how much lies in every table, with the role that owns them: after much was written at once, plans that were
 * made for empty tables would last until autovacuum comes by.
 */
export const refreshStatistics = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("analyze");
  } finally {
    await client.end();
  }
};
