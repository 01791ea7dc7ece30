import type pg from "pg";

/**
 * Does at once what autovacuum does within a minute: it looks at the tables that hold something, and at no other. A table that was
 * found empty is taken for empty until somebody looks again, and everything that is written meanwhile is found row by row.
 */
export const actAsAutovacuum = async (owner: pg.Pool): Promise<void> => {
  const { rows } = await owner.query<{ tables: string | null }>(
    `select string_agg(format('%I.%I', n.nspname, c.relname), ', ') as tables
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('stepwell', 'global') and pg_relation_size(c.oid) > 0`,
  );
  const tables = rows[0]?.tables ?? null;
  if (tables !== null) await owner.query(`vacuum analyze ${tables}`);
};
