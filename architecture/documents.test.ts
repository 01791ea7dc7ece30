import { existsSync, globSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { foundations, nouns } from "./nouns.ts";

const documents = globSync("{*.md,docs/**/*.md,architecture/*.md,src/**/README.md}");
const page = readFileSync("docs/ARCHITECTURE.md", "utf8");
const names = [...foundations, ...nouns].map(({ name }) => name);

/** What stands between backticks in a part of a page, in its order. */
const marked = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)].map(([, word]) => word ?? "");

/** The part of the page between two of its sentences. */
const between = (from: string, to: string): string => {
  const start = page.indexOf(from);
  const end = page.indexOf(to, start);
  if (start === -1 || end === -1) throw new Error(`the page says neither ${from} nor ${to}`);
  return page.slice(start, end);
};

describe("the documents", () => {
  it("lead to what is there", () => {
    expect(documents.length).toBeGreaterThan(50);
    const dead = documents.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
        .map(([, link]) => link ?? "")
        .filter((link) => !existsSync(path.join(path.dirname(file), link)))
        .map((link) => `${file}: ${link}`),
    );
    expect(dead).toEqual([]);
  });

  it("name files that are there", () => {
    const inHouse = /^(?:src|bin|db|docs|test|bench|architecture)\/[\w./-]*$/;
    const gone = documents.flatMap((file) =>
      marked(readFileSync(file, "utf8"))
        .filter((word) => inHouse.test(word) && !existsSync(word))
        .map((word) => `${file}: ${word}`),
    );
    expect(gone).toEqual([]);
  });

  it("have a page for every noun and a line for every decision", () => {
    const folders = names.filter((name) => existsSync(`src/domain/${name}`));
    const inside = (name: string) => folders.some((other) => name.startsWith(`${other}/`));
    expect(
      folders.filter((name) => !inside(name) && !existsSync(`src/domain/${name}/README.md`)),
    ).toEqual([]);
    const index = readFileSync("docs/decisions/README.md", "utf8");
    const records = readdirSync("docs/decisions").filter((file) => /^\d{4}-/.test(file));
    expect(records.filter((file) => !index.includes(`](${file})`))).toEqual([]);
    for (const file of records) {
      const [first = ""] = readFileSync(`docs/decisions/${file}`, "utf8").split("\n");
      expect(first).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}\\. \\S`));
    }
  });
});

describe("the page of the architecture", () => {
  it("lists the nouns that have a room, lowest first, and no others", () => {
    const said = marked(between("- what all stand on", "A name in that table"));
    const sides = ["domain", "server", "web"];
    const built = names.filter((name) => sides.some((side) => existsSync(`src/${side}/${name}`)));
    expect(said).toEqual(built);
  });

  it("knows every folder of the house", () => {
    const said = between("bin/ ", "The same noun");
    const folders = readdirSync(".", { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(path.join(entry.name)))
      .map(({ name }) => name)
      .filter((name) => ["architecture", "bench", "bin", "db", "src", "test"].includes(name));
    for (const folder of folders) expect(said).toContain(`${folder}/`);
    for (const side of readdirSync("src")) expect(said).toContain(`src/${side}/`);
  });

  it("tells the order in which the process starts", () => {
    const steps = marked(between("1. `claimDataFolder`", "It stops in the reverse"));
    expect(steps.length).toBeGreaterThan(10);
    const places = ["serve", "product", "background"].map((name) => {
      const text = readFileSync(`src/server/app/${name}.ts`, "utf8");
      return steps.map((step) => text.search(new RegExp(`[^"/\\w.]${step}(?:<\\w+>)?\\(`)));
    });
    const nowhere = steps.filter((_, index) => places.every((found) => found[index] === -1));
    expect(nowhere).toEqual([]);
    for (const found of places) {
      const there = found.filter((place) => place !== -1);
      expect(there).toEqual(there.toSorted((one, other) => one - other));
    }
  });
});
