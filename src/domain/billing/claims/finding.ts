import { z } from "zod";

/**
 * What the scrubber looks at, each by a rule of its own (`src/edi/scrub`), from the envelope to the single text. The
 * authority of each stands beside the rule.
 */
export const scrubRuleIds = [
  "group-code",
  "transaction-use",
  "transaction-date",
  "submitter-id",
  "submitter-contact",
  "npi-check-digit",
  "billing-npi",
  "provider-npi",
  "tax-id",
  "taxonomy-shape",
  "billing-taxonomy",
  "payer-id",
  "member-number",
  "entity-kind",
  "name-missing",
  "first-name-missing",
  "rendering-same-as-billing",
  "facility-same-as-billing",
  "billing-street",
  "billing-zip",
  "facility-zip",
  "zip-shape",
  "state-code",
  "subscriber-relationship",
  "patient-relationship",
  "patient-birth",
  "birth-date",
  "sex-code",
  "patient-address",
  "filing-code",
  "payer-sequence",
  "other-payer-sequence",
  "other-payer-line-balance",
  "other-payer-claim-balance",
  "control-number",
  "control-number-repeated",
  "claim-total",
  "charge-sign",
  "charge-zero",
  "facility-kind",
  "frequency-code",
  "original-reference",
  "medicare-replacement",
  "claim-indicators",
  "line-count",
  "line-numbers",
  "procedure-missing",
  "procedure-shape",
  "modifier-shape",
  "modifier-count",
  "modifier-repeated",
  "modifier-contradiction",
  "unit-kind",
  "units-positive",
  "units-whole",
  "service-date",
  "service-date-order",
  "service-date-future",
  "service-date-admission",
  "timely-filing",
  "diagnosis-principal",
  "diagnosis-external-cause",
  "diagnosis-count",
  "diagnosis-shape",
  "diagnosis-code-set",
  "diagnosis-valid",
  "diagnosis-repeated",
  "pointer-missing",
  "pointer-target",
  "pointer-count",
  "pointer-repeated",
  "place-of-service",
  "bill-type",
  "statement-dates",
  "statement-covers-lines",
  "admission-type",
  "admission-source",
  "patient-status",
  "status-of-frequency",
  "attending-missing",
  "revenue-code",
  "revenue-procedure",
  "health-code-shape",
  "medicare-iop-condition",
  "medicare-change-reason",
  "medicare-line-procedure",
  "medicare-code",
  "duplicate-line",
  "duplicate-day",
  "per-diem-with-component",
  "add-on-alone",
  "authorization-missing",
  "authorization-match",
  "text-length",
  "text-characters",
  "delimiter-in-text",
] as const;
export type ScrubRuleId = (typeof scrubRuleIds)[number];

/** `error`: the claim would be refused, so it waits; `warning`: somebody should look, it may go. */
export const findingSeverities = ["error", "warning"] as const;

/** Where what was found is mended. */
export const mendPlaces = [
  "billing-provider",
  "patient",
  "coverage",
  "payer",
  "diagnoses",
  "authorization",
  "contract",
  "charges",
  "staff",
  "site",
  "claim",
] as const;
export type MendPlace = (typeof mendPlaces)[number];

/**
 * Something that would keep a payer from taking a claim: which rule says so, in which loop and element of the guide
 * (`2010AA`, `N403`), and where it is mended. The sentence belongs to the one who shows it; the values fill it.
 */
export const findingSchema = z
  .object({
    rule: z.enum(scrubRuleIds),
    severity: z.enum(findingSeverities),
    loop: z.string(),
    element: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    mend: z.enum(mendPlaces),
  })
  .readonly()
  .meta({ id: "ClaimFinding" });
export type Finding = z.output<typeof findingSchema>;
