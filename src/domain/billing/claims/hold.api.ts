import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { lineSchema, searchTextSchema } from "#domain/basics/text.ts";
import { holdOwnerSchema } from "#domain/billing/charges/day-charge.ts";
import { holdSchema } from "#domain/billing/claims/hold.ts";
import { route } from "#domain/contract/route.ts";
import { orderSchema } from "#domain/practice/record-state.ts";

export const listHolds = route({
  method: "GET",
  path: "/holds",
  summary:
    "What keeps days and claims from being billed, the oldest first, with how much waits for each reason",
  permission: "claims:read",
  purpose: "payment",
  audit: {
    verb: "hold.list",
    subjects: (_, page) => [...new Set(page.rows.map((row) => row.patient.id))],
  },
  input: z.object({
    ...pageInput,
    code: z.string().max(60).optional(),
    owner: holdOwnerSchema.optional(),
    patientId: idSchema.optional(),
    payerId: idSchema.optional(),
    /** Only what lies in these days, both included; figures are of them too. */
    from: civilDateSchema.optional(),
    to: civilDateSchema.optional(),
    /** What its payer takes for thirty days more at most, or no longer. */
    filing: z.literal("soon").optional(),
    /** A name of the person, or the payer. */
    q: searchTextSchema(120).default(""),
    /** Holds of one person, payer, reason and session as one: what is mended once ends them all. */
    together: z.stringbool().default(false),
    sort: z.enum(["since", "person", "payer", "total", "filing"]).default("since"),
    order: orderSchema.default("asc"),
  }),
  output: pageOf(holdSchema).extend({
    /** Rows that stand together, whatever the filters. */
    all: z.int(),
    /** Days that are held and in no claim yet, whatever the filters; what waits for two things counts once here. */
    days: z.object({ count: z.int(), unpriced: z.int(), totalCents: z.int() }),
    /** The same of claims that wait, sent or not. */
    claims: z.object({ count: z.int(), totalCents: z.int() }),
    /** Of what every filter but the reason leaves, none of some. What waits for two things counts under each. */
    reasons: z.array(
      z.object({
        code: z.string(),
        owner: holdOwnerSchema,
        /** Rows of the list that stand together. */
        together: z.int(),
        /** Days and claims. */
        count: z.int(),
        totalCents: z.int(),
        oldestAt: z.string().nullable(),
      }),
    ),
    /** The same by who pays: of what every filter but the payer leaves. Here what waits for two things counts once. Nobody pays yet for what no policy covers. */
    payers: z.array(
      z.object({
        payerId: idSchema.nullable(),
        name: z.string().nullable(),
        count: z.int(),
        totalCents: z.int(),
      }),
    ),
    /** Of everything that waits, what must be with its payer soon, counted in rows that stand together. */
    filingSoon: z.object({
      count: z.int(),
      totalCents: z.int(),
      first: z.iso.date().nullable(),
    }),
  }),
});

export const releaseHold = route({
  method: "POST",
  path: "/holds/{holdId}/release",
  summary: "Let one hold of a claim go, with the reason in writing",
  permission: "claims:manage",
  purpose: "payment",
  audit: {
    verb: "hold.release",
    subjects: (_, hold) => [hold.patient.id],
    record: (_, hold) => (hold.claimId === null ? undefined : { kind: "claim", id: hold.claimId }),
  },
  input: z.object({ holdId: idSchema, reason: lineSchema(400) }),
  output: holdSchema,
  errors: { "hold-not-releasable": 409, "bill-before-rejected": 409, "hold-released": 409 },
});
