import type { RoomRow, SessionRoom } from "#domain/charting/session-room.ts";
import type { AttendanceEvent, NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import type { Attendance, Segment } from "#domain/scheduling/attendance.ts";
import { ledgerOf } from "#domain/scheduling/ledger.ts";
import type { Happening } from "#web/charting/room-model.ts";
import type { LiveAttendance } from "#web/charting/room-view.ts";

/** The events of the server and this device's own that its answer does not show yet, as one ledger. */
export const mergedEvents = (
  room: SessionRoom,
  own: readonly NewAttendanceEvent[],
): readonly AttendanceEvent[] => {
  const known = new Set(room.events.map(({ id }) => id));
  const added = own
    .filter(({ id }) => !known.has(id))
    .map((event): AttendanceEvent => ({
      ...event,
      mode: event.mode ?? null,
      reason: event.reason ?? null,
      correctsId: event.correctsId ?? null,
      sessionId: room.session.id,
      receivedAt: event.occurredAt,
      device: event.device ?? null,
      heardAt: event.heardAt ?? null,
      source: "screen",
      actorName: "",
    }));
  return [...room.events, ...added];
};

type Kept = Pick<
  AttendanceEvent,
  "kind" | "occurredAt" | "correctsId" | "id" | "patientId" | "mode"
>;

/** Somebody who is at the door before the beginning: the ledger counts nothing yet, but they are here. */
const checkedIn = (events: readonly Kept[], row: RoomRow): Kept | undefined => {
  const struck = new Set(events.map(({ correctsId }) => correctsId));
  const last = events
    .filter(
      ({ id, patientId, kind }) =>
        patientId === row.patientId && kind !== "strike" && !struck.has(id),
    )
    .toSorted((one, other) => one.occurredAt.localeCompare(other.occurredAt))
    .at(-1);
  return last?.kind === "arrive" || last?.kind === "mode" ? last : undefined;
};

const minute = 60_000;

const minutesSoFar = (segments: readonly Segment[]): number => {
  const counting = segments.filter(
    ({ notCreditedBecause }) =>
      notCreditedBecause === null || notCreditedBecause === "below-minimum",
  );
  const sum = counting.reduce(
    (all, { startsAt, endsAt }) => all + (Date.parse(endsAt) - Date.parse(startsAt)),
    0,
  );
  return Math.floor(sum / minute);
};

/** There, and too short to count; a make-up beyond the limit is another thing. */
const earnedNothing = (
  one: Pick<Attendance, "deliveredMinutes" | "creditedMinutes" | "isOverLimit">,
): boolean => one.deliveredMinutes > 0 && one.creditedMinutes === 0 && !one.isOverLimit;

const unknown = (row: RoomRow): LiveAttendance => ({
  ...row.attendance,
  isHere: false,
  minutesSoFar: row.attendance.creditedMinutes,
  isBelowMinimum: earnedNothing(row.attendance),
});

/** What the events say of everybody now: the same rules the server applies, run here so that minutes live. */
export const liveLedger = (
  room: SessionRoom,
  events: readonly AttendanceEvent[],
  now: Date,
): ((row: RoomRow) => LiveAttendance) => {
  const { session, attendanceRule } = room;
  const isOver = now.getTime() >= Date.parse(session.endsAt);
  // Once it is over and the server has everything, its word counts: it also knows of other sessions.
  const isSettled = isOver && events.length === room.events.length;
  if (attendanceRule === null || isSettled) return unknown;
  const { rows } = ledgerOf({
    session,
    attendees: room.rows.map(({ patientId, attendance: { kind, isOverLimit } }) => ({
      patientId,
      kind,
      isOverLimit,
    })),
    events,
    rule: { ...attendanceRule, minutesToCount: session.activity.minutesToCount },
    now: now.toISOString(),
  });
  const byPatient = new Map(rows.map((row) => [row.patientId, row]));
  return (row) => {
    const own = byPatient.get(row.patientId);
    if (!own) return unknown(row);
    const atTheDoor = own.status === "expected" ? checkedIn(events, row) : undefined;
    if (atTheDoor)
      return {
        ...own,
        status: "present",
        mode: atTheDoor.mode,
        firstInAt: atTheDoor.occurredAt,
        isHere: true,
        minutesSoFar: 0,
        isBelowMinimum: false,
      };
    const until = Math.min(now.getTime(), Date.parse(session.endsAt));
    const isHere = !isOver && own.lastOutAt !== null && Date.parse(own.lastOutAt) >= until;
    return {
      ...own,
      isHere,
      minutesSoFar: minutesSoFar(own.segments),
      isBelowMinimum: isOver && earnedNothing(own),
    };
  };
};

type BreakEvent = Pick<AttendanceEvent, "id" | "kind" | "occurredAt" | "correctsId">;

/** What was entered of the last break and stands: its beginning, and its end unless it runs. Empty where there was none. */
const lastBreak = (events: readonly BreakEvent[]): readonly BreakEvent[] => {
  const struck = new Set(events.map(({ correctsId }) => correctsId));
  const entries = events
    .filter(({ id, kind }) => (kind === "break-start" || kind === "break-end") && !struck.has(id))
    .toSorted((one, other) => one.occurredAt.localeCompare(other.occurredAt));
  const end = entries.at(-1)?.kind === "break-end" ? entries.length - 1 : entries.length;
  let from = end;
  while (entries[from - 1]?.kind === "break-start") from--;
  return entries.slice(from);
};

/** When the break that runs began, or null. */
const breakSince = (events: readonly BreakEvent[]): string | null => {
  const entries = lastBreak(events);
  return entries.some(({ kind }) => kind === "break-end") ? null : (entries[0]?.occurredAt ?? null);
};

export const isBreak = (events: readonly BreakEvent[]): boolean => breakSince(events) !== null;

/** That the last break was none. */
export const breakTakenBack = (events: readonly BreakEvent[]): readonly Happening[] =>
  lastBreak(events).map(({ id }) => ({ kind: "strike", correctsId: id }));

/** A break begins or ends. One that is ended within its first minute was a slip of the finger, and is none. */
export const breakTurned = (events: readonly BreakEvent[], now: Date): readonly Happening[] => {
  const since = breakSince(events);
  if (since === null) return [{ kind: "break-start" }];
  return now.getTime() - Date.parse(since) < minute
    ? breakTakenBack(events)
    : [{ kind: "break-end" }];
};
