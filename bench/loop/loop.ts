import { z } from "zod";

/** Where a loop works: the database, and who and what is in it. */
export const loopPlaceSchema = z.object({
  appUrl: z.string(),
  ownerUrl: z.string(),
  organizationId: z.string(),
  accountId: z.string(),
  sessionId: z.string(),
  siteIds: z.array(z.string()),
  /** People in care, where a loop is about them. */
  patientIds: z.array(z.string()).default([]),
});
export type LoopPlace = z.output<typeof loopPlaceSchema>;

/** One piece of work, done over and over by a process that does nothing else. */
export interface Loop {
  /** Does the work once; answers how many events or transactions that was. */
  turn(): Promise<number>;
}

export const loopPlanSchema = z.object({
  /** How many turns are under way at any time. */
  workers: z.int().positive(),
  seconds: z.number().positive(),
});

export const loopResultSchema = z.object({
  units: z.number(),
  seconds: z.number(),
  cpuMs: z.number(),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
});
