import type pg from "pg";

/** Tells whoever listens, of whichever organization: the first word of each says which. */
export const notifyChanges = async (pool: pg.Pool, words: readonly string[]): Promise<void> => {
  await pool.query("select pg_notify('stepwell', word) from unnest($1::text[]) as word", [words]);
};
