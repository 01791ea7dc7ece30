import { isSessionEvent, type NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import { epochOf, instantOf } from "#domain/scheduling/epoch.ts";

const msPerMinute = 60_000;
/** How far a device's clock may be ahead of the server's. */
const clockToleranceMinutes = 5;
/** People come before a session begins; earlier than this nobody can be there for it. */
export const doorsOpenHours = 2;
/** What is heard later than this was recorded without a network. */
const offlineAfterMinutes = 5;

interface Recorded {
  readonly startsAt: string;
  readonly state: string;
}

/** From this moment on somebody can be there for a session. */
export const doorsOpenAt = ({ startsAt }: Pick<Recorded, "startsAt">): string =>
  instantOf(epochOf(startsAt) - doorsOpenHours * 60 * msPerMinute);

export type RecordingRefusal =
  | "session-cancelled"
  | "session-ahead"
  | "event-ahead"
  | "event-of-nobody"
  | "mode-missing";

const isAhead = (event: NewAttendanceEvent, session: Recorded): boolean =>
  event.kind !== "absent" &&
  event.kind !== "expected" &&
  event.kind !== "strike" &&
  epochOf(event.occurredAt) < epochOf(doorsOpenAt(session));

/**
 * Why an event cannot be taken into the ledger, or null. Nobody is there before the doors open, nothing is recorded before
 * it happened; that somebody will be absent can be said ahead.
 */
export const recordingRefusal = (
  event: NewAttendanceEvent,
  session: Recorded,
  now: string,
): RecordingRefusal | null => {
  if (session.state === "cancelled") return "session-cancelled";
  if (event.kind !== "strike" && isSessionEvent(event.kind) !== (event.patientId === null))
    return "event-of-nobody";
  if (event.kind === "mode" && event.mode === null) return "mode-missing";
  if (epochOf(event.occurredAt) > epochOf(now) + clockToleranceMinutes * msPerMinute)
    return "event-ahead";
  return isAhead(event, session) ? "session-ahead" : null;
};

/** Whether an event was heard as it happened, or later from a device that had no network. */
export const sourceOf = (occurredAt: string, now: string): "screen" | "offline" =>
  epochOf(now) - epochOf(occurredAt) > offlineAfterMinutes * msPerMinute ? "offline" : "screen";
