import type { ServiceLine } from "#edi/837/claim.ts";
import { bothGuides } from "#edi/scrub/claim-guide.ts";
import type { Examined } from "#edi/scrub/examined-claim.ts";
import type { ScrubRule } from "#edi/scrub/scrub-rule.ts";
import { lineKey, serviceKey } from "#edi/scrub/service-key.ts";

/** Modifiers that say that a service was given again, or apart from the other. */
const again = new Set(["59", "76", "77", "91", "XE", "XP", "XS", "XU"]);

const isAgain = ({ procedure }: ServiceLine): boolean =>
  procedure?.modifiers.some((modifier) => again.has(modifier)) ?? false;

const duplicateLine: ScrubRule<Examined> = {
  id: "duplicate-line",
  severity: "error",
  source: "CARC 18; Medicare Claims Processing Manual, ch. 1, 120.2: exact duplicates",
  at: "2400",
  guides: bothGuides,
  check({ claim }, say) {
    if (claim.lines.length < 2) return;
    const seen = new Map<string, number>();
    for (const line of claim.lines) {
      const key = lineKey(claim, line);
      const other = seen.get(key);
      if (other !== undefined && !isAgain(line)) say("2400", "LX01", { line: line.number, other });
      seen.set(key, line.number);
    }
  },
};

const duplicateDay: ScrubRule<Examined> = {
  id: "duplicate-day",
  severity: "error",
  source: "CARC 18; Medicare Claims Processing Manual, ch. 1, 120.2: exact duplicates",
  at: "2400 DTP*472",
  guides: bothGuides,
  check({ claim, context }, say) {
    const { otherDays } = context;
    // A claim that takes the place of another bills the same days; one that says so voids them.
    if (otherDays === undefined || claim.frequency === "7" || claim.frequency === "8") return;
    for (const line of claim.lines) {
      if (isAgain(line)) continue;
      const control = otherDays(serviceKey(claim, line));
      if (control !== null) say("2400", "DTP03", { line: line.number, control });
    }
  },
};

const perDiems = new Set("H0015 H0035 H2036 S0201 S9475 S9480".split(" "));
const components = new Set(
  "90832 90834 90837 90846 90847 90849 90853 G0410 G0411 H0004 H0005".split(" "),
);

const perDiemWithComponent: ScrubRule<Examined> = {
  id: "per-diem-with-component",
  severity: "warning",
  mend: "contract",
  source: "CARC 97; Medicaid NCCI policy manual: the day holds its groups and sessions",
  at: "2400 SV101-2 or SV202-2",
  guides: bothGuides,
  check({ claim, guide }, say) {
    const days = new Map<string, string>();
    for (const { dates, procedure } of claim.lines)
      if (procedure !== null && perDiems.has(procedure.code))
        days.set(dates.service?.from ?? "", procedure.code);
    if (days.size === 0) return;
    const element = guide === "837p" ? "SV101-2" : "SV202-2";
    for (const { number, dates, procedure } of claim.lines) {
      const day = dates.service?.from ?? "";
      const perDiem = days.get(day);
      if (perDiem !== undefined && components.has(procedure?.code ?? ""))
        say("2400", element, { line: number, code: procedure?.code ?? "", perDiem, day });
    }
  },
};

const visit = /^(?:992\d{2}|99[34]\d{2}|G0463)$/;
const talk = /^908(?:3[2-9]|4[057]|46|53|91|92)$|^9079[12]$/;

/** Codes that only add to another of the same day (CMS add-on code file). */
const addOns: ReadonlyMap<string, RegExp> = new Map([
  ["90785", talk],
  ["90833", visit],
  ["90836", visit],
  ["90838", visit],
  ["90840", /^90839$/],
  ["96131", /^96130$/],
  ["96133", /^96132$/],
  ["96137", /^96136$/],
  ["96139", /^96138$/],
]);

const addOnAlone: ScrubRule<Examined> = {
  id: "add-on-alone",
  severity: "error",
  mend: "charges",
  source: "CMS add-on code edits (NCCI): with their primary code of the same day",
  at: "2400 SV101-2 or SV202-2",
  guides: bothGuides,
  check({ claim, guide }, say) {
    const element = guide === "837p" ? "SV101-2" : "SV202-2";
    for (const { number, dates, procedure } of claim.lines) {
      const primary = addOns.get(procedure?.code ?? "");
      if (primary === undefined) continue;
      const day = dates.service?.from;
      const isHeld = claim.lines.some(
        (line) => line.dates.service?.from === day && primary.test(line.procedure?.code ?? ""),
      );
      if (!isHeld) say("2400", element, { line: number, code: procedure?.code ?? "" });
    }
  },
};

/** Services that do not go together, or were billed already. */
export const serviceRules: readonly ScrubRule<Examined>[] = [
  duplicateLine,
  duplicateDay,
  perDiemWithComponent,
  addOnAlone,
];
