import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema, optionalLineSchema, searchTextSchema } from "#domain/basics/text.ts";
import { fileStandingSchema } from "#domain/billing/claims/acknowledgment.ts";
import { claimSumSchema } from "#domain/billing/claims/claim-sum.ts";
import { claimDifferences } from "#domain/billing/claims/claim-differences.ts";
import {
  claimAgeSchema,
  claimCountSchema,
  claimRowSchema,
  claimSchema,
  claimStateSchema,
} from "#domain/billing/claims/claim.ts";
import { versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { orderSchema } from "#domain/practice/record-state.ts";

const claimId = idSchema;
const read = { permission: "claims:read", purpose: "payment" } as const;
const manage = { permission: "claims:manage", purpose: "payment" } as const;
const ofInput = (input: { claimId: string }) => ({ kind: "claim", id: input.claimId });
const ofOutput = (_: unknown, claim: { patient: { id: string } }) => [claim.patient.id];
const reason = lineSchema(400);

/** Which day of a claim a span is about. `days`: all its days lie inside; each other is one day, so that a claim lies in one month. */
export const claimSpans = ["days", "last-day", "made", "sent"] as const;

/** What narrows claims. */
const claimFilter = {
  /** A name of the person, our number of the claim, the payer's number of it, or the payer. */
  q: searchTextSchema(120).default(""),
  state: claimStateSchema.optional(),
  countsAs: claimCountSchema.optional(),
  age: claimAgeSchema.optional(),
  payerId: idSchema.optional(),
  patientId: idSchema.optional(),
  claimFileId: idSchema.optional(),
  /** Both included. */
  from: civilDateSchema.optional(),
  to: civilDateSchema.optional(),
  spanOf: z.enum(claimSpans).default("days"),
};

export const listClaims = route({
  ...read,
  method: "GET",
  path: "/claims",
  summary:
    "Claims by name, number, state, payer, patient, file and span, the latest days first if not otherwise",
  audit: {
    verb: "claim.list",
    subjects: (_, page) => [...new Set(page.rows.map((row) => row.patient.id))],
  },
  input: z.object({
    ...pageInput,
    ...claimFilter,
    sort: z.enum(["days", "person", "payer", "total", "filing", "state"]).default("days"),
    order: orderSchema.default("desc"),
  }),
  output: pageOf(claimRowSchema),
});

const sumsSchema = z.object({
  ready: claimSumSchema,
  held: claimSumSchema,
  made: claimSumSchema,
  asked: claimSumSchema,
  test: claimSumSchema,
  rejected: claimSumSchema,
  nothing: claimSumSchema,
});

export const sumClaims = route({
  ...read,
  method: "GET",
  path: "/claims/sums",
  summary:
    "What the claims that match come to: ready, held, asked for, in test files, rejected; by payer, and what is asked for by age",
  audit: { verb: "claim.sum", subjects: "none" },
  input: z.object(claimFilter),
  output: z.object({
    total: z.int(),
    sums: sumsSchema,
    /** Of what is ready: what corrects, voids or sends again another claim. */
    readyAgainCents: z.int(),
    payers: z.array(
      z.object({ payer: z.object({ id: idSchema, name: z.string() }), sums: sumsSchema }),
    ),
    /** What payers are asked for, by days since the last service day. */
    ages: z.array(claimSumSchema.extend({ age: claimAgeSchema })),
  }),
});
export type ClaimSums = z.output<typeof sumsSchema>;

export const readClaim = route({
  ...read,
  method: "GET",
  path: "/claims/{claimId}",
  summary:
    "One claim: what it says, what stands against it, and the sessions and notes behind each line",
  audit: { verb: "claim.read", subjects: ofOutput, record: ofInput },
  input: z.object({ claimId }),
  output: claimSchema,
});

export const listClaimRevisions = route({
  ...read,
  method: "GET",
  path: "/claims/{claimId}/revisions",
  summary: "What became of a claim, newest first",
  audit: {
    verb: "claim.history",
    subjects: (_, history) => [history.patientId],
    record: ofInput,
  },
  input: z.object({ claimId }),
  output: z.object({ patientId: idSchema, rows: z.array(revisionSchema) }),
});

export const buildClaims = route({
  ...manage,
  method: "POST",
  path: "/claims",
  summary: "Put the days that are ready into claims, and check them",
  audit: { verb: "claim.build", subjects: (_, built) => built.patientIds },
  input: z.object({ from: civilDateSchema, to: civilDateSchema }),
  output: z.object({
    built: z.int(),
    ready: z.int(),
    held: z.int(),
    totalCents: z.int(),
    claimIds: z.array(idSchema),
    patientIds: z.array(idSchema),
  }),
  status: 201,
});

const daysSchema = z.object({ days: z.int(), totalCents: z.int() });

export const rehearseBuild = route({
  ...read,
  method: "GET",
  path: "/claims/rehearsal",
  summary:
    "How many claims the days that are ready would become now, and what the others wait for; nothing is kept",
  audit: { verb: "claim.rehearse", subjects: "none" },
  input: z.object({ from: civilDateSchema, to: civilDateSchema }),
  output: z.object({
    claims: z.int(),
    /** Days that would be in them. */
    billed: daysSchema,
    /** Days whose week, month or stay is not over. */
    running: daysSchema,
    /** Days that share a bill with one that is held, or follow one that waits. */
    unsettled: daysSchema,
  }),
});

export const scrubClaim = route({
  ...manage,
  method: "POST",
  path: "/claims/{claimId}/scrubbing",
  summary: "Check a claim once more; what is clean and free of holds becomes ready",
  audit: { verb: "claim.scrub", subjects: ofOutput, record: ofInput },
  input: z.object({ claimId, version: versionSchema }),
  output: claimSchema,
  errors: { "claim-exported": 409, "claim-withdrawn": 409 },
});

export const releaseClaim = route({
  ...manage,
  method: "POST",
  path: "/claims/{claimId}/release",
  summary: "Let a claim go whose holds may be released, with the reason in writing",
  audit: { verb: "claim.release", subjects: ofOutput, record: ofInput },
  input: z.object({ claimId, version: versionSchema, reason }),
  output: claimSchema,
  errors: {
    "claim-exported": 409,
    "claim-withdrawn": 409,
    "hold-not-releasable": 409,
    "bill-before-rejected": 409,
    "hold-released": 409,
  },
});

export const correctClaim = route({
  ...manage,
  method: "POST",
  path: "/claims/{claimId}/correction",
  summary:
    "Bill the days of a claim again as they are now: rebuilt where it was not sent, sent again where it was rejected, a replacement (7) where the payer took it",
  audit: { verb: "claim.correct", subjects: ofOutput, record: ofInput },
  input: z.object({
    claimId,
    version: versionSchema,
    reason,
    /** What the payer said of the claim that was sent. */
    answer: z.enum(["rejected", "accepted"]).optional(),
    /** The payer's number of it: needed where it was accepted. */
    payerClaimControl: optionalLineSchema(50),
  }),
  /** The new claim. */
  output: claimSchema,
  errors: {
    "claim-withdrawn": 409,
    "claim-replaced": 409,
    "file-not-handed-over": 409,
    "payer-number-missing": 409,
    "nothing-to-bill": 409,
  },
  status: 201,
});

export const rehearseCorrection = route({
  ...read,
  // It makes the claim and takes it back: whoever asks holds its days for that moment.
  method: "POST",
  path: "/claims/{claimId}/correction-rehearsal",
  summary:
    "What a claim made of the same days now would say otherwise than the one that was sent; nothing is kept",
  audit: {
    verb: "claim.rehearse-correction",
    subjects: (_, { patientId }) => [patientId],
    record: ofInput,
  },
  input: z.object({ claimId }),
  output: z.object({
    patientId: idSchema,
    /** Where its file stands with its receiver; null where it is in none. */
    standing: fileStandingSchema.nullable(),
    differs: z.array(z.enum(claimDifferences)),
    totalCents: z.int(),
    /** Why none could be made now. */
    blockedBy: z.string().nullable(),
  }),
});

export const buildAlike = route({
  ...manage,
  method: "POST",
  path: "/claims/{claimId}/alike",
  summary:
    "Build a claim anew that was not sent, and with it the others that wait for the same fault; those whose fault stands stay as they are",
  audit: {
    verb: "claim.build-alike",
    subjects: (_, { patientIds }) => patientIds,
    record: ofInput,
  },
  input: z.object({ claimId, version: versionSchema, reason }),
  output: z.object({
    made: z.int(),
    /** Of them those that wait again. */
    held: z.int(),
    /** Claims that could not be billed anew, and why. */
    left: z.array(z.object({ claimId: idSchema, control: z.string(), code: z.string() })),
    patientIds: z.array(idSchema),
  }),
  errors: { "claim-exported": 409, "claim-withdrawn": 409, "fault-stands": 409 },
  status: 201,
});

export const voidClaim = route({
  ...manage,
  method: "POST",
  path: "/claims/{claimId}/void",
  summary: "Take a claim back that the payer has (8)",
  audit: { verb: "claim.void", subjects: ofOutput, record: ofInput },
  input: z.object({
    claimId,
    version: versionSchema,
    reason,
    payerClaimControl: lineSchema(50),
  }),
  output: claimSchema,
  errors: { "claim-not-exported": 409, "claim-replaced": 409, "file-not-handed-over": 409 },
  status: 201,
});

export const withdrawClaim = route({
  ...manage,
  method: "POST",
  path: "/claims/{claimId}/withdrawal",
  summary:
    "Take a claim back that was never sent; its days can be billed again, or stand in the claim it would have replaced",
  audit: { verb: "claim.withdraw", subjects: ofOutput, record: ofInput },
  input: z.object({ claimId, version: versionSchema, reason }),
  output: claimSchema,
  errors: {
    "claim-exported": 409,
    "claim-withdrawn": 409,
    "claim-in-sequence": 409,
    "claim-replaces-another": 409,
    "days-billed-elsewhere": 409,
  },
});
