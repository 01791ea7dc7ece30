import { z } from "zod";
import { optional } from "#domain/basics/optional.ts";
import { authorizationUnits } from "#domain/payers/authorization-unit.ts";
import { billingServiceSchema } from "#domain/payers/billing-service.ts";
import { codeShapes } from "#domain/payers/code-shapes.ts";
import { populationSchema } from "#domain/programs/population.ts";

const upper = (pattern: RegExp) =>
  z
    .string()
    .transform((value) => value.trim().toUpperCase())
    .pipe(z.string().regex(pattern));

export const procedureCodeSchema = upper(codeShapes.procedure);
export const revenueCodeSchema = z.string().trim().regex(codeShapes.revenue);
const modifierSchema = upper(codeShapes.modifier);
const twoDigits = z.string().trim().regex(codeShapes.twoDigits);

export const claimForms = ["professional", "institutional"] as const;
export const claimFormSchema = z.enum(claimForms);
export type ClaimForm = (typeof claimForms)[number];

/** SBR09, claim filing indicator (X12 data element 1032), those a behavioral health program meets. */
export const filingCodes = [
  "CI",
  "BL",
  "12",
  "13",
  "14",
  "HM",
  "MB",
  "MA",
  "16",
  "MC",
  "CH",
  "VA",
  "OF",
  "ZZ",
] as const;

/** A code with the modifiers that always stand first on its line. */
const procedureSchema = z.object({
  code: procedureCodeSchema,
  modifiers: z.array(modifierSchema).max(4),
});
export type ContractProcedure = z.output<typeof procedureSchema>;

/**
 * How minutes of a quarter hour count: `full` fifteen minutes each, or `midpoint`, from the eighth minute on (the CMS
 * 8-minute rule: 8 to 22 are 1, 23 to 37 are 2).
 */
const quarterRuleSchema = z.enum(["full", "midpoint"]);

export const perDiemUnits = ["day", "hour", "quarter-hour"] as const;
export const perDiemSchema = z.object({
  /** Null: the payer wants no HCPCS, the revenue code alone says it. A method of billing, not a missing value. */
  procedure: procedureSchema.nullable(),
  revenueCode: optional(revenueCodeSchema),
  unit: z.enum(perDiemUnits),
  quarterRule: quarterRuleSchema,
  maxUnits: z.int().min(1).max(96).nullable(),
  /** Credited minutes a day must hold; 0 asks for none. Both minimums hold where both are given. */
  minimumMinutes: z.int().min(0).max(1440),
  minimumServices: z.int().min(1).max(20).nullable(),
});
export type PerDiem = z.output<typeof perDiemSchema>;

/**
 * What becomes of a service: `in-per-diem` is never billed alone; `carved-out` is billed beside the per diem; `component` is
 * inside it, and billed by its own code on a day below the minimum; `per-service` is billed for itself where there is no per diem.
 */
export const serviceModes = [
  "in-per-diem",
  "carved-out",
  "component",
  "per-service",
  "not-billable",
] as const;

export const serviceUnits = ["service", "quarter-hour", "hour", "day"] as const;
/** One line a service may have. Of several for one service the one with the most minutes that are reached counts. */
export const serviceTermSchema = z.object({
  service: billingServiceSchema,
  mode: z.enum(serviceModes),
  procedure: procedureSchema.nullable(),
  revenueCode: optional(revenueCodeSchema),
  unit: z.enum(serviceUnits),
  quarterRule: quarterRuleSchema,
  minimumMinutes: z.int().min(0).max(1440),
  maxPerDay: z.int().min(1).max(96).nullable(),
});
export type ServiceTerm = z.output<typeof serviceTermSchema>;

/** When a modifier is added: always, by how the person took part, by the lead's credentials (any of them), by age. */
export const modifierConditionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("always") }),
  z.object({ kind: z.literal("telehealth") }),
  z.object({ kind: z.literal("video") }),
  z.object({ kind: z.literal("phone") }),
  z.object({
    kind: z.literal("credential"),
    types: z.array(z.string().trim().min(1).max(20)).min(1).max(20),
  }),
  z.object({ kind: z.literal("population"), population: populationSchema }),
]);
export type ModifierCondition = z.output<typeof modifierConditionSchema>;

export const claimSpans = ["day", "week", "month", "enrollment"] as const;

/**
 * What a contract says about billing: rules as data, because one payer differs from the next in every one of them. The
 * shape alone is checked here; whether it fits together, `termsProblems` says.
 */
export const contractTermsSchema = z
  .object({
    form: claimFormSchema,
    filing: z.enum(filingCodes),
    perDiem: perDiemSchema.nullable(),
    belowMinimum: z.enum(["components", "not-billable"]),
    services: z.array(serviceTermSchema).max(20),
    /** In this order after the code's own; a line takes the first four that apply (SV101-3 to -6). */
    modifiers: z
      .array(z.object({ when: modifierConditionSchema, modifier: modifierSchema }))
      .max(12),
    /** The first two digits of the type of bill: `13`; the third is the frequency. */
    billType: optional(twoDigits),
    conditionCodes: z.array(modifierSchema).max(11),
    placeOfService: optional(twoDigits),
    placeOfServiceTelehealth: optional(twoDigits),
    /** `interim`: frequencies 2, 3 and 4 in order, status 30 until the last (Medicare Claims Processing Manual ch. 25). */
    frequency: z.enum(["admit-through-discharge", "interim"]),
    claimSpan: z.enum(claimSpans),
    datesPerClaim: z.int().min(1).max(31).nullable(),
    /** ISO: 1 is Monday, 7 Sunday. */
    weekStartsOn: z.int().min(1).max(7),
    diagnosis: z.object({
      /** The principal diagnosis begins with one of these, written with the point: `F1`, `F33.1`; none: any. */
      primaryPrefixes: z.array(upper(codeShapes.diagnosis)).max(20),
      most: z.int().min(1).max(12),
    }),
    authorization: z.object({ needed: z.boolean(), unit: z.enum(authorizationUnits) }),
    timelyFilingDays: z.int().min(1).max(1095),
    providers: z.object({
      rendering: z.enum(["lead", "supervisor", "none"]),
      supervising: z.boolean(),
      attending: z.boolean(),
      serviceFacility: z.boolean(),
    }),
  })
  .meta({ id: "ContractTerms" });
export type ContractTerms = z.output<typeof contractTermsSchema>;
