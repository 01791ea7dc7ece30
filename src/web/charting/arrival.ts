import type { Happening, KeptEvent } from "#web/charting/room-model.ts";

/** What of the room an arrival hangs on. */
interface SessionNow {
  readonly room: { readonly session: { readonly startsAt: string; readonly endsAt: string } };
  readonly now: Date;
}

/** Whether the session is still to begin, by this device. */
export const isAhead = ({ room, now }: SessionNow): boolean =>
  now.toISOString() < room.session.startsAt;

/** Whether the planned end of the session has passed on this device. */
export const isOver = ({ room, now }: SessionNow): boolean =>
  now.toISOString() >= room.session.endsAt;

/**
 * Somebody comes: at this moment while it runs. Entered when it is over, they were there from its beginning: nobody comes after the
 * end, and what is entered later is what was lived.
 */
export const arrivalOf = (
  model: SessionNow,
  patientId: string,
  mode: "room" | "video",
): Happening => ({
  kind: "arrive",
  patientId,
  mode,
  ...(isOver(model) && { occurredAt: model.room.session.startsAt }),
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
