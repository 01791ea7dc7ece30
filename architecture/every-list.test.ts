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

const ofOnePerson = "of one person: a handful, in the order that matters";
const ofOneDay = "of one day or one session: as many as a room holds, in their order in time";
const ofTheHouse = "of the practice: a handful that changes once in a season";
const ofOneRecord = "of one record: its parts, in their own order";
const needsSomebody =
  "what needs somebody now, most pressing first; the whole stands in a table it leads to";
const choosing = "what one chooses from in a dialog, best first";

/** Lists in rows instead of a table, and why nobody sorts, filters or takes them out. */
const shortLists: Readonly<Record<string, string>> = {
  "access/end-access.tsx": ofOnePerson,
  "access/my-devices.tsx": ofOnePerson,
  "access/organization-choice.tsx": choosing,
  "app/home-screen.tsx": needsSomebody,
  "app/my-people-card.tsx": needsSomebody,
  "app/my-sessions.tsx": ofOneDay,
  "app/needs-me-card.tsx": needsSomebody,
  "app/new-stays-screen.tsx":
    "whoever came in two weeks and lacks something, the longest ago first",
  "app/on-today-card.tsx": ofOneDay,
  "app/privacy-watch.tsx": needsSomebody,
  "app/unfinished-screen.tsx": ofOnePerson,
  "billing/charges/charge-rows.tsx": ofOneRecord,
  "billing/charges/day-holds.tsx": ofOneRecord,
  "billing/charges/day-releases.tsx": ofOneRecord,
  "billing/charges/person-charges.tsx": ofOnePerson,
  "billing/claims/build-step.tsx": needsSomebody,
  "billing/claims/claim-lines.tsx": ofOneRecord,
  "billing/claims/correction-differences.tsx": ofOneRecord,
  "billing/claims/export-step.tsx": needsSomebody,
  "billing/claims/fault-rows.tsx": ofOneRecord,
  "billing/claims/files-of-today.tsx": needsSomebody,
  "billing/claims/finding-rows.tsx": ofOneRecord,
  "billing/claims/held-back.tsx": needsSomebody,
  "billing/claims/hold-rows.tsx": ofOneRecord,
  "billing/claims/hold-sums.tsx": needsSomebody,
  "billing/claims/rejected-because.tsx": ofOneRecord,
  "billing/claims/take-in-panel.tsx": ofOneRecord,
  "charting/chart-authorizations-card.tsx": ofOnePerson,
  "charting/chart-facts-cards.tsx": ofOnePerson,
  "charting/given-back-card.tsx":
    "what one supervisor returned and nobody put right yet: a few, the latest first",
  "imports/columns-card.tsx": ofOneRecord,
  "imports/received-card.tsx": ofOnePerson,
  "imports/unknown-payers-card.tsx": ofOneRecord,
  "measures/measure-questions.tsx": ofOneRecord,
  "measures/measures-screen.tsx": ofOnePerson,
  "operations/needs-hand-card.tsx": needsSomebody,
  "patients/contacts-card.tsx": ofOnePerson,
  "patients/patient-account-card.tsx": ofOnePerson,
  "patients/register-form.tsx": choosing,
  "payers/billing-providers-card.tsx": ofTheHouse,
  "payers/payers-card.tsx": ofTheHouse,
  "payers/versions-card.tsx": ofOneRecord,
  "practice/credentials-card.tsx": ofOnePerson,
  "practice/rooms-card.tsx": ofTheHouse,
  "practice/staff-facts.tsx": ofOnePerson,
  "practice/staff-here-card.tsx": ofTheHouse,
  "programs/activity-types-card.tsx": ofTheHouse,
  "programs/levels-card.tsx": ofTheHouse,
  "programs/program-hours-card.tsx": ofOneRecord,
  "programs/programs-screen.tsx": ofTheHouse,
  "programs/rules-screen.tsx": ofTheHouse,
  "programs/tracks-card.tsx": ofTheHouse,
  "scheduling/calls-part.tsx":
    "of the days a site is closed: whoever would come first, and the rest as a file",
  "scheduling/closures-panel.tsx": ofTheHouse,
  "scheduling/lift-dialog.tsx": choosing,
  "scheduling/members-card.tsx": ofOneRecord,
  "scheduling/seat-rows.tsx": choosing,
  "scheduling/meeting-rows.tsx": ofOneDay,
  "scheduling/sessions-screen.tsx": ofOneDay,
};

test("every list that is no table is short, and it is said why", () => {
  const listed = screens.filter((file) => /<Rows\b/.test(readFileSync(file, "utf8")));
  const names = listed.map((file) => file.replace("src/web/", ""));
  expect(names.toSorted()).toEqual(Object.keys(shortLists).toSorted());
});
