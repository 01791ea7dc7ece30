import { takeSpokenOf } from "#demo/spoken-of.ts";
import { chargeSessions } from "#server/billing/charges/day-charge.service.ts";
import { buildClaims } from "#server/billing/claims/claim-build.service.ts";
import { exportClaims } from "#server/billing/claims/claim-export.service.ts";
import { markHandedOver } from "#server/billing/claims/hand-over.service.ts";
import type { Work } from "#server/platform/work.ts";

/** How far back the demo's schedule reaches, and more. */
const weeksBack = 6;

/** Days before today that a biller has not billed yet: however long a weekend was, there was a group among them. */
const daysToBill = 5;

/**
 * Charges what was signed, bills it but for the last days, and sends the bills but for those of the week before: what is left is the
 * work of a biller's morning, on whichever day of the week.
 */
export const seedClaims = async (work: Work, zone: string): Promise<void> => {
  const today = work.now.toZonedDateTimeISO(zone).toPlainDate();
  const from = today.subtract({ weeks: weeksBack }).toString();
  const billed = today.subtract({ days: daysToBill });
  await chargeSessions(work, [...(await takeSpokenOf(work))]);
  await buildClaims(work, { from, to: billed.toString() });
  const { files } = await exportClaims(work, {
    from,
    to: billed.subtract({ weeks: 1 }).toString(),
  });
  for (const { id } of files) await markHandedOver(work, id);
};
