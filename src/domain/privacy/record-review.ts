import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { optional } from "#domain/basics/optional.ts";
import { lineSchema, optionalLineSchema } from "#domain/basics/text.ts";

/** What is looked at records for (42 CFR 2.53(c), (d)). */
export const reviewKinds = [
  "management-audit",
  "financial-audit",
  "program-evaluation",
  "quality-review",
] as const;
const reviewKindSchema = z.enum(reviewKinds);

/**
 * On whose behalf: an agency that funds or regulates the program (42 CFR 2.53(a)(1)(i)), who else funds it, a payer of its
 * patients or a quality improvement organization (ii), an entity with direct administrative control (iii); or nobody's, where
 * the program itself finds them qualified (a)(2).
 */
export const reviewBehalves = [
  "agency",
  "funder",
  "payer",
  "quality-improvement",
  "direct-control",
  "own-choice",
] as const;
const reviewBehalfSchema = z.enum(reviewBehalves);

const truths = {
  /** Records are copied, taken away, downloaded or forwarded (42 CFR 2.53(b)); else they are looked at on the premises (a). */
  takesCopies: z.boolean(),
  agreesLimits: z.boolean(),
  agreesSecurity: z.boolean(),
  agreesRetention: z.boolean(),
  foundQualified: z.boolean(),
};

/** The agreement as it was signed. It is written down as it is; what it lacks is told, and it opens nothing. */
export const recordReviewFacts = z.object({
  kind: reviewKindSchema,
  performedBy: lineSchema(160),
  behalf: reviewBehalfSchema,
  behalfOf: optionalLineSchema(160),
  reviewers: z.array(lineSchema(120)).max(20),
  ...truths,
  signedOn: optional(civilDateSchema),
  startsOn: civilDateSchema,
  endsOn: civilDateSchema,
});
export type RecordReviewFacts = z.output<typeof recordReviewFacts>;

/** The agreement, and what became of it. */
export interface RecordReviewTerms extends RecordReviewFacts {
  readonly endedOn: string | null;
}

export const recordReviewDefectCodes = [
  "not-signed",
  "no-reviewers",
  "limits-not-agreed",
  "behalf-not-named",
  "not-found-qualified",
  "copies-on-own-choice",
  "security-not-agreed",
  "retention-not-agreed",
] as const;
export type RecordReviewDefect = (typeof recordReviewDefectCodes)[number];

export const recordReviewStates = ["in-force", "deficient", "not-yet", "over", "ended"] as const;
export type RecordReviewState = (typeof recordReviewStates)[number];

export const recordReviewSchema = z
  .object({
    id: idSchema,
    kind: reviewKindSchema,
    performedBy: z.string(),
    behalf: reviewBehalfSchema,
    behalfOf: z.string().nullable(),
    reviewers: z.array(z.string()),
    ...truths,
    signedOn: z.string().nullable(),
    startsOn: z.string(),
    endsOn: z.string(),
    endedOn: z.string().nullable(),
    endReason: z.string().nullable(),
    /** Where it stands today, by the organization's calendar. */
    state: z.enum(recordReviewStates),
    /** What the regulation asks for and the agreement lacks. */
    defects: z.array(z.enum(recordReviewDefectCodes)),
    createdAt: instantSchema,
    version: z.int(),
  })
  .meta({ id: "RecordReview" });
export type RecordReview = z.output<typeof recordReviewSchema>;
