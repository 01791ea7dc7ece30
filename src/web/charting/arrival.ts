import { doorsOpenAt } from "#domain/scheduling/recording.ts";
import type { Happening, KeptEvent } from "#web/charting/room-model.ts";

/** What of the room an arrival hangs on. */
interface SessionNow {
  readonly room: {
    readonly session: { readonly startsAt: string; readonly endsAt: string };
    readonly attendanceRule?: { readonly graceMinutes: number } | null;
  };
  readonly now: Date;
}

/** Whether the session is still to begin, by this device. */
export const isAhead = ({ room, now }: SessionNow): boolean =>
  now.toISOString() < room.session.startsAt;

/** Whether the planned end of the session has passed on this device. */
export const isOver = ({ room, now }: SessionNow): boolean =>
  now.toISOString() >= room.session.endsAt;

const minute = 60_000;

/**
 * What an arrival means now. `shut`: nobody can be there yet, though it can be said that somebody will stay away; `open`: who comes is
 * in time; `late`: who comes now comes late, and who was there is entered from the beginning; `over`.
 */
export const phaseOf = (model: SessionNow): "shut" | "open" | "late" | "over" => {
  const { session, attendanceRule } = model.room;
  const now = model.now.getTime();
  if (now < Date.parse(doorsOpenAt(session))) return "shut";
  if (isOver(model)) return "over";
  const grace = (attendanceRule?.graceMinutes ?? 0) * minute;
  return now > Date.parse(session.startsAt) + grace ? "late" : "open";
};

/** Somebody of whom nobody said yet that they left: in the session now, or there to its end. */
export const mayHaveLeft = (
  model: SessionNow,
  live: { readonly isHere: boolean; readonly lastOutAt: string | null },
): boolean =>
  live.isHere ||
  (isOver(model) &&
    live.lastOutAt !== null &&
    Date.parse(live.lastOutAt) >= Date.parse(model.room.session.endsAt));

/**
 * Somebody comes: at this moment while it runs. Entered when it is over, they were there from its beginning: nobody comes after the
 * end, and what is entered later is what was lived. `fromStart`: they were there from its beginning, and it is entered now.
 */
export const arrivalOf = (
  model: SessionNow,
  patientId: string,
  mode: "room" | "video",
  fromStart = isOver(model),
): Happening => ({
  kind: "arrive",
  patientId,
  mode,
  ...(fromStart && { occurredAt: model.room.session.startsAt }),
});

/** Why somebody who is counted as here is not in the group at the moment, and since when. */
interface Away {
  readonly because: "individual" | "line";
  readonly since: string;
  /** What ends it. */
  readonly back: "returned" | "failure-end";
}

/** Somebody was called out, or their line broke off, and nobody has said since that it is over. Null for whoever is in the group. */
export const awayOf = (last: Pick<KeptEvent, "kind" | "occurredAt"> | undefined): Away | null => {
  if (last?.kind === "pulled-out")
    return { because: "individual", since: last.occurredAt, back: "returned" };
  if (last?.kind === "failure-start")
    return { because: "line", since: last.occurredAt, back: "failure-end" };
  return null;
};
