import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { verdictSchema } from "#domain/billing/claims/acknowledgment.ts";
import { claimFileSchema } from "#domain/billing/claims/claim-file.ts";
import { route } from "#domain/contract/route.ts";

const fourMegabytes = 4_000_000;

export const takeInAcknowledgment = route({
  method: "POST",
  path: "/acknowledgments",
  summary:
    "Take in what a payer or clearinghouse answered to files of claims (TA1, 999 or 997); twice the same is taken once",
  permission: "claims:export",
  purpose: "payment",
  audit: {
    verb: "acknowledgment.take-in",
    subjects: (_, taken) => taken.patientIds,
    record: (_, taken) => {
      const [first, ...others] = taken.files;
      return first === undefined || others.length > 0
        ? undefined
        : { kind: "claim-file", id: first.file.id };
    },
  },
  body: "upload",
  uploadBytes: fourMegabytes,
  input: z.object({ file: z.unknown().optional() }),
  output: z.object({
    files: z.array(
      z.object({
        file: claimFileSchema,
        verdict: verdictSchema,
        rejectedClaims: z.int(),
        /** False where these very bytes were taken in before. */
        isNew: z.boolean(),
        saidAt: instantSchema,
        /** When it was taken in, now or before. */
        receivedAt: instantSchema,
        /** Whether it decides where the file stands; what was said later does, or spoke of the content. */
        isDeciding: z.boolean(),
      }),
    ),
    /** Control numbers that it speaks of too and that are of no file here. */
    others: z.array(z.string()),
    patientIds: z.array(idSchema),
  }),
  errors: { "acknowledgment-unreadable": 409, "acknowledgment-of-no-file": 409 },
});

export const noteAcknowledgment = route({
  method: "POST",
  path: "/claim-files/{claimFileId}/acknowledgment",
  summary: "Note what a receiver said of a file elsewhere, such as in its portal or by telephone",
  permission: "claims:export",
  purpose: "payment",
  audit: {
    verb: "acknowledgment.note",
    subjects: (_, { patientIds }) => patientIds,
    record: ({ claimFileId }) => ({ kind: "claim-file", id: claimFileId }),
  },
  input: z.object({
    claimFileId: idSchema,
    verdict: z.enum(["accepted", "rejected"]),
    /** The day on which it was said, since the file was made; today if not said. */
    saidOn: civilDateSchema.optional(),
    /** Where it was read or heard. */
    reason: lineSchema(400),
  }),
  output: z.object({ file: claimFileSchema, patientIds: z.array(idSchema) }),
  errors: { "file-taken-back": 409 },
  status: 201,
});

export const sendAgain = route({
  method: "POST",
  path: "/claim-files/{claimFileId}/sending-again",
  summary:
    "Bill what a receiver rejected along with others once more as it is now; claims that were named with a fault stay to be mended one by one",
  permission: "claims:manage",
  purpose: "payment",
  audit: {
    verb: "claim-file.send-again",
    subjects: (_, { patientIds }) => patientIds,
    record: ({ claimFileId }) => ({ kind: "claim-file", id: claimFileId }),
  },
  input: z.object({ claimFileId: idSchema, reason: lineSchema(400) }),
  output: z.object({
    made: z.int(),
    /** Of them those that something keeps from the next file. */
    held: z.int(),
    /** Claims of which nothing is left to bill: the payer has nothing of them, so that their days are free. */
    letGo: z.int(),
    /** Claims that could not be billed anew, and why. */
    left: z.array(z.object({ claimId: idSchema, control: z.string(), code: z.string() })),
    patientIds: z.array(idSchema),
  }),
});

export const sumUnanswered = route({
  method: "GET",
  path: "/claim-files/unanswered",
  summary:
    "How many files nobody has answered although the days for it are over, and how many were made and never left",
  permission: "claims:read",
  purpose: "payment",
  audit: { verb: "claim-file.sum-unanswered", subjects: "none" },
  input: z.object({}),
  output: z.object({
    files: z.int(),
    claims: z.int(),
    totalCents: z.int(),
    /** When the first of them left. */
    oldestAt: z.string().nullable(),
    /** Files that were made and lie here yet: nobody downloaded them. */
    here: z.object({
      files: z.int(),
      claims: z.int(),
      totalCents: z.int(),
      /** When the first of them was made. */
      oldestAt: z.string().nullable(),
    }),
  }),
});
