import { daysBetween } from "#domain/basics/civil-date.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { notFound } from "#domain/contract/problem.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import type * as api from "#domain/scheduling/closure.api.ts";
import type { Closing } from "#domain/scheduling/closure.ts";
import { conflict } from "#domain/scheduling/conflict.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { getSite, holdActiveSite } from "#server/practice/site.service.ts";
import * as queries from "#server/scheduling/closure.queries.ts";
import { longGapsAcross } from "#server/scheduling/service-gap.service.ts";
import { cancelLocked, getSession } from "#server/scheduling/session.service.ts";

const longestDays = 31;

/** The days lie in order and are not too many; whoever closes for longer says so in parts. */
const assertDays = (startsOn: string, endsOn: string): void => {
  if (endsOn < startsOn)
    throw conflict("dates-not-in-order", { fields: { endsOn: { code: "before-start" } } });
  if (daysBetween(startsOn, endsOn) >= longestDays)
    throw conflict("closure-too-long", { values: { days: longestDays } });
};

/** Closes a site for some days. Sessions in which somebody was already stay; the weeks count as weeks of variance. */
export const closeSite = async (
  work: Work,
  { siteId, startsOn, endsOn, reason }: Parsed<typeof api.closeSite>,
): Promise<Output<typeof api.closeSite>> => {
  if ((await holdActiveSite(work, siteId)) === undefined) throw notFound();
  assertDays(startsOn, endsOn);
  const closed = await queries.closedDays(work, siteId);
  if (closed.some((one) => one.startsOn <= startsOn && endsOn <= one.endsOn))
    throw conflict("closed-already", { fields: { startsOn: { code: "closed" } } });
  const id = work.newId();
  const createdAt = work.now.toString();
  await queries.insertClosure(work, { id, siteId, startsOn, endsOn, reason, createdAt });
  const sessions = await queries.sessionsToClose(work, { siteId, startsOn, endsOn }, "held");
  const unused = sessions.filter((one) => !one.wasUsed);
  for (const one of unused) await cancelLocked(work, await getSession(work, one.id), reason, id);
  await recordChange(work, "closure", { id, version: 1 }, { verb: "create", reason });
  return { id, cancelled: unused.length, kept: sessions.length - unused.length };
};

/** What closing would do, said before it is asked for. */
export const foreseeClosing = async (
  work: Work,
  days: Parsed<typeof api.foreseeClosing>,
): Promise<Closing> => {
  await getSite(work, days.siteId);
  assertDays(days.startsOn, days.endsOn);
  const sessions = await queries.sessionsToClose(work, days, "looked-at");
  const unused = sessions.flatMap((one) => (one.wasUsed ? [] : [one.id]));
  const stays = unused.length === 0 ? [] : await queries.staysSeatedIn(work, unused);
  return {
    cancelled: unused.length,
    kept: sessions.length - unused.length,
    longGaps: (
      await longGapsAcross(
        work,
        stays.map(({ enrollmentId }) => enrollmentId),
        days,
      )
    ).size,
  };
};

/** Whom to call, as they are named, and how many there are; whoever is too long without a service stands first. */
export const callsOf = (
  calls: readonly queries.CallRow[],
  longGaps: ReadonlySet<string> = new Set(),
): Output<typeof api.listClosingCalls> => ({
  total: calls[0]?.total ?? 0,
  rows: calls
    .map(({ givenName, familyName, preferredName, total: _, enrollmentId: __, ...call }) => ({
      ...call,
      name: shownName({ givenName, familyName, preferredName }),
      hasLongGap: longGaps.has(call.patientId),
    }))
    .toSorted((one, other) => Number(other.hasLongGap) - Number(one.hasLongGap)),
});

/** Whom to call about these days, before or after the site is closed on them. */
export const listClosingCalls = async (
  work: Work,
  days: Parsed<typeof api.listClosingCalls>,
): Promise<Output<typeof api.listClosingCalls>> => {
  await getSite(work, days.siteId);
  assertDays(days.startsOn, days.endsOn);
  const calls = await queries.selectCalls(work, { closureId: undefined, ...days });
  const stays = calls.map(({ enrollmentId }) => enrollmentId);
  return callsOf(calls, await longGapsAcross(work, stays, days));
};

export const listClosures = async (
  work: Work,
  { siteId }: Parsed<typeof api.listClosures>,
): Promise<Output<typeof api.listClosures>> => {
  const rows = await queries.selectClosures(work, siteId ?? null);
  return {
    rows: rows.map(({ liftedAt, liftedBy, ...row }) => ({
      ...row,
      lifted: liftedAt === null ? null : { at: liftedAt, by: liftedBy },
    })),
  };
};
