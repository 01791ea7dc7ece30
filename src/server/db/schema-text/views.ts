import type pg from "pg";

interface View {
  readonly home: string;
  readonly line: string;
}

const views = `
  select c.oid::regclass::text as home, rtrim(pg_get_viewdef(c.oid), ';') as body,
         format('CREATE %sVIEW %s%s AS', case c.relkind when 'm' then 'MATERIALIZED ' else '' end, c.oid::regclass,
                coalesce(' WITH (' || array_to_string(c.reloptions, ', ') || ')', '')) as head
    from pg_class c where c.relnamespace::regnamespace::text = any($1) and c.relkind in ('v', 'm')
   order by c.relnamespace::regnamespace::text collate "C", c.relname`;

/**
 * Views, their text made the same on every version: PostgreSQL 15 qualifies the columns of a view where later
 * versions do not, but all of them print the body of a function alike. So each view lends its text to one.
 */
export const viewParts = async (
  client: pg.ClientBase,
  schemas: readonly string[],
): Promise<View[]> => {
  const { rows } = await client.query<{ home: string; body: string; head: string }>(views, [
    schemas,
  ]);
  const parts: View[] = [];
  for (const view of rows) {
    await client.query(
      `create function pg_temp.view_text() returns void language sql begin atomic ${view.body}; end`,
    );
    const body = await client.query<{ text: string }>(
      "select pg_get_function_sqlbody('pg_temp.view_text'::regproc) as text",
    );
    await client.query("drop function pg_temp.view_text()");
    const text = body.rows[0]?.text.replace(/^BEGIN ATOMIC\n|\nEND$/g, "") ?? "";
    parts.push({ home: view.home, line: `${view.head}\n${text}` });
  }
  return parts;
};
