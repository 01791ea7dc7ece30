import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/scheduling/attendance.api.ts";
import type { SessionLedger } from "#domain/scheduling/attendance.api.ts";
import type { Attendance } from "#domain/scheduling/attendance.ts";
import { isSessionEvent, type NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import { conflict } from "#domain/scheduling/conflict.ts";
import { crowdingRemarks } from "#domain/scheduling/crowding.ts";
import { contradictionsIn } from "#domain/scheduling/contradiction.ts";
import { doorsOpenHours, recordingRefusal, sourceOf } from "#domain/scheduling/recording.ts";
import { attendanceCorrectedKind } from "#domain/scheduling/scheduling.events.ts";
import { refusing } from "#server/db/constraint.ts";
import { enqueue } from "#server/platform/outbox/outbox.ts";
import type { Work } from "#server/platform/work.ts";
import * as queries from "#server/scheduling/attendance.queries.ts";
import {
  parseEvent,
  type AttendanceRead,
  type LedgerRead,
} from "#server/scheduling/ledger-read.ts";
import { project, readLedger } from "#server/scheduling/project-ledger.ts";

const assertRecordable = (
  work: Work,
  session: LedgerRead["session"],
  events: readonly NewAttendanceEvent[],
): void => {
  const now = work.now.toString();
  for (const [place, event] of events.entries()) {
    const refusal = recordingRefusal(event, session, now);
    if (refusal !== null)
      throw conflict(refusal, {
        values: { eventId: event.id, hours: doorsOpenHours },
        fields: { [`events.${place}`]: { code: refusal } },
      });
  }
};

const refused = (code: "not-on-roster" | "event-elsewhere" | "event-unknown", eventId: string) =>
  conflict(code, { values: { eventId } });

/**
 * Every event of the batch is in the ledger of this session now, whoever put it there; else says why it cannot be. Somebody
 * who is not seen is answered like somebody without a seat, and what was recorded of them like what nobody recorded.
 */
const assertTaken = (read: LedgerRead, events: readonly NewAttendanceEvent[]): void => {
  const seated = new Set(
    read.attendances.flatMap(({ isSeen, patientId }) => (isSeen ? [patientId] : [])),
  );
  const seen = read.events.filter(({ patientId }) => patientId === null || seated.has(patientId));
  const known = new Set(seen.map((event) => event.id));
  for (const { id, patientId, correctsId } of events) {
    if (patientId !== null && !seated.has(patientId)) throw refused("not-on-roster", id);
    if (!known.has(id)) throw refused("event-elsewhere", id);
    if (correctsId !== null && !known.has(correctsId)) throw refused("event-unknown", id);
  }
};

/** What a change of the ledger answers, and everybody whose minutes it concerned, seen by whoever asked or not. */
export interface RecordedLedger {
  readonly ledger: SessionLedger;
  readonly concerned: readonly string[];
}

const seenOf = (attendances: readonly AttendanceRead[]): Attendance[] =>
  attendances.flatMap(({ isSeen, ...one }) => (isSeen ? [one] : []));

const asRows = (
  work: Work,
  events: readonly NewAttendanceEvent[],
  why: string | null,
): queries.NewEventRow[] =>
  events.map((event) => ({
    ...event,
    why,
    source: why === null ? sourceOf(event.occurredAt, work.now.toString()) : "late-entry",
  }));

const add = async (
  work: Work,
  sessionId: string,
  events: readonly NewAttendanceEvent[],
  why: string | null,
): Promise<RecordedLedger> => {
  const everybody = events.some((event) => isSessionEvent(event.kind) || event.patientId === null);
  const unknown = {
    attendance_event_corrects: () => refused("event-unknown", events[0]?.id ?? ""),
    attendance_event_session: notFound,
    attendance_event_of_somebody: () =>
      conflict("event-of-nobody", { values: { eventId: events[0]?.id ?? "" } }),
  };
  const rows = asRows(work, events, why);
  const added = new Set(
    await refusing(unknown, () => queries.appendEvents(work, sessionId, rows, everybody)),
  );
  const held = new Set(events.flatMap(({ patientId }) => patientId ?? []));
  const { read, ledger, attendances } = await project(
    work,
    sessionId,
    everybody ? "everybody" : held,
  );
  const fresh = events.filter((event) => added.has(event.id));
  assertRecordable(work, read.session, fresh);
  assertTaken(read, events);
  if (why === null) assertSameDay(work, read, fresh);
  else assertNotCorrectedTwice(read, fresh);
  const said = new Set(events.map((event) => event.id));
  const answer = {
    attendances: seenOf(attendances),
    breaks: [...ledger.breaks],
    recorded: [...said],
    repeated: [...said].filter((id) => !added.has(id)),
    remarks: [
      ...ledger.remarks.filter((remark) => said.has(remark.eventId)),
      ...contradictory(read, said).map((eventId) => ({ eventId, code: "contradicts" })),
      ...crowdingRemarks(seenOf(attendances), fresh, read.session),
    ],
  };
  const whole = attendances.map(({ patientId }) => patientId);
  return { ledger: answer, concerned: everybody ? whole : [...held] };
};

/** Of these events those that another device contradicts without having known of them. */
const contradictory = ({ events }: LedgerRead, said: ReadonlySet<string>): string[] =>
  contradictionsIn(events)
    .flatMap(({ first, second }) => [first, ...(second === null ? [] : [second])])
    .map(({ event }) => event.id)
    .filter((id) => said.has(id));

const offlineAtMost = { hours: 24 };
/** Longer than any device keeps what has not arrived, and than a month's paper waits to be entered: after that, with a reason. */
const heardAtMost = { hours: 45 * 24 };

/**
 * What was recorded is put right freely on the day itself; afterwards with a reason. What a tablet without
 * a network took back that day still counts when it is heard within a day after; later it is not believed. What is new
 * needs a reason once it comes so late: the time of an event is the device's word.
 */
const assertSameDay = (
  work: Work,
  { session }: LedgerRead,
  events: readonly NewAttendanceEvent[],
): void => {
  const today = dateAt(work.now, session.zone);
  const believedUntil = Temporal.Instant.from(session.endsAt).add(offlineAtMost);
  const isBelieved = Temporal.Instant.compare(work.now, believedUntil) <= 0;
  const heardUntil = Temporal.Instant.from(session.endsAt).add(heardAtMost);
  const isHeard = Temporal.Instant.compare(work.now, heardUntil) <= 0;
  const late = events.find(({ kind, correctsId, occurredAt }) => {
    if (correctsId === null) return !isHeard;
    if (today <= session.serviceDate) return false;
    // Taking back happens at a moment; any other correction tells of an earlier one.
    const day = dateAt(Temporal.Instant.from(occurredAt), session.zone);
    return kind !== "strike" || !isBelieved || day > session.serviceDate;
  });
  if (late !== undefined) throw conflict("correct-with-reason", { values: { eventId: late.id } });
};

/** Two people who correct the same event at once cannot both be right: the second looks again. */
const assertNotCorrectedTwice = (
  { events: all }: LedgerRead,
  events: readonly NewAttendanceEvent[],
): void => {
  for (const { id, correctsId } of events)
    if (correctsId !== null && all.some((one) => one.correctsId === correctsId && one.id !== id))
      throw conflict("already-corrected", { values: { eventId: correctsId } });
};

/** Adds to the ledger of a session and answers what it comes to. What is refused is refused whole, so that nothing is lost halfway. */
export const recordAttendance = (
  work: Work,
  { sessionId, events }: Parsed<typeof api.recordAttendance>,
): Promise<RecordedLedger> => add(work, sessionId, events, null);

/** Says to whoever bills that what was recorded of a session was put right. */
export const tellCorrected = async (work: Work, sessionId: string): Promise<void> => {
  await enqueue(work, {
    kind: attendanceCorrectedKind,
    recordId: sessionId,
    payload: { sessionId },
  });
};

export const correctAttendance = async (
  work: Work,
  { sessionId, events, why }: Parsed<typeof api.correctAttendance>,
): Promise<RecordedLedger> => {
  const recorded = await add(work, sessionId, events, why);
  await tellCorrected(work, sessionId);
  return recorded;
};

/** Makes the attendance of everybody in a session anew, after it was cancelled or moved or somebody was seated. */
export const makeAnew = async (work: Work, sessionId: string): Promise<RecordedLedger> => {
  await queries.appendEvents(work, sessionId, [], true);
  const { ledger, attendances } = await project(work, sessionId, "everybody");
  const none = { recorded: [], repeated: [], remarks: [] };
  return {
    ledger: { attendances: seenOf(attendances), breaks: [...ledger.breaks], ...none },
    concerned: attendances.map(({ patientId }) => patientId),
  };
};

export const listAttendanceEvents = async (
  work: Work,
  { sessionId }: Parsed<typeof api.listAttendanceEvents>,
): Promise<Output<typeof api.listAttendanceEvents>> => {
  const rows = (await queries.selectEvents(work, sessionId)).map(parseEvent);
  if (rows.length === 0) await readLedger(work, sessionId);
  return { rows };
};

/** Everybody in a session and what their events come to, with whether whoever asks sees them. */
export const attendanceOf = async (work: Work, sessionId: string): Promise<AttendanceRead[]> =>
  (await readLedger(work, sessionId)).attendances;
