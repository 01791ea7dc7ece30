import { sql, type RawBuilder } from "kysely";
import { z } from "zod";
import type { Place } from "#server/exports/chart-copy.queries.ts";
import type { ExportedTable } from "#server/exports/exported-tables.ts";

type Ids = readonly string[];

/** A table as the catalogue of the database describes it. */
export interface TableShape {
  readonly columns: readonly string[];
  /** What its rows are told apart by within the organization, with the type. */
  readonly key: readonly { readonly name: string; readonly type: string }[];
}

/** Columns in their order, and the primary key without the organization. */
export const shapeOf = async ({ tx }: Place, table: string): Promise<TableShape> => {
  const { rows } = await sql<{ name: string; type: string; place: number | null }>`
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      array_position(i.indkey::int2[], a.attnum) as place
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relname = ${table} and c.relnamespace = 'stepwell'::regnamespace
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where a.attnum > 0 and not a.attisdropped
    order by a.attnum`.execute(tx);
  const key = rows
    .filter(({ place, name }) => place !== null && name !== "organization_id")
    .toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0));
  return {
    columns: rows.map(({ name }) => name),
    key: key.map(({ name, type }) => ({ name, type })),
  };
};

const rowSchema = z.record(z.string(), z.unknown());
export type TableRow = z.output<typeof rowSchema>;

const rowsAtOnce = 500;

/** Whether one of those who go has a seat in the session of the row `t`, or nobody has one there. */
const isOfSessionThatGoes = (organizationId: string, session: RawBuilder<unknown>, hidden: Ids) => {
  const seat = sql`from stepwell.attendance a where a.organization_id = ${organizationId} and a.session_id = ${session}`;
  return sql`(exists (select ${seat} and a.patient_id <> all(${hidden}::uuid[])) or not exists (select ${seat}))`;
};

const isOfSeriesThatGoes = (organizationId: string, series: RawBuilder<unknown>, hidden: Ids) => {
  const member = sql`from stepwell.membership m where m.organization_id = ${organizationId} and m.series_id = ${series}`;
  const seat = sql`from stepwell.session s
    join stepwell.attendance a on a.organization_id = ${organizationId} and a.session_id = s.id
    where s.organization_id = ${organizationId} and s.series_id = ${series}`;
  return sql`(exists (select ${member} and m.patient_id <> all(${hidden}::uuid[]))
    or exists (select ${seat} and a.patient_id <> all(${hidden}::uuid[]))
    or (not exists (select ${member}) and not exists (select ${seat})))`;
};

/** What of a table goes to somebody who may not be told of the hidden. */
const goes = (
  organizationId: string,
  { table, speaks, within }: ExportedTable,
  people: ReadonlySet<string>,
): RawBuilder<unknown> => {
  const hidden = [...people];
  const person = sql.ref(table === "patient" ? "t.id" : "t.patient_id");
  const byPerson =
    speaks === "person" ? sql` and (${person} = any(${hidden}::uuid[])) is not true` : sql``;
  if (within === undefined) return byPerson;
  const place = sql.ref(table === within ? "t.id" : `t.${within}_id`);
  const isOfOneThatGoes = within === "session" ? isOfSessionThatGoes : isOfSeriesThatGoes;
  return sql`${byPerson} and ${isOfOneThatGoes(organizationId, place, hidden)}`;
};

/**
 * Every row of a table of this organization in the order of its key, in portions; where `hidden` people are named, without
 * those that speak of them.
 */
export async function* rowsOf(
  { tx, organizationId }: Place,
  exported: ExportedTable,
  { key }: TableShape,
  hidden: ReadonlySet<string> | null,
): AsyncGenerator<readonly TableRow[]> {
  const names = sql.join(key.map(({ name }) => sql`t.${sql.ref(name)}`));
  let after: TableRow | undefined;
  for (;;) {
    const last = after;
    const place =
      last === undefined || key.length === 0
        ? sql``
        : sql` and (${names}) > (${sql.join(key.map(({ name, type }) => sql`${String(last[name])}::${sql.raw(type)}`))})`;
    const visible = hidden === null ? sql`` : goes(organizationId, exported, hidden);
    const order = key.length === 0 ? sql`` : sql` order by ${names}`;
    const { rows } = await sql<{ row: unknown }>`
      select to_jsonb(t) as row from stepwell.${sql.ref(exported.table)} t
      where t.organization_id = ${organizationId}${visible}${place}${order} limit ${rowsAtOnce}`.execute(
      tx,
    );
    const found = rows.map(({ row }) => rowSchema.parse(row));
    if (found.length > 0) yield found;
    if (found.length < rowsAtOnce || key.length === 0) return;
    after = found.at(-1);
  }
}

export const countRows = async ({ tx, organizationId }: Place, table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from stepwell.${sql.ref(table)} t where t.organization_id = ${organizationId}`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
};

/** Exported claim files, one after the other, to the byte. */
export async function* claimFilesOf({ tx, organizationId }: Place) {
  let after: string | null = null;
  for (;;) {
    const found: { id: string; name: string; content: Buffer } | undefined = await tx
      .selectFrom("stepwell.claimFile as f")
      .select(["f.id", "f.name", "f.content"])
      .where("f.organizationId", "=", organizationId)
      .$if(after !== null, (all) => all.where("f.id", ">", after))
      .orderBy("f.id")
      .limit(1)
      .executeTakeFirst();
    if (found === undefined) return;
    yield found;
    after = found.id;
  }
}
