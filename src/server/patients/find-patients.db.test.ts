import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { searchPatients } from "#domain/patients/patient.api.ts";
import type { PatientRow } from "#domain/patients/patient.ts";
import { openCareHouse, type CareHouse } from "#test/support/care-house.ts";

let house: CareHouse;
const ids = new Map<string, string>();

const people = [
  [
    "juniper",
    "Juniper",
    "Ellsworth",
    { preferredName: "June", birthDate: "1990-03-14", phone: "3035550142" },
  ],
  ["velazquez", "Marisol", "Velázquez", { birthDate: "1979-12-01", phone: "7205550188" }],
  ["obrien", "Siobhán", "O’Brien", { birthDate: "1990-03-14" }],
  ["may", "May", "Fontaine-Díaz", { nicknames: ["Maisie"], birthDate: "1985-07-09" }],
  ["berg", "Anneliese", "van der Berg", { formerNames: ["Lindqvist"], birthDate: "1985-07-09" }],
  ["nguyen", "Thị Ánh", "Nguyễn", { email: "anh@member.example" }],
  ["lukasz", "Łukasz", "Wojciechowski", {}],
  ["robert", "Robert", "Thistlewood", { nicknames: ["Bobby"] }],
  ["william", "William", "Oyelaran", { middleName: "Adeyemi", birthDate: "1985-07-09" }],
  ["arab", "محمد", "العلي", {}],
] as const;

beforeAll(async () => {
  house = await openCareHouse();
  for (const [key, givenName, familyName, more] of people) {
    const { id } = await house.register(givenName, familyName, {
      ...more,
      nicknames: "nicknames" in more ? [...more.nicknames] : [],
      formerNames: "formerNames" in more ? [...more.formerNames] : [],
    });
    ids.set(key, id);
  }
  for (let n = 0; n < 60; n += 1)
    await house.register(`Filler${"abcdefghij"[n % 10]}`, `Crowd${n}`);
});
afterAll(() => house.product.close());

const found = async (q: string): Promise<string[]> =>
  (await house.done(searchPatients, { q, limit: 5 })).rows.map((row) => row.id);

describe("is found first by", () => {
  test.each([
    ["ell", "juniper"],
    ["juniper ells", "juniper"],
    ["ellsworth juniper", "juniper"],
    ["ellsworth, juniper", "juniper"],
    ["june ell", "juniper"],
    ["ell jun", "juniper"],
    ["JÚNIPER", "juniper"],
    ["elsworth", "juniper"],
    ["ellswroth", "juniper"],
    ["ellsworht juniper", "juniper"],
    ["junper ellsworth", "juniper"],
    ["velasquez", "velazquez"],
    ["velzquez", "velazquez"],
    ["velazqez maris", "velazquez"],
    ["obrien", "obrien"],
    ["o'brien", "obrien"],
    ["O Brien", "obrien"],
    ["siobhan", "obrien"],
    ["diaz", "may"],
    ["fontaine diaz", "may"],
    ["maisie", "may"],
    ["berg", "berg"],
    ["lindqvist", "berg"],
    ["anneliese l", "berg"],
    ["nguyen", "nguyen"],
    ["lukasz woj", "lukasz"],
    ["wojciehowski", "lukasz"],
    ["bobby thistlewood", "robert"],
    ["thistelwood", "robert"],
    ["william adeyemi oy", "william"],
    ["محمد", "arab"],
    ["3035550142", "juniper"],
    ["(303) 555-0142", "juniper"],
    ["555-0142", "juniper"],
    ["0142", "juniper"],
    ["anh@member.example", "nguyen"],
    ["12/1/1979", "velazquez"],
    ["juniper 3/14/1990", "juniper"],
    ["1990-03-14 obrien", "obrien"],
    ["elsworth 3/14/90", "juniper"],
    ["velazquez 3/3/1933", "velazquez"],
    ["maisie 7/9/1985", "may"],
    ["diaz 7/9/1985", "may"],
    ["lindqvst 7/9/1985", "berg"],
    ["adeyemi 7/9/1985", "william"],
    ["555-0142 june", "juniper"],
    ["3035550142 3/14/1990", "juniper"],
  ])("%s", async (q, key) => {
    expect((await found(q))[0]).toBe(ids.get(key));
  });
});

test("is found by the record number", async () => {
  const { rows } = await house.done(searchPatients, { q: "velazquez" });
  expect(await found(rows[0]?.mrn ?? "")).toEqual([ids.get("velazquez")]);
});

test("a birthday shows all who have it, by family name, and a name beside it only those who may be meant", async () => {
  expect(await found("7/9/1985")).toEqual([ids.get("may"), ids.get("william"), ids.get("berg")]);
  expect(await found("may 7/9/1985")).toEqual([ids.get("may")]);
  expect(await found("0142 7/9/1985")).toEqual(await found("7/9/1985"));
});

test("finds nobody for what is nobody's, and takes signs for no name", async () => {
  for (const q of ["zzyzx", "🙂", "%", "' or 1=1 --", "9/9/1999", "0000"])
    expect(await found(q)).toEqual([]);
});

test("shows all by family name, page by page, without a search", async () => {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await house.done(searchPatients, {
      limit: 25,
      ...(cursor !== undefined && { cursor }),
    });
    expect(page.total).toBe(people.length + 60);
    names.push(...page.rows.map((row) => row.familyName));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(names).toHaveLength(people.length + 60);
  expect(names.slice(0, 2)).toEqual(["Crowd0", "Crowd1"]);
});

describe("the register", () => {
  test.each([
    ["name", (row: PatientRow) => row.id],
    ["birthday", (row: PatientRow) => row.birthDate],
    ["mrn", (row: PatientRow) => row.mrn],
  ] as const)("goes up and down by %s, page after page, each person once", async (sort, of) => {
    const all = async (order: "asc" | "desc", limit: number): Promise<PatientRow[]> => {
      const rows: PatientRow[] = [];
      let cursor: string | undefined;
      do {
        const page = await house.done(searchPatients, { sort, order, limit, cursor });
        rows.push(...page.rows);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return rows;
    };
    const up = await all("asc", 17);
    expect(up).toHaveLength(people.length + 60);
    expect(up).toEqual(await all("asc", 200));
    expect((await all("desc", 23)).toReversed()).toEqual(up);
    if (sort !== "name") expect(up.map(of)).toEqual(up.map(of).toSorted());
  });

  test("keeps to the order that was asked for where something is searched for, too", async () => {
    const numbers = async (order: "asc" | "desc") => {
      const input = { q: "Crowd1", sort: "mrn", order, limit: 5 } as const;
      return (await house.done(searchPatients, input)).rows.map(({ mrn }) => mrn);
    };
    const up = await numbers("asc");
    expect(up.length).toBeGreaterThan(1);
    expect(up).toEqual(up.toSorted());
    expect(await numbers("desc")).toEqual(up.toReversed());
  });
});
