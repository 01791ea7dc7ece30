import { daysBetween } from "#domain/basics/civil-date.ts";
import { bothGuides } from "#edi/scrub/claim-guide.ts";
import { lastOf, type Examined } from "#edi/scrub/examined-claim.ts";
import type { ScrubRule } from "#edi/scrub/scrub-rule.ts";

/** Facilities whose patients stay overnight; of their bills, lines need no day of their own. */
const inpatient = new Set(["11", "18", "21", "41", "65", "66", "81", "82", "86"]);

const serviceDate: ScrubRule<Examined> = {
  id: "service-date",
  severity: "error",
  source: "005010X222A1 2400 DTP*472: always; 005010X223A2: on outpatient bills of more than a day",
  at: "2400 DTP*472",
  guides: bothGuides,
  check({ claim, guide }, say) {
    const { statement } = claim.dates;
    const isOneDay = statement !== undefined && statement.from === lastOf(statement);
    if (guide === "837i" && (isOneDay || inpatient.has(claim.facility))) return;
    for (const { number, dates } of claim.lines)
      if ((dates.service?.from ?? null) === null) say("2400", "DTP03", { line: number });
  },
};

const serviceDateOrder: ScrubRule<Examined> = {
  id: "service-date-order",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2400 DTP*472: RD8 is from and through",
  at: "2400 DTP*472",
  guides: bothGuides,
  check({ claim }, say) {
    for (const { number, dates } of claim.lines) {
      const from = dates.service?.from ?? null;
      const through = dates.service?.through ?? null;
      if (from !== null && through !== null && through < from)
        say("2400", "DTP03", { line: number, from, through });
    }
  },
};

const serviceDateFuture: ScrubRule<Examined> = {
  id: "service-date-future",
  severity: "error",
  source: "42 CFR 424.5(a): what is billed was furnished",
  at: "2400 DTP*472, 2300 DTP*434",
  guides: bothGuides,
  check({ claim, context }, say) {
    const { today } = context;
    if (today === undefined) return;
    for (const { number, dates } of claim.lines) {
      const day = lastOf(dates.service);
      if (day !== null && day > today) say("2400", "DTP03", { line: number, day });
    }
    const day = lastOf(claim.dates.statement);
    if (day !== null && day > today) say("2300", "DTP03", { line: "", day });
  },
};

const serviceDateAdmission: ScrubRule<Examined> = {
  id: "service-date-admission",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2300 DTP*435: care begins with the admission",
  at: "2300 DTP*435",
  guides: bothGuides,
  check({ claim, firstDay }, say) {
    const admittedOn = claim.dates.admission?.from ?? null;
    if (admittedOn !== null && firstDay !== null && firstDay < admittedOn)
      say("2300", "DTP03", { admittedOn, firstDay });
  },
};

const timelyFiling: ScrubRule<Examined> = {
  id: "timely-filing",
  severity: "warning",
  mend: "claim",
  source: "The contract; for Medicare 42 CFR 424.44(a): one calendar year",
  at: "2400 DTP*472",
  guides: bothGuides,
  check({ context, lastDay }, say) {
    const { today, timelyFilingDays } = context;
    if (today === undefined || timelyFilingDays === undefined || lastDay === null) return;
    const days = daysBetween(lastDay, today);
    if (days > timelyFilingDays) say("2400", "DTP03", { lastDay, days, most: timelyFilingDays });
  },
};

/** When services were given. */
export const dateRules: readonly ScrubRule<Examined>[] = [
  serviceDate,
  serviceDateOrder,
  serviceDateFuture,
  serviceDateAdmission,
  timelyFiling,
];
