import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { withdrawalSchema } from "#domain/programs/rule-version.ts";

/** The least and the most that a rule may say of each. */
export const attendanceRuleLimits = {
  graceMinutes: [0, 60],
  minimumMinutes: [0, 600],
} as const;

const within = (name: keyof typeof attendanceRuleLimits): z.ZodInt =>
  z.int().min(attendanceRuleLimits[name][0]).max(attendanceRuleLimits[name][1]);

/**
 * How presence becomes credited minutes. Grace decides only who is called late, never minutes. Less than the minimum
 * credits nothing, and nothing is rounded up: 2:59 is not 3:00 (North Carolina's day, and most contracts).
 */
export const attendanceRuleFacts = z.object({
  name: lineSchema(80),
  graceMinutes: within("graceMinutes"),
  breaksCount: z.boolean(),
  minimumMinutes: within("minimumMinutes"),
  source: lineSchema(200),
  effectiveFrom: civilDateSchema,
});
export type AttendanceRuleFacts = z.output<typeof attendanceRuleFacts>;

export const attendanceRuleSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    graceMinutes: z.int(),
    breaksCount: z.boolean(),
    minimumMinutes: z.int(),
    source: z.string(),
    effectiveFrom: z.iso.date(),
    effectiveTo: z.iso.date().nullable(),
    publishedAt: instantSchema,
    /** Null: the organization was founded with it. */
    publishedBy: z.string().nullable(),
    withdrawn: withdrawalSchema,
  })
  .meta({ id: "AttendanceRule" });
export type AttendanceRule = z.output<typeof attendanceRuleSchema>;

/** What a new organization begins with. */
export const foundingAttendanceRule: AttendanceRuleFacts = {
  name: "Program standard",
  graceMinutes: 10,
  breaksCount: false,
  minimumMinutes: 10,
  source: "Program policy",
  effectiveFrom: "2020-01-01",
};
