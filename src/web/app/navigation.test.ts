import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ranked } from "#web/ui/ranked.ts";

/** Read as text: the words are made by a macro when the screens are built. */
const text = ["inner-places.ts", "navigation.ts"]
  .map((file) => readFileSync(path.resolve(import.meta.dirname, file), "utf8"))
  .join("");
const entries = [...text.matchAll(/name: msg`([^`]*)`[^}]*?\}/g)].map(([entry, name = ""]) => ({
  name,
  also: entry.match(/also: msg`([^`]*)`/)?.[1],
}));

test.each([
  ["referral", "Register somebody"],
  ["intake", "Register somebody"],
  ["discharge", "Discharge: from the chart, under the stay"],
  ["caseload", "Staff"],
  ["caseload", "Census"],
  ["length of stay", "Stays that ended"],
  ["early leaving", "Stays that ended"],
  ["dropout", "Stays that ended"],
  ["against advice", "Stays that ended"],
  ["substitute", "Substitute or cancel: from the session"],
  ["cancel", "Substitute or cancel: from the session"],
  ["cancel", "Closed days"],
  ["who looked", "Audit"],
  ["no-shows", "Attendance by group"],
  ["holiday", "Closed days"],
  ["disclosures", "What left"],
  ["authorization", "Coverage to mend"],
  ["users", "Sign-ins"],
  ["calendar", "Sessions"],
  ["rates", "Contracts"],
  ["late notes", "Notes to sign"],
  ["waitlist", "Patients"],
  ["report", "Stays that ended"],
])("%s finds %s", (typed, name) => {
  expect(ranked(entries, typed).map((found) => found.name)).toContain(name);
});

test("a name comes before what is only also called so", () => {
  expect(ranked(entries, "claims")[0]?.name).toBe("Claims");
  expect(ranked(entries, "tasks")[0]?.name).toBe("Tasks");
  expect(ranked(entries, "attendance")[0]?.name).toBe("Attendance by group");
});

test.each(["substitute", "early leaving", "length of stay"])(
  "%s leads to its screen before it offers to search for the words",
  (typed) => {
    const offered = { name: `Find “${typed}”`, also: undefined };
    const found = ranked([...entries, offered], typed);
    expect(found.at(-1)).toBe(offered);
    expect(found.length).toBeGreaterThan(1);
  },
);

test("every place and every act has other words, but those that belong to the person", () => {
  const [ofProgram = ""] = text.split("export const myPlaces");
  const names = [...ofProgram.matchAll(/name: msg`([^`]*)`/g)].map(([, name]) => name);
  const without = entries.filter(({ name, also }) => names.includes(name) && also === undefined);
  expect(names.length).toBeGreaterThan(30);
  expect(without.map(({ name }) => name)).toEqual(["Today"]);
});
