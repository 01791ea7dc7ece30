import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const files = globSync("src/web/**/*.{ts,tsx}", { exclude: (file) => file.endsWith(".test.ts") });
const textOf = (file: string): string => readFileSync(file, "utf8");

/** Dates whose weekday means nothing: the only ones that are shown without it, and why. */
const calendarDates: Readonly<Record<string, string>> = {
  "src/web/patients/patient-columns.tsx": "born",
  "src/web/patients/patient-facts-screen.tsx": "born",
  "src/web/patients/duplicate-card.tsx": "born",
  "src/web/patients/register-form.tsx": "born",
  "src/web/tasks/write-task-form.tsx": "born",
  "src/web/tasks/ask-panel.tsx": "born",
  "src/web/imports/decide-person-dialog.tsx": "born",
  "src/web/charting/chart-screen.tsx": "born",
  "src/web/charting/plan-admission-screen.tsx": "born",
  "src/web/charting/note-screen.tsx": "born",
  "src/web/charting/room-guest-form.tsx": "born",
  "src/web/billing/claims/claim-facts.tsx": "born",
  "src/web/coverage/policies-card.tsx": "born; a policy as its card says it",
  "src/web/imports/received-card.tsx": "as another system wrote it",
  "src/web/practice/staff-member-screen.tsx": "with us since",
  "src/web/practice/staff-screen.tsx": "with us since",
  "src/web/practice/fact-words.ts": "with us since; the last day of a credential in its history",
  "src/web/practice/credential-row.tsx": "the end of a license",
  "src/web/app/credential-rows.tsx": "the end of a license",
  "src/web/programs/rule-versions.tsx": "from when to when a rule is in force",
  "src/web/programs/take-back-rule.tsx": "from when a rule is in force",
  "src/web/payers/versions-compared.tsx": "from when a contract is in force",
  "src/web/payers/version-acts.tsx": "from when a contract is in force",
  "src/web/payers/versions-card.tsx": "from when to when a contract is in force",
  "src/web/payers/version-chip.tsx": "from when to when a contract is in force",
  "src/web/payers/fees-card.tsx": "from when to when a price is in force",
  "src/web/payers/fee-form.tsx": "from when a price is in force",
  "src/web/app/staff/paper-words.tsx": "the day of printing, whose year counts",
};

const ownPlace = ["src/web/platform/dates.ts", "src/web/ui/time.tsx"];

test("a date is shown with its weekday, but for those whose weekday means nothing", () => {
  const without = files.filter(
    (file) => !ownPlace.includes(file) && /as="calendar"|sayCalendarDate\(/.test(textOf(file)),
  );
  expect(without.toSorted()).toEqual(Object.keys(calendarDates).toSorted());
});

/** What a field of a time holds; it shows it in the browser's own way. */
const fieldValues = ["src/web/privacy/emergency-form.tsx"];

test("days and times are said by the house's own words, in no screen's own", () => {
  const own = files
    .filter((file) => file.endsWith(".tsx") && !fieldValues.includes(file))
    .filter((file) => /toLocale(Date|Time)?String\(|Intl\.DateTimeFormat/.test(textOf(file)));
  expect(own).toEqual([]);
});

/** Where this device's own clock is what counts: how long something is kept here, how old what is typed here is. */
const deviceClocks = ["src/web/platform/", "src/web/drafts/"];

/** Which day it is, said of more than one place at once, or of another than the organization. */
const otherDays: Readonly<Record<string, string>> = {
  "src/web/scheduling/first-session-values.ts": "where the hour alone was",
  "src/web/scheduling/series-state.ts": "each group's where it meets",
  "src/web/patient/today-screen.tsx": "where the patient's program is",
};

test("a screen asks the server's clock what time it is, and `useToday` which day", () => {
  const screens = files.filter((file) => !deviceClocks.some((folder) => file.startsWith(folder)));
  const device = screens.filter((file) => /new Date\(\)|Date\.now\(\)/.test(textOf(file)));
  const byHand = screens.filter((file) =>
    /dayAt\(\s*(?:now|useNow\(\)|timeNow\(\)),/.test(textOf(file)),
  );
  expect(device).toEqual([]);
  expect(byHand.toSorted()).toEqual(Object.keys(otherDays).toSorted());
});

/** Where the zone of a session's time stands elsewhere, and where. */
const zoneElsewhere: Readonly<Record<string, string>> = {
  "src/web/scheduling/sessions-export.tsx": "in a column of its own",
  "src/web/scheduling/move-session-form.tsx": "a field; the title of its dialog says it",
};

test("where sessions of several sites stand below each other, a time says a zone that is not the organization's", () => {
  const listed = files.filter((file) => /^src\/web\/(app|scheduling)\/[^/]+\.tsx$/.test(file));
  const without = listed.filter(
    (file) =>
      /say(Time|Moment)\((\w+\.)?startsAt,/.test(textOf(file)) && !/ayOtherZone/.test(textOf(file)),
  );
  expect(without.toSorted()).toEqual(Object.keys(zoneElsewhere).toSorted());
});
