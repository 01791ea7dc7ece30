import type { Acknowledgement } from "#domain/charting/guard-finding.ts";
import type { DraftValue } from "#domain/charting/note-draft.ts";
import type { SessionRoom } from "#domain/charting/session-room.ts";
import type { AttendanceEvent, NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import type { Contradiction } from "#domain/scheduling/contradiction.ts";
import type { DeskState, RoomRefusal } from "#web/charting/room-desk.ts";
import type { Place } from "#web/charting/room-draft.ts";
import type { RoomView } from "#web/charting/room-view.ts";
import type { Nearness } from "#web/platform/nearness.ts";

/** What happened, without what the device adds: its id and the time it happened at. */
export type Happening = Pick<NewAttendanceEvent, "kind"> &
  Partial<Pick<NewAttendanceEvent, "patientId" | "mode" | "reason" | "occurredAt" | "correctsId">>;

/** An event that is in the ledger, or on its way into it. */
export type KeptEvent = Pick<NewAttendanceEvent, "id" | "kind" | "occurredAt"> & {
  readonly patientId: string | null;
};

/** The room on this device: what it shows, and everything that can be done in it. */
export interface RoomModel {
  readonly room: SessionRoom;
  readonly view: RoomView;
  readonly now: Date;
  readonly events: readonly AttendanceEvent[];
  /** Writes a field: on the screen at once, at the server soon after. */
  readonly write: (place: Place, value: DraftValue, settles?: readonly string[]) => void;
  readonly happen: (...happenings: readonly Happening[]) => void;
  /** The last thing that was entered for this person and has not been taken back. */
  readonly lastEventOf: (patientId: string | null) => KeptEvent | undefined;
  readonly letStand: (acknowledgement: Acknowledgement) => void;
  readonly acknowledged: readonly Acknowledgement[];
  /** True where this person may write here and nothing is signed yet. */
  readonly mayWrite: boolean;
  readonly mayRecord: boolean;
  readonly waitingCount: number;
  readonly savedAt: Date | null;
  readonly lostSince: Date | null;
  readonly refusals: readonly RoomRefusal[];
  readonly letGo: (refusal: RoomRefusal) => void;
  readonly sendAgain: (refusal: RoomRefusal) => void;
  /** Whether a closed window would lose what waits. */
  readonly keeping: Nearness;
  /** Whom this device knew in the room, also those who have no seat any more. */
  readonly people: DeskState["people"];
  /** Entries whose time the device cannot tell. */
  readonly doubtful: readonly AttendanceEvent[];
  readonly letDoubtsGo: () => void;
  /** What devices said without knowing of each other, and cannot both be so. */
  readonly contradictions: readonly Contradiction<AttendanceEvent>[];
  /** When the room is of this device and not of the server: as it was then. */
  readonly asOf: Date | null;
  /** The server cannot be reached as far as this device can tell: what needs it says so before it is tried. */
  readonly isCutOff: boolean;
  /** Resolves to true as soon as the server has everything. */
  readonly settled: () => Promise<boolean>;
}
