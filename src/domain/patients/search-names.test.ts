import { expect, test } from "vitest";
import { searchNames, searchWords } from "#domain/patients/search-names.ts";
import { searchRequest } from "#domain/patients/search-request.ts";

const person = {
  givenName: "May",
  middleName: null,
  familyName: "Fontaine-Díaz",
  preferredName: null,
  formerNames: [],
  nicknames: [],
};
const texts = (more: Partial<Parameters<typeof searchNames>[0]>) =>
  searchNames({ ...person, ...more }).map(({ kind, folded }) => `${kind}: ${folded}`);

test("each part of a name comes first once", () => {
  expect(texts({})).toEqual([
    "legal: may fontaine diaz",
    "legal: fontaine diaz may",
    "legal: diaz fontaine may",
    "legal: may fontaine",
    "legal: fontaine may",
    "legal: may diaz",
    "legal: diaz may",
  ]);
  expect(texts({ givenName: "Anna", familyName: "van der Berg", middleName: "Sofie" })).toEqual([
    "legal: anna van der berg",
    "legal: van der berg anna",
    "legal: der berg van anna",
    "legal: berg van der anna",
    "legal: anna van",
    "legal: van anna",
    "legal: anna der",
    "legal: der anna",
    "legal: anna berg",
    "legal: berg anna",
    "legal: anna sofie van der berg",
  ]);
});

test("people are found by every name they have or had", () => {
  const found = texts({
    familyName: "Ito",
    preferredName: "Maya",
    nicknames: ["Mae"],
    formerNames: ["Quintanar", "Rosa Brightwater"],
  });
  expect(found).toEqual(
    expect.arrayContaining([
      "preferred: maya ito",
      "preferred: ito maya",
      "nickname: mae ito",
      "former: may quintanar",
      "former: quintanar may",
      "former: rosa brightwater",
      "former: brightwater rosa",
    ]),
  );
  expect(searchWords(searchNames({ ...person, preferredName: "May" }))).toEqual([
    "may",
    "fontaine",
    "diaz",
  ]);
});

test.each([
  ["ell jun", { name: "ell jun", birthDate: null, digits: null }],
  ["3/14/1990", { name: "", birthDate: "1990-03-14" }],
  ["03-14-90", { name: "", birthDate: "1990-03-14" }],
  ["1990-03-14", { name: "", birthDate: "1990-03-14" }],
  ["Mar 14, 1990", { name: "", birthDate: "1990-03-14" }],
  ["14 March 1990 okafor", { name: "okafor", birthDate: "1990-03-14" }],
  ["2/30/1990", { birthDate: null }],
  ["okafor 3/14/12", { name: "okafor", birthDate: "2012-03-14" }],
  ["(303) 555-0140", { name: "", digits: "3035550140" }],
  ["+1 303 555 0140", { name: "", digits: "3035550140" }],
  ["0140", { name: "", digits: "0140" }],
  ["100234", { name: "", digits: "100234" }],
  ["juniper 0140", { name: "juniper", digits: "0140" }],
  ["JUNIPER@member.example", { name: "", email: "juniper@member.example" }],
  ["O’Brien", { name: "obrien", digits: null }],
  ["   ", { name: "", birthDate: null, digits: null, email: null }],
])("%s is taken apart", (typed, parts) => {
  expect(searchRequest(typed, 2026)).toMatchObject(parts);
});
