import { takeSpokenOf } from "#demo/spoken-of.ts";
import { chargeSessions } from "#server/billing/charges/day-charge.service.ts";
import { buildClaims } from "#server/billing/claims/claim-build.service.ts";
import { exportClaims } from "#server/billing/claims/claim-export.service.ts";
import type { Work } from "#server/platform/work.ts";

/** How far back the demo's schedule reaches, and more. */
const weeksBack = 6;

/**
 * Charges what was signed, bills what was rendered up to yesterday, and sends what is older than this week and the last: what is
 * left is the work of a biller's morning.
 */
export const seedClaims = async (work: Work, zone: string): Promise<void> => {
  const today = work.now.toZonedDateTimeISO(zone).toPlainDate();
  const from = today.subtract({ weeks: weeksBack }).toString();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  await chargeSessions(work, [...(await takeSpokenOf(work))]);
  await buildClaims(work, { from, to: today.subtract({ days: 1 }).toString() });
  await exportClaims(work, { from, to: monday.subtract({ days: 8 }).toString() });
};
