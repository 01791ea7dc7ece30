import { afterAll, beforeAll, expect, it } from "vitest";
import { nearKey } from "#domain/imports/near-key.ts";
import { listCalled, listNear, mostNear } from "#server/imports/find-entries.queries.ts";
import * as imports from "#server/imports/import.service.ts";
import { rehearsed } from "#test/support/import-files.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let house: TestOrganization;
let statements = 0;
beforeAll(async () => {
  product = await openTestProduct(() => [], { hook: () => (statements += 1) });
  house = await product.addOrganization("Own House");
});
afterAll(() => product.close());

const letters = "bcdfghklmnprstvz";
const vowels = "aeiou";

/** A made-up name for each number, so unlike the others that no two are taken for one. */
const nameOf = (number: number): string => {
  const syllables = Array.from({ length: 4 }, (_, place) => {
    const digit = Math.floor(number / 16 ** place) % 16;
    return `${letters.charAt((digit * 7 + place * 5) % 16)}${vowels.charAt((digit + place) % 5)}${letters.charAt((digit * 3 + number + place) % 16)}`;
  });
  const [first = "", ...rest] = syllables;
  return [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...rest].join("");
};

const person = (number: number, birthDate: string, [given, family]: readonly [string, string]) =>
  JSON.stringify({
    resourceType: "Patient",
    id: `p${number}`,
    name: [{ use: "official", family, given: [given] }],
    birthDate,
  });

const namesOf = (number: number) => [nameOf(number), nameOf(number * 7 + 40_000)] as const;
const crowd = 800;
const sameDay = "2001-01-01";

const file = (birthDateOf: (number: number) => string, more: readonly string[] = []) => ({
  name: "people.ndjson",
  text: [
    ...Array.from({ length: crowd }, (_, number) =>
      person(number, birthDateOf(number), namesOf(number)),
    ),
    ...more,
  ].join("\n"),
});

const dayOf = (number: number): string =>
  new Date(Date.UTC(1950, 0, 1 + number * 11)).toISOString().slice(0, 10);

it("people who share one birthday cost no more statements and are compared with no more people", async () => {
  statements = 0;
  await rehearsed(product, house, [file(dayOf)], { source: "Any days" });
  const apart = statements;
  statements = 0;
  const { id } = await rehearsed(product, house, [file(() => sameDay)], { source: "One day" });
  expect(statements).toBe(apart);

  const places = [0, 1, 2].map((number) => {
    const [given, family] = namesOf(number);
    return { birthDate: sameDay, nearKey: nearKey(given, family) };
  });
  const near = await product.inside(house, (work) => listNear(work, id, places));
  const alike = near.filter((one) => places.some((place) => place.nearKey === one.nearKey));
  expect(alike.length).toBeGreaterThanOrEqual(places.length);
  expect(near.length).toBeLessThanOrEqual(mostNear + alike.length);
  expect(near.length).toBeLessThan(crowd / 4);
});

it("finds whoever is twice in such a file: spelled otherwise, called shortly, or with the names in each other's place", async () => {
  const twins = [
    ["Marianna", "Delgado-Ruiz"],
    ["MARIANA", "DELGADO RUIZ"],
    ["Mari", "Delgado"],
    ["Delgado", "Mariana"],
  ] as const;
  const more = twins.map((names, place) => person(crowd + place, sameDay, names));
  const { id } = await rehearsed(product, house, [file(() => sameDay, more)], { source: "Twins" });
  const { rows } = await product.inside(house, (work) =>
    imports.listImportEntries(work, { importId: id, outcome: "asked", limit: 100 }),
  );
  const asked = rows.filter(({ title }) => /delgado/i.test(title ?? ""));
  expect(asked.map(({ number }) => number)).toEqual([crowd + 2, crowd + 3, crowd + 4]);
  for (const { findings } of asked)
    expect(findings).toMatchObject([{ code: "likely-same-in-file", value: `#${crowd + 1}` }]);
});

it("of a name that thousands go by, only the first is read", async () => {
  const same = Array.from({ length: 500 }, (_, number) =>
    person(1, sameDay, [`Ada${number}`, "Ashgrove"]),
  );
  const { id, people } = await rehearsed(
    product,
    house,
    [{ name: "same.ndjson", text: same.join("\n") }],
    { source: "One id" },
  );
  const called = await product.inside(house, (work) => listCalled(work, id, ["Patient/p1"]));
  expect(called.map(({ number, content }) => [number, content])).toEqual([[1, null]]);
  expect(people).toMatchObject({ taken: 1, refused: 499 });
});
