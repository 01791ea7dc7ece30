import type { ChargeValues, lineRules } from "#domain/billing/charges/day-charge.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import type { ClaimFrequency } from "#domain/billing/claims/claim-snapshot.ts";
import { filledIn } from "#server/app/commands/filled-in.ts";

/** Cents as dollars with two digits. */
export const dollars = (cents: number): string => (cents / 100).toFixed(2);

const frequencies: Readonly<Record<ClaimFrequency, string>> = {
  "1": "admission through discharge",
  "2": "interim, the first",
  "3": "interim, continuing",
  "4": "interim, the last",
  "7": "replaces a claim the payer has",
  "8": "takes a claim back the payer has",
};

/** What CLM05-3 says. */
export const frequencySentence = (frequency: ClaimFrequency): string => frequencies[frequency];

const states: Readonly<Record<Claim["state"], string>> = {
  built: "built and not checked yet",
  scrubbed: "checked, and held",
  ready: "ready to be exported",
  exported: "exported",
  withdrawn: "withdrawn, never sent",
};

/** Where a claim stands. */
export const stateSentence = (state: Claim["state"]): string => states[state];

const holds: Readonly<Record<string, string>> = {
  "scrub-errors": "the payer would refuse it, {errors} found",
  "file-errors": "its file could not be written: {problem} in {segment}",
  "consent-refused": "the payer may not be told: {refused}",
  "kept-back": "kept from the payer as the person asked",
  "previous-bill-open": "the interim bill before it was not answered yet",
  "claim-rejected": "its receiver rejected it unread and it was not sent again",
  "accepted-after-all": "the claim whose place it takes was accepted after all",
  "second-payer-waits":
    "another payer pays behind this one and is billed once this one has answered",
  "claim-needs-correction": "what it rests on changed since it was built",
};

/** Why a claim waits. */
export const holdSentence = (code: string, values: ChargeValues): string =>
  filledIn(
    holds[code] ?? code,
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === "number" ? value : String(value),
      ]),
    ),
  );

const holdNames: Readonly<Record<string, string>> = {
  ...holds,
  "scrub-errors": "the payer would refuse it",
  "file-errors": "its file could not be written",
  "consent-refused": "the payer may not be told",
};

/** The same in a few words, where what was found is not at hand. */
export const nameOfHold = (code: string): string => holdNames[code] ?? code;

const rules: Readonly<Record<(typeof lineRules)[number], string>> = {
  "per-diem-reached": "the day reached the minimum of its per diem",
  "below-per-diem": "the day fell short of the per diem; its services are billed by themselves",
  "carved-out": "billed beside the per diem",
  "per-service": "billed by the service",
};

/** Why a line stands. */
export const ruleSentence = (code: string): string =>
  Object.entries(rules).find(([own]) => own === code)?.[1] ?? code;
