import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { generateRowTypes } from "#server/db/generate-row-types.ts";
import { migrate } from "#server/db/migrate.ts";
import { printSchema } from "#server/db/print-schema.ts";
import { databaseName } from "#server/platform/postgres/embedded-postgres.ts";
import { startThrowawayPostgres } from "#test/support/postgres.ts";
import { runTool } from "./run-tool.ts";
import type { Outcome } from "./step.ts";

/** The two files that are made from the migrated database. */
const printedFiles = { schema: "db/schema.sql", rows: "src/server/db/rows.ts" };

const schemaText = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await printSchema(client);
  } finally {
    await client.end();
  }
};

const formatted = async (root: string, file: string, text: string): Promise<string> => {
  const run = await runTool(
    root,
    "node_modules/oxfmt/bin/oxfmt",
    [`--stdin-filepath=${file}`],
    text,
  );
  if (run.code !== 0) throw new Error(run.error);
  return run.out;
};

/** Migrates a throw-away database and prints it: the text that each of the files should have. */
export const printedSchema = async (root: string): Promise<ReadonlyMap<string, string>> => {
  const postgres = await startThrowawayPostgres();
  try {
    const url = postgres.ownerUrl(databaseName);
    await migrate({ ownerUrl: url });
    const rows = await generateRowTypes(url);
    return new Map([
      [printedFiles.schema, await schemaText(url)],
      [printedFiles.rows, await formatted(root, printedFiles.rows, rows)],
    ]);
  } finally {
    await postgres.stop();
  }
};

const readText = (root: string, file: string): string => {
  try {
    return readFileSync(path.join(root, file), "utf8");
  } catch {
    return "";
  }
};

const firstDifference = (was: string, is: string): number => {
  const [old, current] = [was.split("\n"), is.split("\n")];
  return current.findIndex((line, index) => line !== old[index]) + 1 || current.length + 1;
};

/** The checked-in schema and row types are what the migrations make. */
export const schemaUnchanged = async (root: string): Promise<Outcome> => {
  const printed = await printedSchema(root);
  const problems: string[] = [];
  for (const [file, text] of printed) {
    const was = readText(root, file);
    if (was !== text)
      problems.push(
        `${file}:${firstDifference(was, text)} is not what the migrations make: node bin/db.ts update`,
      );
  }
  const tables = [...(printed.get(printedFiles.schema) ?? "").matchAll(/^CREATE TABLE /gm)].length;
  return { problems, seen: tables, expected: 1, note: `${tables} tables` };
};
