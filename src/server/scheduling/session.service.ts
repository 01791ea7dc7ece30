import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { daysBetween } from "#domain/basics/civil-date.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/scheduling/conflict.ts";
import { runsOn } from "#domain/scheduling/membership.ts";
import type * as api from "#domain/scheduling/session.api.ts";
import {
  facilitatorSchema,
  isSingle,
  sessionActivitySchema,
  sessionSchema,
  standingAt,
  type Session,
} from "#domain/scheduling/session.ts";
import { occurrenceOn } from "#domain/scheduling/wall-clock.ts";
import { refusing } from "#server/db/constraint.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import type { Work } from "#server/platform/work.ts";
import { makeAnew, tellCorrected } from "#server/scheduling/attendance.service.ts";
import { seat } from "#server/scheduling/attendee.service.ts";
import { readMoment } from "#server/scheduling/ledger-read.ts";
import { assertFree, assertPlace, doubleBooked } from "#server/scheduling/place.service.ts";
import { closedDays } from "#server/scheduling/closure.queries.ts";
import * as queries from "#server/scheduling/session.queries.ts";

const mostDays = 35;
const facilitatorsRead = z.array(facilitatorSchema);
const { state: stateSchema, clockChange } = sessionSchema.shape;
const calledOffRead = z.object({ by: z.string().nullable(), at: readMoment }).nullable();

/** A session that runs past its end is over, whether or not somebody said so. */
const stateOf = (work: Work, row: queries.SessionRow): Session["state"] => {
  const state = stateSchema.parse(row.state);
  return state === "open" && row.endsAt <= work.now.toString() ? "ended" : state;
};

const named = (id: string | null, name: string | null) =>
  id === null ? null : { id, name: name ?? "" };

const sessionOf = (work: Work, row: queries.SessionRow): Session => ({
  id: row.id,
  series: named(row.seriesId, row.seriesName),
  name: row.name,
  site: { id: row.siteId, name: row.siteName },
  room: named(row.roomId, row.roomName),
  program: { id: row.programId, name: row.programName },
  activity: sessionActivitySchema.parse(row.activity),
  zone: row.zone,
  serviceDate: row.serviceDate,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  state: stateOf(work, row),
  cancelReason: row.cancelReason,
  calledOff: calledOffRead.parse(row.calledOff),
  capacity: row.capacity,
  hasVideo: row.hasVideo,
  facilitators: facilitatorsRead.parse(row.facilitators),
  replaced: facilitatorsRead.parse(row.replaced),
  expectedCount: row.expectedCount,
  comingCount: row.comingCount,
  presentCount: row.presentCount,
  hereCount: row.hereCount,
  clockChange: clockChange.parse(row.clockChange),
  version: row.version,
});

export const listSessions = async (
  work: Work,
  { mine, ledForMe, ...wanted }: Parsed<typeof api.listSessions>,
): Promise<Output<typeof api.listSessions>> => {
  if (daysBetween(wanted.from, wanted.to) > mostDays)
    throw conflict("span-too-long", { values: { days: mostDays } });
  const { accountId } = work.actor;
  const rows = await queries.selectSessions(work, {
    ...wanted,
    ofAccount: mine ? accountId : null,
    ledForAccount: ledForMe ? accountId : null,
  });
  return { rows: rows.map((row) => sessionOf(work, row)) };
};

export const getSession = async (work: Work, sessionId: string): Promise<Session> => {
  const row = await queries.findSession(work, sessionId);
  if (row === undefined) throw notFound();
  return sessionOf(work, row);
};

const assertOpenOn = async (work: Work, siteId: string, day: string): Promise<void> => {
  const closures = await closedDays(work, siteId);
  if (closures.some((one) => runsOn(one, day)))
    throw conflict("site-closed", { fields: { day: { code: "closed" } } });
};

/** Everybody of a plan, and who of them leads. */
const peopleOf = (facilitators: Parsed<typeof api.createSession>["facilitators"]) => ({
  staffIds: facilitators.map(({ staffId }) => staffId),
  leadId: facilitators.find(({ role }) => role === "lead")?.staffId,
});

/** Plans one session by itself. A session of one person names that person; a group may begin with nobody. */
export const createSession = async (
  work: Work,
  input: Parsed<typeof api.createSession>,
): Promise<Session> => {
  const { attendees, facilitators, day, startsAtWall, minutes, ...plan } = input;
  const { zone, format } = await assertPlace(work, { ...plan, facilitators });
  if (isSingle(format) && attendees.length === 0)
    throw conflict("patient-missing", { fields: { attendees: { code: "required" } } });
  if (attendees.length > plan.capacity)
    throw conflict("session-full", { values: { capacity: plan.capacity } });
  await assertOpenOn(work, plan.siteId, day);
  const id = work.newId();
  const booked = { id, ...occurrenceOn(day, startsAtWall, minutes, zone) };
  const people = peopleOf(facilitators);
  await assertFree(work, { sessionId: id, ...booked, roomId: plan.roomId, ...people });
  await refusing(doubleBooked, () =>
    queries.insertSessions(work, { ...plan, seriesId: null, zone }, [booked], facilitators),
  );
  const kind = isSingle(format) ? "individual" : "guest";
  for (const who of attendees) await seat(work, { sessionId: id, ...who, kind });
  await recordChange(work, "session", { id, version: 1 }, { verb: "plan" });
  return getSession(work, id);
};

const lockForChange = async (
  work: Work,
  sessionId: string,
  version: number,
): Promise<queries.LockedSession> => {
  const locked = await queries.lockSession(work, sessionId);
  if (locked === undefined) throw notFound();
  await refuseStale(work, "session", locked, version);
  if (locked.state === "cancelled") throw conflict("session-cancelled");
  return locked;
};

const isOver = (work: Work, { state, startsAt, endsAt }: queries.LockedSession): boolean =>
  standingAt({ state: stateSchema.parse(state), startsAt, endsAt }, work.now.epochMilliseconds) ===
  "ended";

/** Cancels a session that nobody was in, also once its hour is over and it did not take place; it counts against nobody's attendance. */
export const cancelSession = async (
  work: Work,
  { sessionId, version, reason }: Parsed<typeof api.cancelSession>,
): Promise<Session> => {
  const locked = await lockForChange(work, sessionId, version);
  await cancelLocked(work, locked, reason);
  return getSession(work, sessionId);
};

/** The same for a session that is locked already: for a closure, or the end of its series. */
export const cancelLocked = async (
  work: Work,
  locked: { readonly id: string; readonly version: number },
  reason: string,
  closureId: string | null = null,
): Promise<void> => {
  if (await queries.wasUsed(work, locked.id)) throw conflict("somebody-was-there");
  await queries.cancelSession(work, locked.id, reason, closureId);
  await makeAnew(work, locked.id);
  const record = { id: locked.id, version: locked.version + 1 };
  await recordChange(work, "session", record, { verb: "cancel", reason });
};

const wallOf = (session: queries.LockedSession, zone: string): string =>
  Temporal.Instant.from(session.startsAt)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });

const plannedMinutes = (session: queries.LockedSession): number =>
  Temporal.Instant.from(session.startsAt).until(session.endsAt).total("minutes");

type Wanted = Omit<Parsed<typeof api.changeSession>, "sessionId" | "version">;

const namesOf = ({ facilitators }: Session): string =>
  facilitators.map(({ name }) => name).join("; ");

/**
 * Puts right who led a session that has begun: somebody stood in, and a payer is told who rendered it. It stays where and when it
 * was. Billing hears of it.
 */
const putRightWhoLed = async (
  work: Work,
  before: Session,
  { facilitators, why, ...others }: Wanted,
): Promise<Session> => {
  if (facilitators === undefined || Object.keys(others).length > 0) throw conflict("session-began");
  if (why === undefined) throw problem("invalid-input", { fields: { why: { code: "required" } } });
  const { id, site, program, activity, version } = before;
  const place = { siteId: site.id, programId: program.id, activityTypeId: activity.id };
  await assertPlace(work, { ...place, roomId: null, facilitators });
  const people = peopleOf(facilitators);
  await assertFree(work, { ...before, sessionId: id, roomId: null, ...people });
  await refusing(doubleBooked, () => queries.replaceFacilitators(work, id, facilitators));
  await queries.countVersion(work, id);
  const after = await getSession(work, id);
  const changes = { facilitators: { from: namesOf(before), to: namesOf(after) } };
  const act = { verb: "substitute", reason: why, changes };
  await recordChange(work, "session", { id, version: version + 1 }, act);
  await tellCorrected(work, id);
  return after;
};

/** What of place, hour and people became something else. */
const changedIn = (before: Session, after: Session) => {
  const told = {
    startsAt: { from: before.startsAt, to: after.startsAt },
    endsAt: { from: before.endsAt, to: after.endsAt },
    room: { from: before.room?.name ?? null, to: after.room?.name ?? null },
    facilitators: { from: namesOf(before), to: namesOf(after) },
  };
  return Object.fromEntries(Object.entries(told).filter(([, { from, to }]) => from !== to));
};

/** Moves one session, or gives it another room or other people. What has begun stays where it was. */
export const changeSession = async (
  work: Work,
  { sessionId, version, ...wanted }: Parsed<typeof api.changeSession>,
): Promise<Session> => {
  const locked = await lockForChange(work, sessionId, version);
  const before = await getSession(work, sessionId);
  if (locked.state !== "scheduled" || isOver(work, locked))
    return putRightWhoLed(work, before, wanted);
  const facilitators = wanted.facilitators ?? before.facilitators;
  const roomId = wanted.roomId === undefined ? locked.roomId : wanted.roomId;
  const { siteId, zone } = locked;
  const place = { siteId, programId: before.program.id, activityTypeId: before.activity.id };
  await assertPlace(work, { ...place, roomId, facilitators });
  const day = wanted.day ?? locked.serviceDate;
  if (wanted.day !== undefined) await assertOpenOn(work, siteId, day);
  const minutes = wanted.minutes ?? plannedMinutes(locked);
  const booked = occurrenceOn(day, wanted.startsAtWall ?? wallOf(locked, zone), minutes, zone);
  const people = peopleOf(facilitators);
  await assertFree(work, { sessionId, ...booked, roomId, ...people });
  await refusing(doubleBooked, async () => {
    if (wanted.facilitators !== undefined) await queries.replaceFacilitators(work, sessionId, []);
    await queries.moveSession(work, sessionId, { id: sessionId, ...booked, roomId });
    if (wanted.facilitators !== undefined)
      await queries.replaceFacilitators(work, sessionId, facilitators);
  });
  const after = await getSession(work, sessionId);
  const record = { id: sessionId, version: version + 1 };
  await recordChange(work, "session", record, { verb: "move", changes: changedIn(before, after) });
  return after;
};
