import type { Parsed } from "#domain/contract/route.ts";
import { notFound } from "#domain/contract/problem.ts";
import type * as api from "#domain/scheduling/attendance.api.ts";
import { conflict } from "#domain/scheduling/conflict.ts";
import { refusing } from "#server/db/constraint.ts";
import type { Work } from "#server/platform/work.ts";
import { todayOf } from "#server/practice/organization.service.ts";
import {
  attendanceOf,
  makeAnew,
  type RecordedLedger,
} from "#server/scheduling/attendance.service.ts";
import { insertSeat, selectMissedSeats, type NewSeat } from "#server/scheduling/seat.queries.ts";
import { lockSession } from "#server/scheduling/session.queries.ts";

const seated = {
  attendance_once: () => conflict("already-on-roster"),
  attendance_made_up_once: () =>
    conflict("made-up-already", { fields: { makesUpFor: { code: "taken" } } }),
};

/** What a make-up is for was missed in the same stay, and nothing makes up for it yet. A guest makes up for nothing. */
const assertMissed = async (
  work: Work,
  { patientId, enrollmentId, kind, makesUpFor }: Omit<Parsed<typeof api.addAttendee>, "sessionId">,
): Promise<void> => {
  if (makesUpFor === null) return;
  const today = await todayOf(work);
  const missed = await selectMissedSeats(work, { patientId, enrollmentId, today });
  if (kind !== "make-up" || !missed.some(({ attendanceId }) => attendanceId === makesUpFor))
    throw conflict("nothing-missed", { fields: { makesUpFor: { code: "not-missed" } } });
};

/** Gives somebody a seat; the session must be locked. Refuses a person whose stay does not run on the day. */
export const seat = async (work: Work, place: NewSeat): Promise<void> => {
  const isSeated = await refusing(seated, () => insertSeat(work, place));
  if (!isSeated)
    throw conflict("enrollment-not-running", {
      fields: { enrollmentId: { code: "not-running" } },
    });
};

/** Seats a guest, or a member who makes up for a missed session. Counted are the people, not the roster's plan: the room is as large as it is. */
export const addAttendee = async (
  work: Work,
  { sessionId, ...who }: Parsed<typeof api.addAttendee>,
): Promise<RecordedLedger> => {
  const session = await lockSession(work, sessionId);
  if (session === undefined) throw notFound();
  if (session.state === "cancelled") throw conflict("session-cancelled");
  const present = await attendanceOf(work, sessionId);
  if (present.some(({ patientId, isSeen }) => isSeen && patientId === who.patientId))
    throw conflict("already-on-roster");
  const taken = present.filter((one) => one.status !== "absent" && one.status !== "excused").length;
  if (taken >= session.capacity)
    throw conflict("session-full", { values: { capacity: session.capacity } });
  await assertMissed(work, who);
  await seat(work, { sessionId, ...who });
  return makeAnew(work, sessionId);
};
