import type { Output, Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/scheduling/conflict.ts";
import { epochOf } from "#domain/scheduling/epoch.ts";
import { runsOn } from "#domain/scheduling/membership.ts";
import { clashOf, type Booking, type Clash, type Obstacle } from "#domain/scheduling/obstacle.ts";
import type * as api from "#domain/scheduling/session.api.ts";
import type { Session } from "#domain/scheduling/session.ts";
import { refusing } from "#server/db/constraint.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import type { Work } from "#server/platform/work.ts";
import { makeAnew } from "#server/scheduling/attendance.service.ts";
import { closedDays } from "#server/scheduling/closure.queries.ts";
import type { Hold } from "#server/scheduling/hold.queries.ts";
import { doubleBooked } from "#server/scheduling/place.service.ts";
import * as queries from "#server/scheduling/planning-again.queries.ts";
import { seatMembers } from "#server/scheduling/seat.queries.ts";
import { getSession } from "#server/scheduling/session.service.ts";

/** A booking that can be named to whoever asks. */
type Known = Booking & Pick<queries.Booked, "name" | "zone">;

/** The hour of a session has come. */
export const hasBegun = (work: Work, { startsAt }: { startsAt: string }): boolean =>
  epochOf(startsAt) <= work.now.epochMilliseconds;

const asObstacle = (clash: Clash<Known> | null): Obstacle | null => {
  if (clash === null) return null;
  const { name, zone, startsAt, endsAt } = clash.other;
  return { because: clash.because, held: { name, zone, startsAt, endsAt } };
};

/** What of a room and people another session holds, as it is told. */
export const takenBy = (wanted: Booking, booked: readonly Known[]): Obstacle | null =>
  asObstacle(clashOf(wanted, booked));

/** What stands in the way of planning a session again that was called off, or null. */
export const obstacleTo = (
  work: Work,
  session: queries.CalledOff,
  booked: readonly Known[],
  isClosed: boolean,
): Obstacle | null => {
  if (isClosed) return { because: "closed-otherwise", held: null };
  if (hasBegun(work, session)) return { because: "began", held: null };
  if (session.seriesEnded) return { because: "series-ended", held: null };
  if (session.isRetired) return { because: "retired", held: null };
  return takenBy(session, booked);
};

/** Plans sessions again as they were, with their rooms, people and seats; what stands in the way was asked before. */
export const restoreSessions = async (
  work: Work,
  sessions: readonly queries.CalledOff[],
  reason?: string,
): Promise<void> => {
  for (const session of sessions) {
    await refusing(doubleBooked, () => queries.restoreSession(work, session.id));
    await makeAnew(work, session.id);
    const record = { id: session.id, version: session.version + 1 };
    const act = { verb: "bring-back", ...(reason !== undefined && { reason }) };
    await recordChange(work, "session", record, act);
  }
};

/** Of one session that is called off what stands in its way; undefined where it is not called off. */
const findOne = async (
  work: Work,
  sessionId: string,
  hold: Hold,
): Promise<
  { readonly session: queries.CalledOff; readonly obstacle: Obstacle | null } | undefined
> => {
  const [session] = await queries.selectCalledOff(work, { sessionId }, hold);
  if (session === undefined) return undefined;
  const { serviceDate: day, siteId } = session;
  const closed = await closedDays(work, siteId);
  const booked = await queries.bookedAround(work, { startsOn: day, endsOn: day });
  const isClosed = closed.some((one) => runsOn(one, day));
  return { session, obstacle: obstacleTo(work, session, booked, isClosed) };
};

/** What stands in the way of planning a session again, said before it is asked for. */
export const foreseePlanningAgain = async (
  work: Work,
  { sessionId }: Parsed<typeof api.foreseePlanningAgain>,
): Promise<Output<typeof api.foreseePlanningAgain>> => {
  await getSession(work, sessionId);
  return { obstacle: (await findOne(work, sessionId, "looked-at"))?.obstacle ?? null };
};

/** Plans a session again that was called off, as it was: room, people and seats; or not at all. */
export const planAgain = async (
  work: Work,
  { sessionId, version }: Parsed<typeof api.planAgain>,
): Promise<Session> => {
  await getSession(work, sessionId);
  const found = await findOne(work, sessionId, "held");
  if (found === undefined) throw conflict("not-called-off");
  const { session, obstacle } = found;
  await refuseStale(work, "session", session, version);
  if (obstacle !== null) throw conflict(obstacle.because);
  await restoreSessions(work, [session]);
  const { seriesId, serviceDate } = session;
  if (seriesId !== null) await seatMembers(work, seriesId, serviceDate);
  return getSession(work, sessionId);
};
