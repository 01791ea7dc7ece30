import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { dayBillSchema } from "#domain/billing/charges/day-bill.ts";
import {
  chargeLineSchema,
  dayChargeSchema,
  dayChargesSchema,
  dayStateSchema,
  dayStates,
  shownHoldSchema,
  zeroSchema,
} from "#domain/billing/charges/day-charge.ts";
import {
  dayReleaseSchema,
  dayServiceSchema,
  serviceModeSchema,
} from "#domain/billing/charges/day-facts.ts";
import { route } from "#domain/contract/route.ts";
import { populationSchema } from "#domain/programs/population.ts";

const read = { permission: "charges:read", purpose: "payment" } as const;

const named = z.object({ id: idSchema, name: z.string() });

/** One day of one person to one payer, as charge review lists it. */
export const dayChargeRowSchema = z
  .object({
    id: idSchema,
    serviceDate: z.iso.date(),
    enrollmentId: idSchema,
    patientId: idSchema,
    patientName: z.string(),
    mrn: z.string(),
    levelName: z.string(),
    site: named,
    payer: named.nullable(),
    contractName: z.string().nullable(),
    state: dayStateSchema,
    claimId: idSchema.nullable(),
    totalCents: z.int(),
    /** Credited minutes that are in lines. */
    minutes: z.int(),
    lines: z.array(
      z.object({
        procedure: z.string().nullable(),
        modifiers: z.array(z.string()),
        revenueCode: z.string().nullable(),
        units: z.int(),
        chargeCents: z.int().nullable(),
      }),
    ),
    zeroes: z.array(zeroSchema),
    holds: z.array(shownHoldSchema),
    /** Claimed, and what was delivered is another thing by now. */
    differs: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "DayChargeRow" });
export type DayChargeRow = z.output<typeof dayChargeRowSchema>;

export const listDayCharges = route({
  ...read,
  method: "GET",
  path: "/day-charges",
  summary: "Charge review: what each day of each person is worth, the latest day first",
  audit: {
    verb: "day-charge.list",
    subjects: (_, { rows }) => [...new Set(rows.map((row) => row.patientId))],
  },
  input: z.object({
    from: civilDateSchema.optional(),
    to: civilDateSchema.optional(),
    state: dayStateSchema.optional(),
    patientId: idSchema.optional(),
    payerId: idSchema.optional(),
    siteId: idSchema.optional(),
    ...pageInput,
  }),
  output: pageOf(dayChargeRowSchema).extend({
    /** Of all that match, whatever their state: how many days and what they come to. */
    states: z.array(
      z.object({
        state: z.enum(dayStates),
        days: z.int(),
        totalCents: z.int(),
        /** How many of them have no price yet and so count with nothing. */
        unpriced: z.int(),
      }),
    ),
  }),
});

export const listDayBills = route({
  ...read,
  method: "GET",
  path: "/day-charges/bills",
  summary: "Into which bill each day that is ready goes, and when those come that are not due yet",
  audit: { verb: "day-charge.bills", subjects: "none" },
  input: z.object({ from: civilDateSchema, to: civilDateSchema }),
  output: z.object({ bills: z.array(dayBillSchema) }),
});

/** A day as it would be billed now, beside what is kept of it. */
export const dayExplanationSchema = z
  .object({
    serviceDate: z.iso.date(),
    zone: z.string(),
    patientId: idSchema,
    patientName: z.string(),
    enrollmentId: idSchema,
    levelName: z.string(),
    payer: named.nullable(),
    contract: z
      .object({ id: idSchema, name: z.string(), versionId: idSchema, versionNumber: z.int() })
      .nullable(),
    services: z.array(dayServiceSchema),
    state: dayStateSchema,
    charges: dayChargesSchema,
    /** Those of its charges, with whom each waits for. */
    holds: z.array(shownHoldSchema),
    /** What it goes without on somebody's word, and what was taken back of that. */
    releases: z.array(dayReleaseSchema),
    /** The claim it is in; `isSent` once it is in a file. */
    claim: z.object({ id: idSchema, control: z.string(), isSent: z.boolean() }).nullable(),
    /** What was kept when it was last made; null where nothing was yet. */
    kept: dayChargeSchema.nullable(),
    isAsKept: z.boolean(),
  })
  .meta({ id: "DayExplanation" });
export type DayExplanation = z.output<typeof dayExplanationSchema>;

export const explainDay = route({
  ...read,
  method: "GET",
  path: "/enrollments/{enrollmentId}/day-charges/{serviceDate}",
  summary: "What a day would bill now: every line and every zero with its reason",
  audit: {
    verb: "day-charge.explain",
    subjects: (_, day) => [day.patientId],
    record: ({ enrollmentId }) => ({ kind: "enrollment", id: enrollmentId }),
    details: ({ serviceDate }) => ({ serviceDate }),
  },
  input: z.object({ enrollmentId: idSchema, serviceDate: civilDateSchema }),
  output: dayExplanationSchema,
});

/** What one session is worth for one person in it: the lines it has a part in, or why it has none. */
export const sessionChargeSchema = z
  .object({
    patientId: idSchema,
    patientName: z.string(),
    enrollmentId: idSchema,
    payer: named.nullable(),
    creditedMinutes: z.int(),
    /** False while the session runs or lies ahead: its minutes are none yet. */
    isOver: z.boolean(),
    lines: z.array(chargeLineSchema),
    zeroes: z.array(zeroSchema),
    holds: z.array(shownHoldSchema),
    /** Of the whole day. */
    state: dayStateSchema,
    dayTotalCents: z.int(),
  })
  .meta({ id: "SessionCharge" });
export type SessionCharge = z.output<typeof sessionChargeSchema>;

export const explainSession = route({
  ...read,
  method: "GET",
  path: "/sessions/{sessionId}/charges",
  summary: "What a session would bill now, for each person in it",
  audit: {
    verb: "day-charge.session",
    subjects: (_, { rows }) => rows.map((row) => row.patientId),
    record: ({ sessionId }) => ({ kind: "session", id: sessionId }),
  },
  input: z.object({ sessionId: idSchema }),
  output: z.object({
    sessionId: idSchema,
    name: z.string(),
    zone: z.string(),
    serviceDate: z.iso.date(),
    startsAt: instantSchema,
    endsAt: instantSchema,
    rows: z.array(sessionChargeSchema),
  }),
});

/** A day of one person as it would be billed now, in a list of everybody's. */
export const previewRowSchema = z
  .object({
    patientId: idSchema,
    patientName: z.string(),
    enrollmentId: idSchema,
    levelName: z.string(),
    payer: named.nullable(),
    zone: z.string(),
    services: z.array(
      dayServiceSchema.pick({ sessionId: true, sessionName: true, startedAt: true, isOver: true }),
    ),
    lines: z.array(chargeLineSchema),
    zeroes: z.array(zeroSchema),
    holds: z.array(shownHoldSchema),
    state: dayStateSchema,
    totalCents: z.int(),
  })
  .meta({ id: "DayPreviewRow" });

export const previewDate = route({
  ...read,
  method: "GET",
  path: "/service-dates/{serviceDate}/charges",
  summary:
    "What a date would bill now: everybody who was there, or one person with all that is planned",
  audit: {
    verb: "day-charge.preview",
    subjects: (_, { rows }) => [...new Set(rows.map((row) => row.patientId))],
    details: ({ serviceDate }) => ({ serviceDate }),
  },
  input: z.object({
    serviceDate: civilDateSchema,
    patientId: idSchema.optional(),
    siteId: idSchema.optional(),
  }),
  output: z.object({
    serviceDate: z.iso.date(),
    rows: z.array(previewRowSchema),
    /** Of all rows, whatever holds them; a day that still runs has come to nothing yet. */
    totalCents: z.int(),
  }),
});

export const recomputeDays = route({
  permission: "claims:manage",
  purpose: "payment",
  method: "POST",
  path: "/day-charges/recomputation",
  summary:
    "Make the charges of a range of days anew; what is claimed stays and says where it differs",
  audit: {
    verb: "day-charge.recompute",
    subjects: "none",
    details: ({ from, to }) => ({ from, to }),
  },
  input: z
    .object({ from: civilDateSchema, to: civilDateSchema })
    .refine(({ from, to }) => from <= to, { path: ["to"], params: { code: "before-start" } }),
  output: z.object({
    days: z.int(),
    changed: z.int(),
    /** Claimed days that would be billed otherwise now. */
    differing: z.int(),
  }),
  errors: { "too-many-days": 409 },
});

/** A made-up service: enough to see what a contract makes of it. */
export const trialServiceSchema = z.object({
  service: z.string().trim().min(1).max(40),
  minutes: z.coerce.number().int().min(0).max(600),
  mode: serviceModeSchema.default("room"),
  credentials: z.array(z.string().trim().min(1).max(20)).max(10).default([]),
});

export const tryContract = route({
  permission: "contracts:read",
  purpose: "payment",
  method: "POST",
  path: "/contracts/trials",
  summary: "What a version of a contract makes of a day, real or made up; nothing is kept",
  audit: {
    verb: "contract.trial",
    subjects: (_, { patientId }) => (patientId === null ? [] : [patientId]),
    record: ({ contractVersionId }) => ({ kind: "contract-version", id: contractVersionId }),
  },
  input: z.object({
    contractVersionId: idSchema,
    serviceDate: civilDateSchema,
    /** A real day: whose. Its services, diagnoses and authorizations are taken. */
    enrollmentId: idSchema.nullable().default(null),
    population: populationSchema.default("adult"),
    levelOfCareId: idSchema.nullable().default(null),
    /** The principal diagnosis of a made-up day. */
    diagnosis: z.string().trim().max(8).default("F33.1"),
    services: z.array(trialServiceSchema).max(12).default([]),
  }),
  output: z.object({
    patientId: idSchema.nullable(),
    services: z.array(dayServiceSchema),
    charges: dayChargesSchema,
  }),
  errors: { "day-without-services": 409 },
});
