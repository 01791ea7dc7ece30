import type { DraftField, DraftPatch, DraftValue } from "#domain/charting/note-draft.ts";
import { patchNoteDraft } from "#domain/charting/note-draft.api.ts";
import type { Problem } from "#domain/contract/problem.ts";
import { recordAttendance, type SessionLedger } from "#domain/scheduling/attendance.api.ts";
import type { NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import { openDraftBook, type Place, type ShownField } from "#web/charting/room-draft.ts";
import { openLane, type Lane } from "#web/charting/room-outbox.ts";
import { call } from "#web/platform/call.ts";
import { newId } from "#web/platform/new-id.ts";
import { createStore, type Store } from "#web/platform/store.ts";

/** The desk as it is now; another one with every change, so that a screen can follow. */
export interface DeskState {
  readonly shown: (place: Place, server: DraftField | undefined) => ShownField;
  /** Events of this device that an answer of the server may not show yet. */
  readonly ownEvents: readonly NewAttendanceEvent[];
  readonly waitingCount: number;
  readonly lostSince: Date | null;
  readonly savedAt: Date | null;
  readonly refusals: readonly Problem[];
}

/**
 * What this device did in one session and the server may not have yet. It outlives the screen: going to a
 * chart and back, or losing the network for an hour, loses nothing.
 */
export interface RoomDesk {
  readonly state: Store<DeskState>;
  readonly write: (
    place: Place,
    value: DraftValue,
    seen: number,
    settles: readonly string[],
  ) => void;
  readonly record: (events: readonly NewAttendanceEvent[]) => void;
  readonly letRefusalsGo: () => void;
  readonly settled: () => Promise<boolean>;
}

export interface DeskHears {
  /** The server took events: what it remarks of them. */
  readonly onLedger: (ledger: SessionLedger) => void;
}

const gatherTyping = 600;
const gatherTaps = 60;

const desks = new Map<string, RoomDesk>();
const hearers = new Map<string, DeskHears>();

/** Tells this device's desk who listens now; the desk itself stays. */
export const hearDesk = (sessionId: string, hears: DeskHears): (() => void) => {
  hearers.set(sessionId, hears);
  return () => {
    if (hearers.get(sessionId) === hears) hearers.delete(sessionId);
  };
};

const isSamePlace = (one: DraftPatch, other: DraftPatch): boolean =>
  one.patientId === other.patientId && one.field === other.field;

/** The newer word in the older one's place; what the older one settled stays settled. */
const replacePatch = (newer: DraftPatch, older: DraftPatch): DraftPatch | null =>
  isSamePlace(newer, older)
    ? { ...newer, settles: [...(older.settles ?? []), ...(newer.settles ?? [])] }
    : null;

/** What both lanes have in common. */
const laneOptions = (onChange: () => void) => ({
  newKey: () => crypto.randomUUID(),
  now: () => new Date(),
  later: (run: () => void, milliseconds: number) => void setTimeout(run, milliseconds),
  most: 100,
  onChange,
});

interface Wires {
  readonly sessionId: string;
  readonly onChange: () => void;
}

/** The way of written words: the newest of each field, upon what this device knows of it. */
const openPatches = ({ sessionId, onChange }: Wires) => {
  const book = openDraftBook(newId);
  const saved: { at: Date | null } = { at: null };
  const lane: Lane<DraftPatch> = openLane({
    ...laneOptions(onChange),
    gatherMilliseconds: gatherTyping,
    replaces: replacePatch,
    seal: book.seal,
    send: async (items, idempotencyKey) => {
      const input = { sessionId, patches: [...items] };
      const answer = await call(patchNoteDraft, input, { idempotencyKey });
      const waiting = lane.waiting().filter((patch) => !items.includes(patch));
      book.answered(answer, items, waiting);
      saved.at = new Date();
    },
  });
  return { book, lane, saved };
};

/** The way of the ledger: every event, in its order. */
const openEvents = ({ sessionId, onChange }: Wires) => {
  const sent: NewAttendanceEvent[] = [];
  const lane: Lane<NewAttendanceEvent> = openLane({
    ...laneOptions(onChange),
    gatherMilliseconds: gatherTaps,
    send: async (items, idempotencyKey) => {
      const input = { sessionId, events: [...items] };
      const ledger = await call(recordAttendance, input, { idempotencyKey });
      sent.push(...items);
      hearers.get(sessionId)?.onLedger(ledger);
    },
  });
  return { lane, sent };
};

const makeDesk = (sessionId: string): RoomDesk => {
  const wires: Wires = { sessionId, onChange: () => state.set(stateNow()) };
  const patches = openPatches(wires);
  const events = openEvents(wires);
  const stateNow = (): DeskState => {
    const written = patches.lane.waiting();
    const happened = events.lane.waiting();
    return {
      shown: (place, server) => patches.book.shown(place, server, written),
      ownEvents: [...events.sent, ...happened],
      waitingCount: written.length + happened.length,
      lostSince: events.lane.lostSince() ?? patches.lane.lostSince(),
      savedAt: patches.saved.at,
      refusals: [...events.lane.refused(), ...patches.lane.refused()].map(({ problem }) => problem),
    };
  };
  const state = createStore(stateNow());
  addEventListener("online", () => {
    patches.lane.push();
    events.lane.push();
  });
  return {
    state,
    write: (place, value, seen, settles) =>
      patches.lane.put(patches.book.write(place, value, seen, settles)),
    record: (happened) => {
      for (const event of happened) events.lane.put(event);
    },
    letRefusalsGo: () => {
      events.lane.letGo();
      patches.lane.letGo();
    },
    // Attendance first: what is written of somebody stands on their having been here.
    settled: async () => (await events.lane.settled()) && (await patches.lane.settled()),
  };
};

/** The desk of this session on this device. */
export const deskOf = (sessionId: string): RoomDesk => {
  const known = desks.get(sessionId);
  if (known) return known;
  const made = makeDesk(sessionId);
  desks.set(sessionId, made);
  return made;
};
