import { z } from "zod";

/** What a process of these benchmarks is asked to do, over and over for so many seconds. */
export const x12PlanSchema = z.object({
  work: z.enum(["read", "read-whole", "tokens", "check", "write", "template"]),
  guide: z.enum(["837P", "837I"]),
  claims: z.int().positive(),
  seconds: z.number().positive(),
});
export type X12Plan = z.output<typeof x12PlanSchema>;

export const x12ResultSchema = z.object({
  bytes: z.number(),
  seconds: z.number(),
  cpuMs: z.number(),
  /** Claims that came out; all of the plan's, each time. */
  claims: z.number(),
  turns: z.number(),
});
export type X12Result = z.output<typeof x12ResultSchema>;
