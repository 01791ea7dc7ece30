import type { DraftPatch } from "#domain/charting/note-draft.ts";
import type { NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import type { Refused } from "#web/charting/room-outbox.ts";
import type { Stamp } from "#web/platform/device-clock.ts";
import type { Nearness } from "#web/platform/nearness.ts";

/** An event that waits, and when the device's clocks noted it; null where a person said the time. */
export interface HeldEvent {
  readonly event: NewAttendanceEvent;
  readonly stamp: Stamp | null;
}

/** Everything of one session that would be lost with this window. */
export interface RoomBoxContent {
  readonly events: readonly HeldEvent[];
  readonly patches: readonly DraftPatch[];
  readonly refusedEvents: readonly Refused<HeldEvent>[];
  readonly refusedPatches: readonly Refused<DraftPatch>[];
  /** Whom it is about, for when they are no longer in the room. */
  readonly people: Readonly<
    Record<string, { readonly name: string; readonly enrollmentId: string }>
  >;
  /** Events whose time the device could not tell: its clock was set while nobody could say by how much. */
  readonly doubtful: readonly string[];
}

export const emptyBox: RoomBoxContent = {
  events: [],
  patches: [],
  refusedEvents: [],
  refusedPatches: [],
  people: {},
  doubtful: [],
};

/** Whether nothing would be lost. */
export const isEmpty = (content: RoomBoxContent): boolean =>
  content.events.length === 0 &&
  content.patches.length === 0 &&
  content.refusedEvents.length === 0 &&
  content.refusedPatches.length === 0 &&
  content.doubtful.length === 0;

/** The box of another window, and how far that window has come with keeping it. */
export interface OtherBox {
  readonly content: RoomBoxContent;
  readonly nearness: Nearness;
}

/** What a window says to the others of its box. */
export interface Said extends OtherBox {
  readonly owner: string;
  readonly sessionId: string;
  /** Null asks the others what they hold. */
  readonly boxId: string | null;
}
