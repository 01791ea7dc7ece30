import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { lineSchema } from "#domain/basics/text.ts";
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

export const takeBackAttendanceRule = route({
  method: "POST",
  path: "/attendance-rules/{ruleId}/withdrawal",
  summary: "Take back a version that has not begun; the one before it goes on",
  permission: "programs:manage",
  purpose: "operations",
  audit: {
    verb: "attendance-rule.take-back",
    subjects: "none",
    record: ({ ruleId }) => ({ kind: "attendance-rule", id: ruleId }),
  },
  input: z.object({ ruleId: idSchema, reason: lineSchema(400) }),
  output: attendanceRuleSchema,
  errors: { "rule-begun": 409, "rule-followed": 409, "rule-taken-back": 409 },
});
