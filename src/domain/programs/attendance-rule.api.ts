import { z } from "zod";
import { route } from "#domain/contract/route.ts";
import { attendanceRuleFacts, attendanceRuleSchema } from "#domain/programs/attendance-rule.ts";

export const listAttendanceRules = route({
  method: "GET",
  path: "/attendance-rules",
  summary: "Attendance rules, every version, newest first",
  permission: "programs:read",
  purpose: "operations",
  audit: { verb: "attendance-rule.list", subjects: "none" },
  input: z.object({}),
  output: z.object({ rows: z.array(attendanceRuleSchema) }),
});

export const publishAttendanceRule = route({
  method: "POST",
  path: "/attendance-rules",
  summary: "Publish a version of the attendance rule; the one before it ends the day before",
  permission: "programs:manage",
  purpose: "operations",
  audit: {
    verb: "attendance-rule.publish",
    subjects: "none",
    record: (_, rule) => ({ kind: "attendance-rule", id: rule.id }),
  },
  input: attendanceRuleFacts,
  output: attendanceRuleSchema,
  errors: { "rule-from-past": 409, "rule-follows-later": 409 },
  status: 201,
});
