import * as api from "#domain/programs/hour-rule.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as rules from "#server/programs/hour-rule.service.ts";

export const hourRuleRoutes: readonly MountedRoute[] = [
  on(api.listHourRules, ({ work, input }) => rules.listHourRules(work, input)),
  on(api.publishHourRule, ({ work, input }) => rules.publishHourRule(work, input)),
  on(api.takeBackHourRule, ({ work, input }) => rules.takeBackHourRule(work, input)),
];
