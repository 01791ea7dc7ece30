import { z } from "zod";
import { instantSchema } from "#domain/basics/instant.ts";

/** What a verification can find. All but `events-waiting` and `anchors-behind` mean that somebody tampered. */
export const trailFindingCodes = [
  "event-altered",
  "event-deleted",
  "events-outside",
  "events-waiting",
  "seal-altered",
  "seals-missing",
  "chain-broken",
  "seal-replaced",
  "end-cut",
  "anchors-missing",
  "anchors-behind",
  "anchors-unreadable",
] as const;

export const trailFindingSchema = z.object({
  code: z.enum(trailFindingCodes),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type TrailFindingView = z.output<typeof trailFindingSchema>;

/** Whether the trail is what was sealed, over how many events and batches. */
export const trailReportSchema = z
  .object({
    isIntact: z.boolean(),
    /** False where only the newest batches were looked at. */
    isWhole: z.boolean(),
    sealedEvents: z.int(),
    waitingEvents: z.int(),
    seals: z.int(),
    sealedUntil: instantSchema.nullable(),
    /** How many batches agree with what is kept outside the database; null where nothing is kept. */
    anchors: z.int().nullable(),
    findings: z.array(trailFindingSchema),
    findingsInAll: z.int(),
    checkedAt: instantSchema,
  })
  .meta({ id: "AuditVerification" });
export type TrailReportView = z.output<typeof trailReportSchema>;
