import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { acknowledgmentSchema } from "#domain/billing/claims/acknowledgment.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { claimFileSchema } from "#domain/billing/claims/claim-file.ts";
import { claimSumSchema } from "#domain/billing/claims/claim-sum.ts";
import { claimRowSchema } from "#domain/billing/claims/claim.ts";
import { route } from "#domain/contract/route.ts";
import { claimFormSchema } from "#domain/payers/contract-terms.ts";

const read = { permission: "claims:read", purpose: "payment" } as const;
const fileOf = (input: { claimFileId: string }) => ({ kind: "claim-file", id: input.claimFileId });

export const listClaimFiles = route({
  ...read,
  method: "GET",
  path: "/claim-files",
  summary: "Exported files, newest first",
  audit: { verb: "claim-file.list", subjects: "none" },
  input: z.object({
    ...pageInput,
    payerId: idSchema.optional(),
    /** Days on which they were made, both included. */
    from: civilDateSchema.optional(),
    to: civilDateSchema.optional(),
  }),
  output: pageOf(claimFileSchema),
});

export const readClaimFile = route({
  ...read,
  method: "GET",
  path: "/claim-files/{claimFileId}",
  summary: "One file as people: whose claims it holds, and its segments",
  audit: {
    verb: "claim-file.read",
    subjects: (_, file) => [...new Set(file.rows.map((row) => row.patient.id))],
    record: fileOf,
  },
  input: z.object({ claimFileId: idSchema }),
  output: z.object({
    file: claimFileSchema,
    rows: z.array(claimRowSchema),
    /** What its receiver answered, newest first. */
    acknowledgments: z.array(acknowledgmentSchema),
    /** Every segment of the interchange, without its terminator. */
    segments: z.array(z.string()),
  }),
});

export const rehearseExport = route({
  ...read,
  method: "GET",
  path: "/claim-files/rehearsal",
  summary:
    "What an export of these days would make now, and what it would hold; nothing is told or kept",
  audit: {
    verb: "claim-file.rehearse",
    subjects: (_, { held }) => [...new Set(held.map((one) => one.patient.id))],
  },
  input: z.object({ from: civilDateSchema, to: civilDateSchema }),
  output: z.object({
    files: z.array(
      z.object({
        payer: z.object({ id: idSchema, name: z.string() }),
        form: claimFormSchema,
        isTest: z.boolean(),
        ...claimSumSchema.shape,
        lines: z.int(),
      }),
    ),
    held: z.array(
      z.object({
        claimId: idSchema,
        /** Our number of the claim. */
        claim: z.string(),
        patient: claimRowSchema.shape.patient,
        totalCents: z.int(),
        reasons: z.array(z.string()),
        /** It is ready, and only the door of disclosures would keep it back: nothing holds it yet. */
        isAtTheDoor: z.boolean(),
      }),
    ),
  }),
});

export const sumExport = route({
  ...read,
  method: "GET",
  path: "/claim-files/rehearsal/sums",
  summary:
    "How many claims an export of these days would send now, and how many it would keep back; nothing is told or kept",
  audit: { verb: "claim-file.sum", subjects: "none" },
  input: z.object({ from: civilDateSchema, to: civilDateSchema }),
  output: z.object({
    ready: claimSumSchema,
    /** Ready too, and the door of disclosures would not let them pass. */
    keptBack: claimSumSchema,
  }),
});

export const exportClaims = route({
  method: "POST",
  path: "/claim-files",
  summary:
    "Put the claims that are ready into one file for each payer and guide, or into one of these; what may not be told is held",
  permission: "claims:export",
  purpose: "payment",
  audit: { verb: "claim-file.create", subjects: (_, exported) => exported.patientIds },
  input: z.object({
    from: civilDateSchema,
    to: civilDateSchema,
    /** Only the file of this payer, guide and usage; all where left out. */
    only: z.object({ payerId: idSchema, form: claimFormSchema, isTest: z.boolean() }).optional(),
  }),
  output: z.object({
    files: z.array(claimFileSchema),
    held: z.array(
      z.object({
        claimId: idSchema,
        /** Our number of the claim. */
        claim: z.string(),
        reasons: z.array(z.string()),
      }),
    ),
    patientIds: z.array(idSchema),
  }),
  status: 201,
});

export const downloadClaimFile = route({
  method: "GET",
  path: "/claim-files/{claimFileId}/content",
  summary: "The bytes of a file as they are sent; the first time, it leaves the house by that",
  permission: "claims:export",
  purpose: "payment",
  audit: { verb: "claim-file.download", subjects: () => [], record: fileOf },
  reply: "file",
  input: z.object({ claimFileId: idSchema }),
  output: z.unknown(),
  errors: { "file-taken-back": 409, "file-may-not-leave": 409, "file-overtaken": 409 },
});

export const handOverClaimFile = route({
  method: "POST",
  path: "/claim-files/{claimFileId}/handing-over",
  summary:
    "Let a file leave the house before it is downloaded; a download by itself does the same, and refuses without a page to say it on",
  permission: "claims:export",
  purpose: "payment",
  audit: { verb: "claim-file.hand-over", subjects: () => [], record: fileOf },
  input: z.object({ claimFileId: idSchema }),
  output: claimFileSchema,
  errors: { "file-taken-back": 409, "file-may-not-leave": 409, "file-overtaken": 409 },
});

export const takeBackClaimFile = route({
  method: "POST",
  path: "/claim-files/{claimFileId}/taking-back",
  summary:
    "Take back a file that never left: its claims are ready again, and the accounting of disclosures strikes what did not happen",
  permission: "claims:export",
  purpose: "payment",
  audit: {
    verb: "claim-file.take-back",
    subjects: (_, { patientIds }) => patientIds,
    record: fileOf,
  },
  input: z.object({ claimFileId: idSchema, reason: lineSchema(400) }),
  output: z.object({ file: claimFileSchema, claims: z.int(), patientIds: z.array(idSchema) }),
  errors: { "file-taken-back": 409, "file-handed-over": 409 },
});
