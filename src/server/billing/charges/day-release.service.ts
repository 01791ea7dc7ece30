import { chargeConflict } from "#domain/billing/charges/conflict.ts";
import type * as api from "#domain/billing/charges/day-release.api.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { chargeDay } from "#server/billing/charges/day-charge.service.ts";
import { insertRelease, selectReleases } from "#server/billing/charges/day-release.queries.ts";
import { explainDay } from "#server/billing/charges/explain-day.service.ts";
import { judgeDays } from "#server/billing/charges/judge-days.ts";
import { announce } from "#server/platform/live/announce.ts";
import type { Work } from "#server/platform/work.ts";

/**
 * Lets a day go without what its hold waits for, on somebody's word: the hold ends for this day and this reason, who said so
 * and why stays. Nothing that is not signed or not consented to can be let go.
 */
export const releaseDay = async (
  work: Work,
  { enrollmentId, serviceDate, code, reason }: Parsed<typeof api.releaseDay>,
): Promise<Output<typeof api.releaseDay>> => {
  const [day] = await judgeDays(work, [{ enrollmentId, serviceDate }]);
  if (day === undefined) throw notFound();
  if (!day.charges.holds.some((hold) => hold.code === code)) throw chargeConflict("hold-not-there");
  const id = work.newId();
  await insertRelease(work, {
    id,
    enrollmentId,
    patientId: day.facts.patientId,
    serviceDate,
    code,
    reason,
    releasedAt: work.now.toString(),
    accountId: work.actor.accountId,
    actorName: work.actor.name,
    label: day.label,
  });
  announce(work, "day-release", id);
  await chargeDay(work, enrollmentId, serviceDate);
  return explainDay(work, { enrollmentId, serviceDate });
};

/** Whether a day of a stay goes without an authorization on somebody's word. */
export const releasedDaysOf = async (
  work: Work,
  enrollmentIds: readonly string[],
): Promise<(enrollmentId: string, serviceDate: string) => boolean> => {
  const rows = enrollmentIds.length === 0 ? [] : await selectReleases(work, enrollmentIds);
  const released = new Set(rows.map((row) => `${row.enrollmentId} ${row.serviceDate}`));
  return (enrollmentId, serviceDate) => released.has(`${enrollmentId} ${serviceDate}`);
};
