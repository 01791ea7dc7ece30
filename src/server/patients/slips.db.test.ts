import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { searchPatients as contract } from "#domain/patients/patient.api.ts";
import { keysKept, searchKey } from "#domain/patients/search-key.ts";
import { searchNames, searchWords, type Names } from "#domain/patients/search-names.ts";
import { newId } from "#server/platform/ids.ts";
import { searchPatients } from "#server/patients/find-patients.service.ts";
import { openCareHouse, type CareHouse } from "#test/support/care-house.ts";
import { seededNumbers } from "#test/support/seeded-numbers.ts";

interface Person extends Names {
  readonly id: string;
}

const below = seededNumbers(20_261_122);
const oneOf = <T>(list: readonly T[]): T => {
  const found = list[below(list.length)];
  if (found === undefined) throw new Error("an empty list");
  return found;
};

const syllables = (
  "bar den kol mir sel tav ron lin gar vel hús pet zán dor fën łak mos nir quá ris " +
  "bel dan kal mar sal tev ran len gor val"
).split(" ");
const grown = (most: number): string =>
  Array.from({ length: 2 + below(most - 1) }, () => oneOf(syllables)).join("");
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const family = (): string =>
  oneOf([
    () => capital(grown(4)),
    () => capital(grown(4)),
    () => capital(grown(3)),
    () => `${capital(grown(3))}-${capital(grown(3))}`,
    () => `O’${capital(grown(3))}`,
    () => `van der ${capital(grown(3))}`,
    () => `${capital(grown(3))} ${capital(grown(2))}`,
    () => oneOf(["Lee", "Ito", "Cruz", "Khan"]),
  ])();
const person = (): Person => ({
  id: newId(),
  givenName: capital(grown(3)),
  middleName: below(4) === 0 ? capital(grown(3)) : null,
  familyName: family(),
  preferredName: below(5) === 0 ? capital(grown(3)) : null,
  formerNames: below(6) === 0 ? [capital(grown(4))] : [],
  nicknames: [],
});

/** As somebody says a person's name: by what they are called now, or were, in either order. */
const said = ({ givenName, middleName, familyName, preferredName, formerNames }: Person): string =>
  oneOf([
    `${givenName} ${familyName}`,
    `${familyName}, ${givenName}`,
    `${preferredName ?? givenName} ${familyName}`,
    `${givenName} ${formerNames[0] ?? familyName}`,
    `${givenName} ${middleName ?? ""} ${familyName}`,
    `${givenName} ${familyName}`.toUpperCase(),
    `${givenName} ${familyName}`.normalize("NFD").replace(/\p{M}/gu, ""),
  ]);

const letters = Array.from("abcdefghijklmnopqrstuvwxyz");

/** One letter missed, added, mistaken or swapped, anywhere in one word, that leaves three letters of it. */
const slipped = (text: string): string => {
  const words = text.split(/[\s,-]+/u).filter((word) => word !== "");
  const place = below(Math.min(words.length, 4));
  const word = [...(words[place] ?? "")];
  const at = below(word.length);
  const after = oneOf([
    () => word.toSpliced(at, 1),
    () => word.toSpliced(at, 0, oneOf(letters)),
    () => word.toSpliced(at, 1, oneOf(letters)),
    () => word.toSpliced(at, 2, ...word.slice(at, at + 2).toReversed()),
    () => word.slice(1),
    () => [oneOf(letters), ...word],
  ])().join("");
  const kept = searchKey(after).length < 3 ? word.join("") : after;
  return words.toSpliced(place, 1, kept).join(" ");
};

let house: CareHouse;
const people: Person[] = [];

const insert = async (some: readonly Person[]): Promise<void> => {
  const { organizationId } = house.here;
  const names = some.map((one) => ({ id: one.id, found: searchNames(one) }));
  const words = [...new Set(names.flatMap(({ found }) => searchWords(found)))];
  const run = (text: string, rows: readonly object[]) =>
    house.product.ownerPool.query(text, [organizationId, JSON.stringify(rows)]);
  await run(
    `insert into stepwell.patient (organization_id, id, mrn, given_name, family_name, middle_name, preferred_name, birth_date, created_at)
     select $1, id, id::text, "givenName", "familyName", "middleName", "preferredName", '1990-01-01', now()
       from json_to_recordset($2) as one(id uuid, "givenName" text, "familyName" text, "middleName" text, "preferredName" text)`,
    some,
  );
  await run(
    `insert into stepwell.patient_name (organization_id, patient_id, folded, kind)
     select $1, id, folded, kind from json_to_recordset($2) as one(id uuid, folded text, kind text)`,
    names.flatMap(({ id, found }) => found.map((name) => ({ id, ...name }))),
  );
  await run(
    `insert into stepwell.name_word (organization_id, key, word)
     select $1, key, word from json_to_recordset($2) as one(key text, word text) on conflict do nothing`,
    words.flatMap((word) => keysKept(word).map((key) => ({ key, word }))),
  );
};

const pageFor = (q: string) =>
  house.product.inside(house.here, (work) =>
    searchPatients(work, contract.input.parse({ q, limit: 20 })),
  );

const foldedOf = (one: { readonly givenName: string; readonly familyName: string }): string =>
  searchKey(`${one.givenName} ${one.familyName}`);

beforeAll(async () => {
  house = await openCareHouse();
}, 60_000);
afterAll(() => house.product.close());

describe.each([300, 20_000])("among %i people", (count) => {
  beforeAll(async () => {
    const more = Array.from({ length: count - people.length }, person);
    for (let at = 0; at < more.length; at += 5000) await insert(more.slice(at, at + 5000));
    people.push(...more);
    await house.product.ownerPool.query("analyze");
  }, 120_000);

  test("whoever's name is typed with one slip is on the first page", async () => {
    for (let turn = 0; turn < 2000; turn += 1) {
      const sought = oneOf(people);
      const q = slipped(said(sought));
      const { rows } = await pageFor(q);
      const isThere = rows.some(
        (row) => row.id === sought.id || foldedOf(row) === foldedOf(sought),
      );
      expect({ q, sought: isThere ? "found" : sought }).toEqual({ q, sought: "found" });
    }
  }, 120_000);

  test("a name that is one slip from many still shows those who bear it first", async () => {
    for (let turn = 0; turn < 100; turn += 1) {
      const sought = oneOf(people);
      const { rows } = await pageFor(`${sought.givenName} ${sought.familyName}`);
      const first = people.find(({ id }) => id === rows[0]?.id) ?? person();
      const isCalledSo = searchNames(first).some(({ folded }) =>
        folded.startsWith(foldedOf(sought)),
      );
      expect({ sought, isCalledSo }).toEqual({ sought, isCalledSo: true });
    }
  }, 60_000);
});
