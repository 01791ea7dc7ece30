import { z } from "zod";

/** What people do on the day, as it is counted. */
export const actKinds = [
  "check somebody in",
  "answer a question",
  "open the phone",
  "save a note",
  "sign a group",
  "open the room",
  "open a chart",
  "look at lists",
] as const;
export type ActKind = (typeof actKinds)[number];

/** One request of somebody. `sign` reads the room and signs what is on the screen. */
export const actSchema = z.object({
  kind: z.enum(actKinds),
  /** Minutes after the day began. */
  minute: z.number().min(0),
  method: z.string(),
  url: z.string(),
  body: z.record(z.string(), z.unknown()).optional(),
});
export type Act = z.output<typeof actSchema>;

export const replaySchema = z.object({
  port: z.int(),
  /** How many times faster than life. */
  speed: z.number().positive(),
  people: z.array(z.object({ token: z.string(), acts: z.array(actSchema) })),
});
export type Replay = z.output<typeof replaySchema>;

const kindResultSchema = z.object({
  kind: z.enum(actKinds),
  count: z.int(),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
});

export const replayResultSchema = z.object({
  kinds: z.array(kindResultSchema),
  all: kindResultSchema.omit({ kind: true }),
  failures: z.int(),
  /** What the first that failed were told. */
  failed: z.array(z.string()),
  /** How much later than they were due acts were sent, at worst. */
  latestMs: z.number(),
});
export type ReplayResult = z.output<typeof replayResultSchema>;
