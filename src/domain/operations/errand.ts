import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";

/**
 * `waiting`: not tried yet; `retrying`: tried without success and tried again by itself; `failed`: given up after
 * the last attempt; `delivered`: done.
 */
export const errandStates = ["waiting", "retrying", "failed", "delivered"] as const;
export const errandStateSchema = z.enum(errandStates);
export type ErrandState = z.output<typeof errandStateSchema>;

/** Something that had to happen after a commit: a letter, a recomputation. Ids and codes, never what it says. */
export const errandSchema = z
  .object({
    id: idSchema,
    kind: z.string(),
    state: errandStateSchema,
    /** True where it should have been carried out long ago and neither was nor is given up. */
    isOverdue: z.boolean(),
    recordId: idSchema.nullable(),
    createdAt: instantSchema,
    createdBy: z.string(),
    attempts: z.int(),
    attemptedAt: instantSchema.nullable(),
    nextAttemptAt: instantSchema.nullable(),
    deliveredAt: instantSchema.nullable(),
    failedAt: instantSchema.nullable(),
    /** The code of what the last attempt ran into. */
    lastProblem: z.string().nullable(),
  })
  .meta({ id: "Errand" });
export type Errand = z.output<typeof errandSchema>;

interface Progress {
  readonly attempts: number;
  readonly deliveredAt: string | null;
  readonly failedAt: string | null;
}

/** Where an errand stands, from what is kept of it. */
export const errandStateOf = ({ attempts, deliveredAt, failedAt }: Progress): ErrandState => {
  if (deliveredAt !== null) return "delivered";
  if (failedAt !== null) return "failed";
  return attempts > 0 ? "retrying" : "waiting";
};
