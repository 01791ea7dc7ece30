import { globSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { pictures } from "./documentation-pictures.ts";

const house = path.resolve(import.meta.dirname, "..");
const shown = globSync("{*.md,docs/**/*.md}", { cwd: house }).flatMap((file) =>
  [
    ...readFileSync(path.join(house, file), "utf8").matchAll(
      /!\[([^\]]*)\]\([^)]*\/([\w-]+\.png)\)/g,
    ),
  ].map(([, words = "", name = ""]) => ({ file, words, name })),
);
const listed = pictures.map(({ file }) => file).toSorted();

it("every picture of the documentation is taken by the script, and every one taken is shown", () => {
  expect(readdirSync(path.join(house, "docs/pictures")).toSorted()).toEqual(listed);
  expect([...new Set(shown.map(({ name }) => name))].toSorted()).toEqual(listed);
});

it("whoever does not see a picture reads what it shows", () => {
  expect(shown.filter(({ words }) => words.trim().split(/\s+/).length < 3)).toEqual([]);
});

/** A heading as the address of its place: small letters, hyphens for spaces, no signs. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, "")
    .trim()
    .replaceAll(" ", "-");

it("links into a page lead to one of its headings", () => {
  const dead = globSync("{*.md,docs/**/*.md,src/**/README.md}", { cwd: house }).flatMap((file) =>
    [...readFileSync(path.join(house, file), "utf8").matchAll(/\]\(([\w./-]*)#([\w-]+)\)/g)]
      .filter(([, target = "", anchor]) => {
        const page = path.join(house, target === "" ? file : path.join(path.dirname(file), target));
        const headings = readFileSync(page, "utf8").matchAll(/^#+ (.+)$/gm);
        return ![...headings].some(([, heading = ""]) => anchorOf(heading) === anchor);
      })
      .map(([link]) => `${file}: ${link}`),
  );
  expect(dead).toEqual([]);
});
