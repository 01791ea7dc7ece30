import { chargeConflict } from "#domain/billing/charges/conflict.ts";
import type * as api from "#domain/billing/charges/day-release.api.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { chargeDay } from "#server/billing/charges/day-charge.service.ts";
import * as queries from "#server/billing/charges/day-release.queries.ts";
import { explainDay, keptOf } from "#server/billing/charges/explain-day.service.ts";
import { judgeDays } from "#server/billing/charges/judge-days.ts";
import { holdDays } from "#server/billing/charges/keep-days.queries.ts";
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
  // Whoever lets it go or takes that back at the same time comes after this, and finds it done.
  await holdDays(work, [{ enrollmentId, serviceDate }]);
  const [day] = await judgeDays(work, [{ enrollmentId, serviceDate }]);
  if (day === undefined) throw notFound();
  if (!day.charges.holds.some((hold) => hold.code === code)) throw chargeConflict("hold-not-there");
  const id = work.newId();
  await queries.insertRelease(work, {
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

/**
 * Takes back that a day goes without what its hold waited for: it waits again, and may be let go anew. A day in a claim changes no
 * more, so that its claim is withdrawn first; once the claim was sent, the release stays what it was sent on.
 */
export const takeBackRelease = async (
  work: Work,
  { enrollmentId, serviceDate, releaseId, reason }: Parsed<typeof api.takeBackRelease>,
): Promise<Output<typeof api.takeBackRelease>> => {
  const asked = { enrollmentId, serviceDate };
  await holdDays(work, [asked]);
  const [day] = await judgeDays(work, [asked]);
  if (day === undefined) throw notFound();
  const release = day.facts.releases.find(({ id }) => id === releaseId);
  if (release === undefined) {
    if (await queries.isHoldOfClaim(work, asked, releaseId))
      throw chargeConflict("release-of-claim");
    throw notFound();
  }
  const { takenBack } = release;
  if (takenBack !== null) throw chargeConflict("release-taken-back", { by: takenBack.by });
  const { claim } = await keptOf(work, day);
  if (claim !== null)
    throw chargeConflict(claim.isSent ? "release-sent" : "release-claimed", {
      control: claim.control,
    });
  await queries.insertTakingBack(work, {
    id: work.newId(),
    releaseId,
    patientId: day.facts.patientId,
    reason,
    takenBackAt: work.now.toString(),
    accountId: work.actor.accountId,
    actorName: work.actor.name,
    label: day.label,
  });
  announce(work, "day-release", releaseId);
  await chargeDay(work, enrollmentId, serviceDate);
  return explainDay(work, asked);
};

/** Whether a day of a stay goes without an authorization on somebody's word. */
export const releasedDaysOf = async (
  work: Work,
  enrollmentIds: readonly string[],
): Promise<(enrollmentId: string, serviceDate: string) => boolean> => {
  const rows = enrollmentIds.length === 0 ? [] : await queries.selectReleases(work, enrollmentIds);
  const released = new Set(rows.map((row) => `${row.enrollmentId} ${row.serviceDate}`));
  return (enrollmentId, serviceDate) => released.has(`${enrollmentId} ${serviceDate}`);
};
