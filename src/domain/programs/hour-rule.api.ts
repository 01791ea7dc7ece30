import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { route } from "#domain/contract/route.ts";
import { hourRuleFacts, hourRuleSchema } from "#domain/programs/hour-rule.ts";

export const listHourRules = route({
  method: "GET",
  path: "/hour-rules",
  summary: "Hour rules by level and population: of a day, or every version there ever was",
  permission: "programs:read",
  purpose: "operations",
  audit: { verb: "hour-rule.list", subjects: "none" },
  input: z.object({ on: civilDateSchema.optional() }),
  output: z.object({ rows: z.array(hourRuleSchema) }),
});

export const publishHourRule = route({
  method: "POST",
  path: "/hour-rules",
  summary: "Publish a version of an hour rule; the one before it ends the day before",
  permission: "programs:manage",
  purpose: "operations",
  audit: {
    verb: "hour-rule.publish",
    subjects: "none",
    record: (_, rule) => ({ kind: "hour-rule", id: rule.id }),
  },
  input: hourRuleFacts,
  output: hourRuleSchema,
  errors: { "rule-from-past": 409, "rule-follows-later": 409, "ceiling-below-floor": 409 },
  status: 201,
});

export const takeBackHourRule = route({
  method: "POST",
  path: "/hour-rules/{ruleId}/withdrawal",
  summary: "Take back a version that has not begun; the one before it goes on",
  permission: "programs:manage",
  purpose: "operations",
  audit: {
    verb: "hour-rule.take-back",
    subjects: "none",
    record: ({ ruleId }) => ({ kind: "hour-rule", id: ruleId }),
  },
  input: z.object({ ruleId: idSchema, reason: lineSchema(400) }),
  output: hourRuleSchema,
  errors: { "rule-begun": 409, "rule-followed": 409, "rule-taken-back": 409 },
});
