import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nouns } from "./nouns.ts";

const glossary = readFileSync("docs/GLOSSARY.md", "utf8");
const entries = glossary
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .slice(2)
  .map((line) => line.split("|")[1]?.trim() ?? "");

/** The words of an entry, without what tells two meanings apart: `note, shared note`, `hold (of a bill)`. */
const words = entries.flatMap((entry) => entry.replaceAll(/\s*\([^)]*\)/g, "").split(/,\s*/));
const marked = new Set([...glossary.matchAll(/`([a-z][a-z_]+)`/g)].map(([, name]) => name ?? ""));

const schema = readFileSync("db/schema.sql", "utf8");
const tables = [...schema.matchAll(/^CREATE TABLE \w+\."?(\w+)"? \(/gm)].map(
  ([, name]) => name ?? "",
);
const contracts = globSync("src/domain/**/*.api.ts").map((file) => readFileSync(file, "utf8"));
const spoken = globSync("src/**/*.{ts,tsx}", { exclude: (file) => file.includes("locales") })
  .map((file) => readFileSync(file, "utf8"))
  .concat(schema)
  .join("\n")
  .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, " ")
  .replaceAll(/[-_]/g, " ")
  .replaceAll(/\s+\*?\s*/g, " ")
  .toLowerCase();

const inWords = (name: string): string => name.replaceAll(/[-_]/g, " ");

describe("the glossary", () => {
  it("holds every word once, in the order of the alphabet", () => {
    expect(entries.length).toBeGreaterThan(100);
    expect(new Set(entries).size).toBe(entries.length);
    const inOrder = entries.toSorted((one, other) =>
      one.toLowerCase() < other.toLowerCase() ? -1 : 1,
    );
    expect(entries).toEqual(inOrder);
  });

  it("names every table, and none that is not there", () => {
    expect(tables.length).toBeGreaterThan(70);
    const named = (table: string) => words.includes(inWords(table)) || marked.has(table);
    expect(tables.filter((table) => !named(table))).toEqual([]);
    const asTables = [...marked].filter((name) => name.includes("_"));
    expect(asTables.filter((name) => !tables.includes(name))).toEqual([]);
  });

  it("knows what every act is done to", () => {
    const objects = contracts.flatMap((text) =>
      [...text.matchAll(/verb: "(?:my-)?([a-z-]+)\./g)].map(([, object]) => inWords(object ?? "")),
    );
    expect(objects.length).toBeGreaterThan(200);
    const known = new Set([...words, ...marked, ...nouns.map(({ name }) => name)].map(inWords));
    expect([...new Set(objects)].filter((object) => !known.has(object)).toSorted()).toEqual([]);
  });

  it("has no word that nothing uses", () => {
    expect(words.filter((word) => !spoken.includes(inWords(word).toLowerCase()))).toEqual([]);
  });
});
