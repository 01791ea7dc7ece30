import type pg from "pg";
import {
  comments,
  extensions,
  functions,
  grants,
  revocations,
  schemas,
  sequences,
  types,
} from "#server/db/schema-text/object-parts.ts";
import {
  afterTables,
  columns,
  constraints,
  tableHeads,
} from "#server/db/schema-text/table-parts.ts";
import { viewParts } from "#server/db/schema-text/views.ts";

const ours = ["global", "stepwell"];

const opening = `-- The migrated database, printed from its catalogue: what a migration changes shows here.
-- Written by \`node bin/db.ts update\`; nobody edits it. Owners and the job queue's own schema are left out.
`;

/** One statement or line, and the object it is printed under. */
interface Part {
  readonly home: string;
  readonly line: string;
}

/** Sorted here by home, for the order of text in SQL depends on the database; within one home SQL's order stays. */
const ask = async (client: pg.ClientBase, query: string): Promise<Part[]> =>
  (await client.query<Part>(query, [ours])).rows.toSorted((one, other) =>
    one.home < other.home ? -1 : Number(one.home > other.home),
  );

const byHome = (parts: readonly Part[]): Map<string, string[]> => {
  const lines = new Map<string, string[]>();
  for (const part of parts) lines.set(part.home, [...(lines.get(part.home) ?? []), part.line]);
  return lines;
};

/** Tables with what stands inside their parentheses: the columns, then the constraints. */
const tableTexts = async (client: pg.ClientBase): Promise<Part[]> => {
  const inside = byHome([...(await ask(client, columns)), ...(await ask(client, constraints))]);
  return (await ask(client, tableHeads)).map(({ home, line }) => ({
    home,
    line: `CREATE TABLE ${home} (\n  ${(inside.get(home) ?? []).join(",\n  ")}\n)${line};`,
  }));
};

const print = async (client: pg.ClientBase): Promise<string> => {
  const objects = [
    ...(await ask(client, extensions)),
    ...(await ask(client, schemas)),
    ...(await ask(client, types)),
    ...(await ask(client, sequences)),
    ...(await tableTexts(client)),
    ...(await viewParts(client, ours)),
    ...(await ask(client, functions)),
  ];
  const after: Part[] = [];
  for (const query of [...afterTables, revocations, grants, comments])
    after.push(...(await ask(client, query)));
  const more = byHome(after);
  const texts = objects.map(({ home, line }) => [line, ...(more.get(home) ?? [])].join("\n"));
  return `${[opening, ...texts].join("\n\n").replace("\n\n\n", "\n\n")}\n`;
};

/**
 * The schemas `global` and `stepwell` as text: the same text for the same migrations, on PostgreSQL 15 and on
 * every later version. Nothing of the database is changed; the client must not be inside a transaction.
 */
export const printSchema = async (client: pg.ClientBase): Promise<string> => {
  await client.query("begin");
  try {
    // With an empty path every name is printed with its schema.
    await client.query("set local search_path = ''");
    return await print(client);
  } finally {
    await client.query("rollback");
  }
};
