import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";

/** `done`: something changed; `read`: something was seen; `refused`: not allowed or not possible; `failed`: our fault. */
export const auditOutcomes = ["done", "read", "refused", "failed"] as const;
export const auditOutcomeSchema = z.enum(auditOutcomes);
export type AuditOutcome = z.output<typeof auditOutcomeSchema>;

/** `<noun>.<verb>`, as contracts name it. */
export const auditVerbSchema = z
  .string()
  .max(80)
  .regex(/^[a-z-]+\.[a-z-]+$/);

const detailSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** One line of the trail (45 CFR 164.312(b)): who did or saw what, when, from where, and how it ended. */
export const auditEventSchema = z
  .object({
    id: idSchema,
    at: instantSchema,
    outcome: auditOutcomeSchema,
    verb: z.string(),
    purpose: z.string(),
    actorKind: z.string(),
    accountId: idSchema.nullable(),
    actorName: z.string(),
    /** Network address; null for what the system did by itself. */
    address: z.string().nullable(),
    /** Browser and system, as long as the session is remembered. */
    device: z.string().nullable(),
    recordKind: z.string().nullable(),
    recordId: idSchema.nullable(),
    details: z.record(z.string(), detailSchema),
    subjectCount: z.int(),
    isSealed: z.boolean(),
  })
  .meta({ id: "AuditEvent" });
export type AuditEventView = z.output<typeof auditEventSchema>;

/** `waiting`: the sealer has not come by; `sealed`: in this batch; `outside`: in none, which is a finding. */
export const auditSealSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("waiting") }),
  z.object({ state: z.literal("sealed"), number: z.int(), sealedAt: instantSchema }),
  z.object({ state: z.literal("outside") }),
]);

/** A line with everything known of it. */
export const auditEventDetailSchema = auditEventSchema.extend({
  sessionId: idSchema.nullable(),
  requestId: idSchema,
  /** Ids of the patients it touched. */
  subjects: z.array(idSchema),
  seal: auditSealSchema,
});
