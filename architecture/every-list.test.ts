import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { takeableLists } from "#domain/access/taken-list.ts";

const screens = globSync("src/web/*/**/*.tsx", { exclude: (file) => file.includes("web/ui") });
const uses = screens.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/<(?:DataTable|ListExport)\b[^]*?\n\s*\/>/g)].map(
    ([text]) => ({ file, text }),
  ),
);

test("the tables of the screens are found", () => {
  expect(uses.length).toBeGreaterThan(20);
});

test.each(uses.map(({ file, text }) => [file, text] as const))(
  "the table of %s says as what it may be taken out, or leaves as a file of its own",
  (file, text) => {
    const hasOwnFile = file.endsWith("audit/trail-table.tsx");
    expect(/\blist=/.test(text)).toBe(!hasOwnFile);
  },
);

test("every list that may be taken out is one of a screen", () => {
  const named = new Set(
    screens.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/\blist="([a-z-]+)"/g)].map(([, name]) => name),
    ),
  );
  expect(takeableLists.filter((list) => !named.has(list))).toEqual([]);
});
