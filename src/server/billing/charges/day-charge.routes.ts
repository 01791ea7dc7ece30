import * as api from "#domain/billing/charges/day-charge.api.ts";
import { releaseDay, takeBackRelease } from "#domain/billing/charges/day-release.api.ts";
import * as days from "#server/billing/charges/day-charge.service.ts";
import * as releases from "#server/billing/charges/day-release.service.ts";
import * as explained from "#server/billing/charges/explain-day.service.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";

export const dayChargeRoutes: readonly MountedRoute[] = [
  on(api.listDayCharges, ({ work, input }) => days.listDayCharges(work, input)),
  on(api.explainDay, ({ work, input }) => explained.explainDay(work, input)),
  on(api.explainSession, ({ work, input }) => explained.explainSession(work, input)),
  on(api.previewDate, ({ work, input }) => explained.previewDate(work, input)),
  on(api.recomputeDays, ({ work, input }) => days.recomputeDays(work, input)),
  on(releaseDay, ({ work, input }) => releases.releaseDay(work, input)),
  on(takeBackRelease, ({ work, input }) => releases.takeBackRelease(work, input)),
  on(api.tryContract, ({ work, input }) => explained.tryContract(work, input)),
];
