import { z } from "zod";
import { notFound } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/scheduling/closure.api.ts";
import type { Lifting } from "#domain/scheduling/closure.ts";
import { conflict } from "#domain/scheduling/conflict.ts";
import { runsOn } from "#domain/scheduling/membership.ts";
import { facilitatorSchema } from "#domain/scheduling/session.ts";
import { daysOfSeries, occurrenceOn } from "#domain/scheduling/wall-clock.ts";
import { refusing } from "#server/db/constraint.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import type { Work } from "#server/platform/work.ts";
import { seatMembers } from "#server/scheduling/seat.queries.ts";
import * as queries from "#server/scheduling/closure.queries.ts";
import type { Hold } from "#server/scheduling/hold.queries.ts";
import { weeksReopened, type WeeksReopened } from "#server/scheduling/weeks-reopened.service.ts";
import { doubleBooked } from "#server/scheduling/place.service.ts";
import {
  bookedAround,
  selectCalledOff,
  type CalledOff,
} from "#server/scheduling/planning-again.queries.ts";
import {
  hasBegun,
  obstacleTo,
  restoreSessions,
  takenBy,
} from "#server/scheduling/planning-again.service.ts";
import { daysTaken, selectSeries, type SeriesRow } from "#server/scheduling/series.queries.ts";
import {
  insertSessions,
  type BookedSession,
  type Booking,
} from "#server/scheduling/session.queries.ts";

type Staying = Lifting["staying"][number];

interface Missing {
  readonly series: SeriesRow;
  readonly facilitators: readonly Booking[];
  readonly session: BookedSession;
}

interface Plan {
  readonly restored: readonly CalledOff[];
  readonly made: readonly Missing[];
  readonly staying: readonly Staying[];
  /** Sessions that another closure keeps called off. */
  readonly handedOver: readonly { readonly sessionId: string; readonly closureId: string }[];
}

const facilitatorsRead = z.array(facilitatorSchema);

/** Meetings of the weekly groups of a site on days of the closure that nobody planned because of it. */
const missingOf = async (
  work: Work,
  closure: queries.StandingClosure,
  isClosed: (day: string) => boolean,
): Promise<Missing[]> => {
  const missing: Missing[] = [];
  const all = await selectSeries(work, { siteId: closure.siteId, state: "active" });
  for (const series of all) {
    const { materializedTo, startsAtWall, minutes, zone } = series;
    if (materializedTo === null || materializedTo < closure.startsOn) continue;
    const from = series.startsOn > closure.startsOn ? series.startsOn : closure.startsOn;
    const to = [closure.endsOn, materializedTo, series.endsOn ?? closure.endsOn].toSorted()[0];
    if (to === undefined || to < from) continue;
    const taken = await daysTaken(work, series.id, from);
    const facilitators = facilitatorsRead
      .parse(series.facilitators)
      .map(({ staffId, role }) => ({ staffId, role }));
    for (const day of daysOfSeries(series.weekdays, from, to)) {
      const session = { id: work.newId(), ...occurrenceOn(day, startsAtWall, minutes, zone) };
      if (taken.has(day) || isClosed(day) || hasBegun(work, session)) continue;
      missing.push({ series, facilitators, session });
    }
  }
  return missing;
};

/** What lifting a closure does, done at once where it is held, or would do. */
const planLifting = async (
  work: Work,
  closure: queries.StandingClosure,
  hold: Hold,
): Promise<Plan> => {
  const others = await queries.closedDays(work, closure.siteId, closure.id);
  const closedBy = (day: string) => others.find((one) => runsOn(one, day))?.id;
  const booked: Parameters<typeof obstacleTo>[2][number][] = [
    ...(await bookedAround(work, closure)),
  ];
  const restored: CalledOff[] = [];
  const staying: Staying[] = [];
  const handedOver: { sessionId: string; closureId: string }[] = [];
  for (const session of await selectCalledOff(work, { closureId: closure.id }, hold)) {
    const { id: sessionId, name, zone, startsAt } = session;
    const closureId = closedBy(session.serviceDate);
    if (closureId !== undefined) handedOver.push({ sessionId, closureId });
    const obstacle = obstacleTo(work, session, booked, closureId !== undefined);
    if (obstacle !== null) staying.push({ sessionId, name, zone, startsAt, ...obstacle });
    else {
      restored.push(session);
      booked.push(session);
    }
  }
  const made: Missing[] = [];
  for (const one of await missingOf(work, closure, (day) => closedBy(day) !== undefined)) {
    const { series, session, facilitators } = one;
    const staffIds = facilitators.map(({ staffId }) => staffId);
    const { name, zone } = series;
    const wanted = { ...session, name, zone, roomId: series.roomId, staffIds };
    const obstacle = takenBy(wanted, booked);
    if (obstacle !== null) {
      staying.push({ sessionId: null, name, zone, startsAt: session.startsAt, ...obstacle });
      continue;
    }
    made.push(one);
    booked.push(wanted);
  }
  return { restored, made, staying, handedOver };
};

const answerOf = ({ restored, made, staying }: Plan, weeks: WeeksReopened): Lifting => ({
  restored: restored.length,
  made: made.length,
  staying: [...staying],
  ...weeks,
});

const getStanding = async (
  work: Work,
  closureId: string,
  hold: Hold,
): Promise<queries.StandingClosure> => {
  const closure = await queries.findClosure(work, closureId, hold);
  if (closure === undefined) throw notFound();
  if (closure.liftedAt !== null) throw conflict("closure-lifted");
  return closure;
};

/** What lifting a closure would do, said before it is asked for. */
export const foreseeLifting = async (work: Work, closureId: string): Promise<Lifting> => {
  const closure = await getStanding(work, closureId, "looked-at");
  return answerOf(
    await planLifting(work, closure, "looked-at"),
    await weeksReopened(work, closure),
  );
};

/**
 * Takes a closure back. What has not begun is planned again as it was, where room and people are still free; groups that were
 * not planned on these days are, now. The closure stays to be read, and its weeks are whole weeks again where no other keeps a day of them closed.
 */
export const liftClosure = async (
  work: Work,
  { closureId, version, reason }: Parsed<typeof api.liftClosure>,
): Promise<Lifting> => {
  const closure = await getStanding(work, closureId, "held");
  await refuseStale(work, "closure", closure, version);
  const plan = await planLifting(work, closure, "held");
  const weeks = await weeksReopened(work, closure);
  await queries.markLifted(work, closureId);
  for (const { sessionId, closureId: other } of plan.handedOver)
    await queries.handOver(work, sessionId, other);
  await restoreSessions(work, plan.restored, reason);
  for (const { series, facilitators, session } of plan.made)
    await refusing(doubleBooked, () =>
      insertSessions(work, { ...series, seriesId: series.id }, [session], facilitators),
    );
  const groups = [
    ...plan.restored.flatMap(({ seriesId }) => seriesId ?? []),
    ...plan.made.map(({ series }) => series.id),
  ];
  for (const seriesId of new Set(groups)) await seatMembers(work, seriesId, closure.startsOn);
  const record = { id: closureId, version: closure.version + 1 };
  await recordChange(work, "closure", record, { verb: "lift", reason });
  return answerOf(plan, weeks);
};
