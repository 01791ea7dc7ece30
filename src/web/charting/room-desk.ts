import type { DraftField, DraftPatch, DraftValue } from "#domain/charting/note-draft.ts";
import type { NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import {
  emptyBox,
  type HeldEvent,
  type OtherBox,
  type RoomBoxContent,
} from "#web/charting/room-box-content.ts";
import { openRoomBox } from "#web/charting/room-box.ts";
import type { Place, ShownField } from "#web/charting/room-draft.ts";
import { openEvents, openPatches, type DeskHears, type Wires } from "#web/charting/room-lanes.ts";
import type { Refused } from "#web/charting/room-outbox.ts";
import { stampNow } from "#web/platform/clock.ts";
import { openSteadyNearness } from "#web/platform/steady-nearness.ts";
import { createStore, type Store } from "#web/platform/store.ts";
import { furthest, type Nearness } from "#web/platform/nearness.ts";
import { whoIsHere } from "#web/platform/vault-owner.ts";
import { nothingWaits, sayWaiting } from "#web/platform/waiting-changes.ts";

/** What the server would not take. It stays here until a person decides. */
export type RoomRefusal =
  | { readonly of: "events"; readonly refused: Refused<HeldEvent> }
  | { readonly of: "words"; readonly refused: Refused<DraftPatch> };

/** The desk as it is now; another one with every change, so that a screen can follow. */
export interface DeskState {
  readonly shown: (place: Place, server: DraftField | undefined) => ShownField;
  /** Events of this device that an answer of the server may not show yet. */
  readonly ownEvents: readonly NewAttendanceEvent[];
  readonly waitingCount: number;
  readonly lostSince: Date | null;
  readonly savedAt: Date | null;
  readonly refusals: readonly RoomRefusal[];
  /** How far what waits has come on its way to being kept on the device. */
  readonly keeping: Nearness;
  /** Everything that earlier windows left is here. */
  readonly isReady: boolean;
  readonly people: RoomBoxContent["people"];
  readonly doubtful: readonly string[];
}

/**
 * What this device did in one session and the server may not have yet. It outlives the screen and, as far as the browser keeps
 * anything, the window: a reload without a network, a crash, an empty battery lose nothing.
 */
export interface RoomDesk {
  readonly state: Store<DeskState>;
  readonly write: (
    place: Place,
    value: DraftValue,
    seen: number,
    settles: readonly string[],
  ) => void;
  /** Events that happen now get the time of both clocks; where somebody said the time, it stays. */
  readonly record: (events: readonly NewAttendanceEvent[], isNow: boolean) => void;
  /** Whom it is about, so that what is refused can still say it when they are no longer in the room. */
  readonly meet: (people: RoomBoxContent["people"]) => void;
  readonly letGo: (refusal: RoomRefusal) => void;
  readonly sendAgain: (refusal: RoomRefusal) => void;
  readonly letDoubtsGo: () => void;
  readonly settled: () => Promise<boolean>;
}

const hearers = new Map<string, DeskHears>();

/** Tells this device's desk who listens now; the desk itself stays. */
export const hearDesk = (sessionId: string, hears: DeskHears): (() => void) => {
  hearers.set(sessionId, hears);
  return () => {
    if (hearers.get(sessionId) === hears) hearers.delete(sessionId);
  };
};

class Desk implements RoomDesk {
  readonly state: Store<DeskState>;
  readonly owner: string;
  private readonly sessionId: string;
  private readonly patches: ReturnType<typeof openPatches>;
  private readonly events: ReturnType<typeof openEvents>;
  private readonly box: ReturnType<typeof openRoomBox>;
  private readonly steady = openSteadyNearness({
    onChange: () => this.show(),
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  private others: readonly OtherBox[] = [];
  private people: RoomBoxContent["people"] = {};
  private doubtful: readonly string[] = [];
  private isReady = false;

  constructor(owner: string, sessionId: string) {
    this.owner = owner;
    this.sessionId = sessionId;
    const wires: Wires = {
      owner,
      sessionId,
      onChange: () => this.change(),
      onDoubt: (id, isDoubtful) => {
        const others = this.doubtful.filter((one) => one !== id);
        this.doubtful = isDoubtful ? [...others, id] : others;
      },
      hears: () => hearers.get(sessionId),
      beforeLeaving: () => this.box.saved(),
    };
    this.patches = openPatches(wires);
    this.events = openEvents(wires);
    this.box = openRoomBox(owner, sessionId, {
      onChange: () => this.show(),
      onFound: (content) => this.takeUp(content),
      onOthers: (others) => {
        this.others = others;
        this.show();
      },
    });
    this.state = createStore(this.stateNow());
    addEventListener("online", this.push);
    void this.beReady();
  }

  write(place: Place, value: DraftValue, seen: number, settles: readonly string[]): void {
    const { book, lane } = this.patches;
    lane.put(book.write(place, value, seen, settles, this.writtenPatches()));
  }

  record(events: readonly NewAttendanceEvent[], isNow: boolean): void {
    const stamp = isNow ? stampNow() : null;
    for (const event of events) {
      // Said of the same moment as something that waits: whatever that moment turns out to be.
      const twin = this.events.lane
        .waiting()
        .find(
          (held) =>
            held.event.occurredAt === event.occurredAt && held.event.patientId === event.patientId,
        );
      this.events.lane.put({ event, stamp: twin?.stamp ?? stamp });
    }
  }

  meet(people: RoomBoxContent["people"]): void {
    const isNew = Object.keys(people).some((id) => this.people[id] === undefined);
    this.people = { ...this.people, ...people };
    if (isNew) this.show();
  }

  letGo(refusal: RoomRefusal): void {
    if (refusal.of === "events") this.events.lane.letGo(refusal.refused);
    else this.patches.lane.letGo(refusal.refused);
  }

  sendAgain(refusal: RoomRefusal): void {
    if (refusal.of === "events") this.events.lane.sendAgain(refusal.refused);
    else this.patches.lane.sendAgain(refusal.refused);
  }

  letDoubtsGo(): void {
    this.doubtful = [];
    this.change();
  }

  // Attendance first: what is written of somebody stands on their having been here.
  async settled(): Promise<boolean> {
    return (await this.events.lane.settled()) && (await this.patches.lane.settled());
  }

  /** Of somebody who is no longer at this device: nothing of it leaves, nothing of it stays in this window. */
  close(): void {
    removeEventListener("online", this.push);
    this.events.lane.stop();
    this.patches.lane.stop();
    this.box.close();
    sayWaiting(this.sessionId, nothingWaits);
  }

  private async beReady(): Promise<void> {
    await this.box.ready;
    this.isReady = true;
    this.show();
  }

  private readonly push = (): void => {
    this.patches.lane.push();
    this.events.lane.push();
  };

  private takeUp(content: RoomBoxContent): void {
    this.people = { ...content.people, ...this.people };
    this.doubtful = [...content.doubtful, ...this.doubtful];
    this.patches.book.adopt(content.patches);
    this.patches.lane.adopt({ waiting: content.patches, refused: content.refusedPatches });
    this.events.lane.adopt({ waiting: content.events, refused: content.refusedEvents });
  }

  private change(): void {
    const events = this.events.lane.held();
    const patches = this.patches.lane.held();
    const isEmpty = [events, patches].every(
      ({ waiting, refused }) => waiting.length + refused.length === 0,
    );
    this.box.save({
      ...emptyBox,
      events: events.waiting,
      refusedEvents: events.refused,
      patches: patches.waiting,
      refusedPatches: patches.refused,
      doubtful: this.doubtful,
      people: isEmpty ? {} : this.people,
    });
    this.show();
  }

  private show(): void {
    const state = this.stateNow();
    this.state.set(state);
    const { waitingCount: count, lostSince, keeping: nearness } = state;
    sayWaiting(this.sessionId, { count, lostSince, nearness });
  }

  private writtenPatches(): readonly DraftPatch[] {
    const others = this.others.flatMap(({ content }) => content.patches);
    return [...others, ...this.patches.lane.waiting()];
  }

  private stateNow(): DeskState {
    const written = this.writtenPatches();
    const { events, patches, others } = this;
    const happened = [...others.flatMap(({ content }) => content.events), ...events.lane.waiting()];
    return {
      shown: (place, server) => patches.book.shown(place, server, written),
      ownEvents: [...events.sent, ...happened.map(({ event }) => event)],
      waitingCount: written.length + happened.length,
      lostSince: events.lane.lostSince() ?? patches.lane.lostSince(),
      savedAt: patches.saved.at,
      refusals: [
        ...events.lane.refused().map((refused) => ({ of: "events" as const, refused })),
        ...patches.lane.refused().map((refused) => ({ of: "words" as const, refused })),
      ],
      keeping: this.steady.hear(
        furthest([this.box.nearness(), ...others.map(({ nearness }) => nearness)]),
      ),
      isReady: this.isReady,
      people: this.people,
      doubtful: this.doubtful,
    };
  }
}

const desks = new Map<string, Desk>();

/** The desk of this session for whoever is signed in. Those of anybody else close. */
export const deskOf = (sessionId: string): RoomDesk => {
  const owner = whoIsHere() ?? "";
  for (const [id, desk] of desks)
    if (desk.owner !== owner) {
      desk.close();
      desks.delete(id);
    }
  const known = desks.get(sessionId);
  if (known) return known;
  const made = new Desk(owner, sessionId);
  desks.set(sessionId, made);
  return made;
};
