import { chargeConflict } from "#domain/billing/charges/conflict.ts";
import { chargeDays } from "#server/billing/charges/charge-days.ts";
import { holdDays, laterDays } from "#server/billing/charges/keep-days.queries.ts";
import * as queries from "#server/billing/charges/restore-days.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** Days as they stand in their claim, to be put back should what takes its place be withdrawn. */
export const keepDaysAsTheyStand = async (work: Work, dayIds: readonly string[]): Promise<string> =>
  JSON.stringify(await queries.keptDays(work, dayIds));

/**
 * Puts days back into the claim in which they stood, and says anew of each what it would be now. Refuses where one of them is in
 * another claim by now.
 */
export const restoreDays = async (work: Work, kept: unknown): Promise<void> => {
  const days = queries.keptDaysSchema.parse(kept);
  const asked = days.map(({ day }) => ({
    enrollmentId: day.enrollment_id,
    serviceDate: day.service_date,
  }));
  await holdDays(work, asked);
  const control = await queries.billedElsewhere(work, days);
  if (control !== undefined) throw chargeConflict("days-billed-elsewhere", { control });
  await queries.putBack(work, days);
  await chargeDays(work, [...asked, ...(await laterDays(work, asked))]);
};
