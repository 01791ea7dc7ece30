import * as api from "#domain/programs/attendance-rule.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as rules from "#server/programs/attendance-rule.service.ts";

export const attendanceRuleRoutes: readonly MountedRoute[] = [
  on(api.listAttendanceRules, ({ work }) => rules.listAttendanceRules(work)),
  on(api.publishAttendanceRule, ({ work, input }) => rules.publishAttendanceRule(work, input)),
  on(api.takeBackAttendanceRule, ({ work, input }) => rules.takeBackAttendanceRule(work, input)),
];
