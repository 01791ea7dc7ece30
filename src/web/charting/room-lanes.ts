import type { DraftPatch } from "#domain/charting/note-draft.ts";
import { patchNoteDraft } from "#domain/charting/note-draft.api.ts";
import { readSession } from "#domain/access/session.api.ts";
import { Problem } from "#domain/contract/problem.ts";
import { recordAttendance, type SessionLedger } from "#domain/scheduling/attendance.api.ts";
import type { NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import type { HeldEvent } from "#web/charting/room-box-content.ts";
import { openDraftBook, replacePatch } from "#web/charting/room-draft.ts";
import { openLane, type Lane } from "#web/charting/room-outbox.ts";
import { call } from "#web/platform/call.ts";
import { timeNow, timeOf } from "#web/platform/clock.ts";
import { newId } from "#web/platform/new-id.ts";
import { ownerOf, whoIsHere } from "#web/platform/vault-owner.ts";

export interface DeskHears {
  /** The server took events: what it remarks of them. */
  readonly onLedger: (ledger: SessionLedger) => void;
}

/** What both lanes of a desk have in common. */
export interface Wires {
  readonly owner: string;
  readonly sessionId: string;
  readonly onChange: () => void;
  /** Whether nobody can say when this event was: the device's clock was set meanwhile. */
  readonly onDoubt: (eventId: string, isDoubtful: boolean) => void;
  readonly hears: () => DeskHears | undefined;
  readonly beforeLeaving: () => Promise<void>;
}

const gatherTyping = 600;
const gatherTaps = 60;
const longestAnswer = 25_000;

const laneOptions = ({ onChange }: Wires) => ({
  newKey: () => crypto.randomUUID(),
  now: timeNow,
  // Not all tablets of a house at the same moment, when its network is back.
  later: (run: () => void, milliseconds: number) =>
    void setTimeout(run, milliseconds * (0.9 + Math.random() * 0.2)),
  most: 400,
  onChange,
});

/**
 * Since the network was lost somebody else may have signed in here: nothing of one person arrives in another's name. The answer
 * also tells the time, before events leave with theirs.
 */
const assertStillHere = async (owner: string, wasLost: boolean): Promise<void> => {
  if (whoIsHere() !== owner) throw new Problem("signed-out", 401);
  if (!wasLost && navigator.onLine) return;
  const { account, organization } = await call(readSession, {});
  if (ownerOf(account.id, organization.id) !== owner) throw new Problem("signed-out", 401);
};

/** A refusal names the person it is about: what is said of others is not refused with it. */
const blamedPatches = ({ code, values }: Problem, items: readonly DraftPatch[]) =>
  code === "already-signed" || code === "not-on-roster"
    ? items.filter(({ patientId }) => patientId === (values["patientId"] ?? null))
    : [];

const blamedEvents = ({ code, values }: Problem, items: readonly HeldEvent[]) => {
  const culprit = items.find(({ event }) => event.id === values["eventId"]);
  if (!culprit) return [];
  const { patientId } = culprit.event;
  return code === "not-on-roster"
    ? items.filter(({ event }) => event.patientId === patientId)
    : [culprit];
};

/** The way of written words: the newest of each field, upon what this device knows of it. */
export const openPatches = (wires: Wires) => {
  const { owner, sessionId } = wires;
  const book = openDraftBook(newId);
  const saved: { at: Date | null } = { at: null };
  const lane: Lane<DraftPatch> = openLane({
    ...laneOptions(wires),
    gatherMilliseconds: gatherTyping,
    replaces: replacePatch,
    seal: book.seal,
    blames: blamedPatches,
    beforeLeaving: async () => {
      await wires.beforeLeaving();
      await assertStillHere(owner, lane.lostSince() !== null);
    },
    send: async (items, idempotencyKey) => {
      const input = { sessionId, patches: [...items] };
      const signal = AbortSignal.timeout(longestAnswer);
      const answer = await call(patchNoteDraft, input, { idempotencyKey, signal });
      const waiting = lane.waiting().filter((patch) => !items.includes(patch));
      book.answered(answer, items, waiting);
      saved.at = timeNow();
    },
  });
  return { book, lane, saved };
};

/** The way of the ledger: every event, in its order, at the time it happened by the server's clock. */
export const openEvents = (wires: Wires) => {
  const { owner, sessionId, onDoubt } = wires;
  const sent: NewAttendanceEvent[] = [];
  let last = 0;
  const seal = (held: HeldEvent): HeldEvent => {
    if (held.stamp === null) return held;
    const { at, isKnown } = timeOf(held.stamp);
    onDoubt(held.event.id, !isKnown);
    // Where the clock is in doubt, at least the order in which things were entered is not.
    last = Math.max(isKnown ? 0 : last, Math.round(at));
    return { ...held, event: { ...held.event, occurredAt: new Date(last).toISOString() } };
  };
  const lane: Lane<HeldEvent> = openLane({
    ...laneOptions(wires),
    gatherMilliseconds: gatherTaps,
    seal,
    reseals: true,
    blames: blamedEvents,
    beforeLeaving: async () => {
      await wires.beforeLeaving();
      await assertStillHere(owner, lane.lostSince() !== null);
    },
    send: async (items, idempotencyKey) => {
      const events = items.map(({ event }) => event);
      const signal = AbortSignal.timeout(longestAnswer);
      const ledger = await call(
        recordAttendance,
        { sessionId, events },
        { idempotencyKey, signal },
      );
      sent.push(...events);
      wires.hears()?.onLedger(ledger);
    },
  });
  return { lane, sent };
};
