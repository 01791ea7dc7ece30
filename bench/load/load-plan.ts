import { z } from "zod";

/** What the load generator does: so many connections, each with one request under way at any time. */
export const loadPlanSchema = z.object({
  port: z.int(),
  paths: z.array(z.string()).min(1),
  headers: z.record(z.string(), z.string()),
  connections: z.int().positive(),
  seconds: z.number().positive(),
});
export type LoadPlan = z.output<typeof loadPlanSchema>;

export const loadResultSchema = z.object({
  requests: z.int(),
  failures: z.int(),
  seconds: z.number(),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
});
export type LoadResult = z.output<typeof loadResultSchema>;
