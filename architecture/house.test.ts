import { expect, test } from "vitest";
import { placeProblems } from "./house.ts";
import { closedTo, foundations, heardThroughEvents, nouns } from "./nouns.ts";

test.each([
  ["src/server/practice/utils.ts", "utils says nothing"],
  ["src/web/parts/button.tsx", "parts is not in the table"],
  ["src/domain/practice/helpers/site.ts", "helpers says nothing"],
  ["src/web/ui/index.ts", "index says nothing"],
  ["src/domain/practice/types.ts", "types says nothing"],
  ["src/domain/practice/SiteForm.ts", "SiteForm is not in kebab-case"],
  ["src/web/ui/cardBody.module.css", "cardBody is not in kebab-case"],
  ["src/server/practice/site.controller.ts", ".controller is none of the second names"],
  ["src/server/practice/site.spec.ts", ".spec is none of the second names"],
  ["src/domain/kitchen/pot.ts", "kitchen is not in the table"],
  ["src/server/billing/charge.ts", "billing is not in the table"],
  ["src/server/start.ts", "stands in no room of src/server"],
  ["src/native/app.ts", "src/native is no side of the house"],
])("%s: %s", (file, problem) => {
  expect(placeProblems(file)).toEqual([expect.stringContaining(problem)]);
});

test.each([
  "src/server/practice/site.routes.ts",
  "src/domain/measures/instruments/phq-9.ts",
  "src/domain/billing/claims/claim.ts",
  "src/web/ui/card.module.css",
  "src/web/tsconfig.json",
  "src/server/practice/site.db.test.ts",
  "src/server/practice/site.routes.db.test.ts",
  "src/domain/practice/site.policy.test.ts",
  "src/domain/practice/npi.test.ts",
  "architecture/nouns.ts",
  "test/golden/835/0001.edi",
  "db/migrations/0001-foundation.sql",
  "vite.config.ts",
])("%s stands where it should", (file) => {
  expect(placeProblems(file)).toEqual([]);
});

test("a noun may use the nouns above it and none below it", () => {
  const names = nouns.map((noun) => noun.name);
  for (const [place, name] of names.entries())
    expect(closedTo(name)).toEqual(expect.arrayContaining(names.slice(place + 1)));
  expect(closedTo("reporting")).toEqual([]);
  expect(() => closedTo("kitchen")).toThrow("not in the table");
});

test("care never imports billing, and what says less says so", () => {
  const billing = nouns.map((noun) => noun.name).filter((name) => name.startsWith("billing/"));
  for (const care of ["scheduling", "charting", "health", "support", "recovery", "utilization"])
    expect(closedTo(care)).toEqual(expect.arrayContaining(billing));
  expect(closedTo("audit")).toContain("practice");
  expect(closedTo("operations")).toContain("audit");
});

test("every name in the table is there once", () => {
  const names = [...foundations, ...nouns].map((noun) => noun.name);
  expect(new Set(names).size).toBe(names.length);
  for (const { uses = [] } of nouns) expect(names).toEqual(expect.arrayContaining([...uses]));
  expect(names).toEqual(expect.arrayContaining([...heardThroughEvents.speakers]));
  expect(heardThroughEvents.listeners).toHaveLength(5);
});
