import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { labelSchema } from "#domain/basics/label.ts";

/** What a sentence about a charge needs. */
const valuesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type ChargeValues = z.output<typeof valuesSchema>;

/** On what ground a line stands. */
export const chargeBases = ["per-diem", "component", "carved-out", "per-service"] as const;
export type ChargeBasis = (typeof chargeBases)[number];

/** Why a line stands. */
export const lineRules = [
  "per-diem-reached",
  "below-per-diem",
  "carved-out",
  "per-service",
] as const;

/** Why a service earns nothing of its own. */
export const zeroCodes = [
  "cancelled",
  "not-there",
  "not-over",
  "no-credited-minutes",
  "note-retracted",
  "no-coverage",
  "no-contract",
  "only-draft",
  "service-not-in-contract",
  "not-billable",
  "included-in-per-diem",
  "not-for-per-diem",
  "day-below-minimum",
  "below-minimum",
  "below-one-unit",
  "over-daily-limit",
] as const;
export type ZeroCode = (typeof zeroCodes)[number];

/** Why a day waits. It holds the bill, never the care. */
export const dayHoldCodes = [
  "no-coverage",
  "no-contract",
  "only-draft",
  "no-price",
  "note-missing",
  "note-draft",
  "note-not-cosigned",
  "note-minutes-differ",
  "credential-lapsed",
  "no-consent",
  "kept-back",
  "no-diagnosis",
  "diagnosis-not-accepted",
  "no-authorization",
  "authorization-used-up",
  "claim-needs-correction",
] as const;
export type DayHoldCode = (typeof dayHoldCodes)[number];

/** Who is to mend it. */
export const holdOwners = [
  "biller",
  "facilitator",
  "supervisor",
  "utilization-reviewer",
  "admissions",
] as const;
export const holdOwnerSchema = z.enum(holdOwners);
export type HoldOwner = (typeof holdOwners)[number];

export const dayHoldSchema = z.object({
  code: z.enum(dayHoldCodes),
  values: valuesSchema,
  owner: holdOwnerSchema,
});
export type DayHold = z.output<typeof dayHoldSchema>;

/** The one person whom a hold waits for, and who asked them and when, while that is open. */
export const waitsForSchema = z
  .object({
    staffId: idSchema,
    name: z.string(),
    /** The session it is about. */
    sessionName: z.string(),
    serviceDate: z.iso.date(),
    asked: z.object({ by: z.string(), at: instantSchema }).nullable(),
  })
  .meta({ id: "WaitsFor" });
export type WaitsFor = z.output<typeof waitsForSchema>;

/** A hold of a day as it is shown; `waitsFor` is null where anybody of its owner's role will do. */
export const shownHoldSchema = dayHoldSchema.extend({ waitsFor: waitsForSchema.nullable() });
export type ShownHold = z.output<typeof shownHoldSchema>;

export const lineSessionSchema = z.object({
  sessionId: idSchema,
  attendanceId: idSchema,
  noteId: idSchema.nullable(),
  minutes: z.int(),
  /** Who led it, and who supervised them, when the line was made; null on lines that are older than this. */
  leadStaffId: idSchema.nullable().default(null),
  leadSupervisorId: idSchema.nullable().default(null),
});

export const chargeLineSchema = z
  .object({
    /** Names the line within its day. */
    key: z.string(),
    basis: z.enum(chargeBases),
    /** Null for a per-diem, which is made of several. */
    service: z.string().nullable(),
    /** Null where the contract suppresses the HCPCS code: the revenue code alone is billed. */
    procedure: z.string().nullable(),
    modifiers: z.array(z.string()).max(4),
    revenueCode: z.string().nullable(),
    unit: z.enum(["day", "hour", "quarter-hour", "service"]),
    units: z.int().min(1),
    /** Of one unit; null where no fee is known, and then nothing is charged. */
    priceCents: z.int().nullable(),
    chargeCents: z.int().nullable(),
    minutes: z.int(),
    /** All of it by video or telephone: decides the place of service. */
    isTelehealth: z.boolean(),
    sessions: z.array(lineSessionSchema).min(1),
    /** `source` is where the contract version says it. */
    rule: z.object({ code: z.enum(lineRules), values: valuesSchema, source: z.string() }),
  })
  .meta({ id: "ChargeLine" });
export type ChargeLine = z.output<typeof chargeLineSchema>;

/** A service, or the day as a whole (`sessionId` null), that earns nothing of its own, and why. */
export const zeroSchema = z.object({
  sessionId: idSchema.nullable(),
  code: z.enum(zeroCodes),
  values: valuesSchema,
  source: z.string().nullable(),
});
export type Zero = z.output<typeof zeroSchema>;

/** What the services of one day are worth to one payer, with a reason for every line and every zero. */
export const dayChargesSchema = z.object({
  contractVersionId: idSchema.nullable(),
  /** Made with a version that is still being tested: a claim of it says so. */
  isTest: z.boolean(),
  lines: z.array(chargeLineSchema),
  zeroes: z.array(zeroSchema),
  holds: z.array(dayHoldSchema),
  /** What of the payer's allowance the day takes, where one is needed and there. */
  authorizationId: idSchema.nullable(),
  totalCents: z.int(),
});
export type DayCharges = z.output<typeof dayChargesSchema>;

/**
 * `open`: something of the day still runs or lies ahead. `nothing`: it is over and earns nothing. `held`: it would bill, and waits.
 * `ready`: it may become a claim. `claimed`: it is one, and changes no more.
 */
export const dayStates = ["open", "nothing", "held", "ready", "claimed"] as const;
export const dayStateSchema = z.enum(dayStates);
export type DayState = (typeof dayStates)[number];

/** A day's charges as they are kept: one for each enrollment, coverage and service date. */
export const dayChargeSchema = z
  .object({
    id: idSchema,
    enrollmentId: idSchema,
    patientId: idSchema,
    coverageId: idSchema.nullable(),
    payerId: idSchema.nullable(),
    siteId: idSchema,
    serviceDate: z.iso.date(),
    state: dayStateSchema,
    claimId: idSchema.nullable(),
    ...dayChargesSchema.shape,
    /** What the day would be now, where it was claimed otherwise. */
    difference: dayChargesSchema.nullable(),
    label: labelSchema,
    version: z.int(),
  })
  .meta({ id: "DayCharge" });
export type DayCharge = z.output<typeof dayChargeSchema>;
