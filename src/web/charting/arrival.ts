import type { Happening } from "#web/charting/room-model.ts";

/** What of the room an arrival hangs on. */
interface SessionNow {
  readonly room: { readonly session: { readonly startsAt: string; readonly endsAt: string } };
  readonly now: Date;
}

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
