import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { foundations, nouns } from "./nouns.ts";

const schema = readFileSync("db/schema.sql", "utf8");
const tables = [...schema.matchAll(/^CREATE TABLE \w+\."?(\w+)"? \(/gm)].map(
  ([, name]) => name ?? "",
);
const camel = (name: string): string =>
  name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const rooms = [...foundations, ...nouns].map(({ name }) => name);

/** The noun or the part of the server a file lies in. */
const roomOf = (file: string): string => {
  const inside = path.relative("src/server", file);
  return rooms.find((name) => inside.startsWith(`${name}/`)) ?? inside.split(path.sep)[0] ?? "";
};

const sources = globSync("src/server/**/*.ts", { exclude: (file) => file.includes(".test.") }).map(
  (file) => ({ room: roomOf(file), text: readFileSync(file, "utf8") }),
);

const writersOf = (table: string): string[] => {
  const name = `(?:global\\.|stepwell\\.)?(?:${table}|${camel(table)})`;
  const writing = new RegExp(
    `(?:insertInto|updateTable|deleteFrom)\\(\\s*["']${name}["' ]|(?:insert into|update|delete from)\\s+${name}\\b`,
  );
  const found = sources.filter(({ text }) => writing.test(text)).map(({ room }) => room);
  return [...new Set(found)].toSorted();
};

/**
 * Tables that more than one room writes. An errand goes into the outbox through the platform; a signature writes its own in the
 * one statement it is, and the operator repeats those that failed.
 */
const shared: Readonly<Record<string, readonly string[]>> = {
  outbox: ["charting", "operations", "platform"],
};

/** Written by functions of the database alone, so that nobody may alter them. */
const writtenByDatabase = ["audit_event", "audit_seal", "audit_subject", "audit_unsealed"];

describe("every table", () => {
  it("is found", () => {
    expect(tables.length).toBeGreaterThan(70);
    expect(sources.length).toBeGreaterThan(300);
  });

  it.each(tables)("%s is written in one room", (table) => {
    const writers = writersOf(table);
    if (writtenByDatabase.includes(table)) expect(writers).toEqual([]);
    else if (shared[table] === undefined) expect(writers).toHaveLength(1);
    else expect(writers).toEqual(shared[table]);
  });
});
