import { Temporal } from "temporal-polyfill";
import { minorConsentRules, type MinorConsentRule } from "#domain/privacy/minor-consent-rules.ts";

/** Whose signature a consent needs (42 CFR 2.14; the patient's own, or whoever acts for them, from the age of majority on). */
export const signatureNeeds = ["patient", "minor", "minor-and-parent"] as const;
export type SignatureNeed = (typeof signatureNeeds)[number];

const ageOn = (birthDate: string, day: string): number =>
  Temporal.PlainDate.from(birthDate).until(day, { largestUnit: "years" }).years;

/** The rule of a state on a day; null where we know none. */
export const minorRuleOf = (state: string | null, on: string): MinorConsentRule | null =>
  minorConsentRules
    .filter((rule) => rule.state === state && rule.effectiveFrom <= on)
    .toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? 1 : -1))[0] ?? null;

/** The usual age of majority, and the states where it is another. */
const majority: Readonly<Record<string, number>> = { AL: 19, NE: 19, MS: 21 };
const usualMajority = 18;

/**
 * Who must sign. Where the law of the state lets a minor of this age ask for treatment alone, only the minor can consent to
 * telling (42 CFR 2.14(a)); elsewhere, and where we know no rule, the minor and a parent or guardian both (2.14(b)(1)).
 */
export const signatureNeed = (
  birthDate: string,
  careState: string | null,
  on: string,
): SignatureNeed => {
  const age = ageOn(birthDate, on);
  if (age >= (majority[careState ?? ""] ?? usualMajority)) return "patient";
  const rule = minorRuleOf(careState, on);
  return rule !== null && age >= rule.aloneFromAge ? "minor" : "minor-and-parent";
};
