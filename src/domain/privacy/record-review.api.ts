import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { recordReviewFacts, recordReviewSchema } from "#domain/privacy/record-review.ts";

const recordReviewId = idSchema;
const make = { permission: "disclosures:make", purpose: "operations" } as const;
const ofInput = (input: { recordReviewId: string }) => ({
  kind: "record-review",
  id: input.recordReviewId,
});
const ofOutput = (_: unknown, { id }: { id: string }) => ({ kind: "record-review", id });

export const listRecordReviews = route({
  ...make,
  method: "GET",
  path: "/record-reviews",
  summary: "Audits and evaluations by others, those that open records now first (42 CFR 2.53)",
  audit: { verb: "record-review.list", subjects: "none" },
  input: z.object({}),
  output: z.object({ rows: z.array(recordReviewSchema) }),
});

export const createRecordReview = route({
  ...make,
  method: "POST",
  path: "/record-reviews",
  summary:
    "Write down an audit or evaluation as it was agreed; what the agreement lacks is answered",
  audit: { verb: "record-review.create", subjects: "none", record: ofOutput },
  input: recordReviewFacts,
  output: recordReviewSchema,
  status: 201,
});

export const endRecordReview = route({
  ...make,
  method: "POST",
  path: "/record-reviews/{recordReviewId}/ending",
  summary: "End an audit before its last day; from that day it opens nothing",
  audit: { verb: "record-review.end", subjects: "none", record: ofInput },
  input: z.object({
    recordReviewId,
    version: versionSchema,
    endedOn: civilDateSchema,
    reason: lineSchema(400),
  }),
  output: recordReviewSchema,
  errors: { "already-ended": 409 },
});

export const listRecordReviewRevisions = route({
  ...make,
  method: "GET",
  path: "/record-reviews/{recordReviewId}/revisions",
  summary: "The history of an audit, newest first",
  audit: { verb: "record-review.history", subjects: "none", record: ofInput },
  input: z.object({ recordReviewId }),
  output: z.object({ rows: z.array(revisionSchema) }),
});
