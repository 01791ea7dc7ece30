import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { Acknowledgement } from "#domain/charting/guard-finding.ts";
import { readSessionRoom } from "#domain/charting/session-room.api.ts";
import type { SessionRoom } from "#domain/charting/session-room.ts";
import type { AttendanceEvent, NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import { contradictionsIn } from "#domain/scheduling/contradiction.ts";
import {
  deskOf,
  hearDesk,
  type DeskState,
  type RoomDesk,
  type RoomRefusal,
} from "#web/charting/room-desk.ts";
import { onServer } from "#web/charting/room-draft.ts";
import { liveLedger, mergedEvents } from "#web/charting/room-ledger.ts";
import type { Happening, RoomModel } from "#web/charting/room-model.ts";
import { sayRemarks } from "#web/charting/room-remarks.ts";
import { viewRoom } from "#web/charting/room-view.ts";
import { timeNow } from "#web/platform/clock.ts";
import { deviceName } from "#web/platform/device-name.ts";
import { useKeptAt } from "#web/platform/kept-answers.ts";
import { newId } from "#web/platform/new-id.ts";
import { useOfflineSince } from "#web/platform/online.ts";
import { useCan } from "#web/platform/session.tsx";
import { useNow } from "#web/platform/use-now.ts";
import { useUnhurried } from "#web/platform/use-unhurried.ts";
import { useUnsaved } from "#web/platform/unsaved.ts";

const takenBack = (
  events: readonly { readonly correctsId: string | null }[],
): ReadonlySet<string> =>
  new Set(events.flatMap(({ correctsId }) => (correctsId === null ? [] : [correctsId])));

/** Hears what the server says of the events of this device, and asks for the room anew. */
const useHearing = (room: SessionRoom): void => {
  const client = useQueryClient();
  const sessionId = room.session.id;
  useEffect(
    () =>
      hearDesk(sessionId, {
        onLedger: (ledger) => {
          sayRemarks(ledger, room);
          void client.invalidateQueries({ queryKey: [readSessionRoom.path] });
        },
      }),
    [client, room, sessionId],
  );
  // The question before leaving must be at hand when the network is not.
  useEffect(() => {
    void import("#web/ui/confirm-dialog.tsx").catch(() => undefined);
  }, []);
};

/** Now, and always after the last thing that happened: who left at this very moment is gone. */
const momentOf = (minute: Date, events: readonly AttendanceEvent[]): Date =>
  new Date(
    events.reduce(
      (latest, { occurredAt }) => Math.max(latest, Date.parse(occurredAt) + 1),
      minute.getTime(),
    ),
  );

/** Earlier than anything that was ever heard. */
const heardNothing = "2000-01-01T00:00:00Z";

/** An entry of this device, with what it had heard of the session by then. */
const eventOf = (happening: Happening, room: SessionRoom): NewAttendanceEvent => ({
  id: newId(),
  patientId: null,
  mode: null,
  reason: null,
  correctsId: null,
  occurredAt: timeNow().toISOString(),
  device: deviceName(),
  heardAt: room.events.reduce(
    (latest, { receivedAt }) => (Date.parse(receivedAt) > Date.parse(latest) ? receivedAt : latest),
    heardNothing,
  ),
  ...happening,
});

/** Whom the room was about, should somebody lose their seat before what was recorded of them arrives. */
const peopleIn = (room: SessionRoom) =>
  Object.fromEntries(
    room.rows.map(({ patientId, name, enrollmentId }) => [patientId, { name, enrollmentId }]),
  );

const contradictionsOf = (room: SessionRoom) =>
  contradictionsIn(
    room.events,
    new Map(room.rows.flatMap((row) => (row.note ? [[row.patientId, row.note.signedAt]] : []))),
  );

/** How old the room is, and whether the server can be reached as far as this device can tell. */
const useReach = (sessionId: string, lostSince: Date | null) => {
  const offlineSince = useOfflineSince();
  const asOf = useKeptAt(readSessionRoom, { sessionId });
  return { asOf, isCutOff: asOf !== null || lostSince !== null || offlineSince !== null };
};

/** What the desk says and does, as it is. */
const deskPart = (desk: RoomDesk, state: DeskState) => ({
  waitingCount: state.waitingCount,
  savedAt: state.savedAt,
  lostSince: state.lostSince,
  keeping: state.keeping,
  people: state.people,
  refusals: state.refusals,
  letGo: (refusal: RoomRefusal) => desk.letGo(refusal),
  sendAgain: (refusal: RoomRefusal) => desk.sendAgain(refusal),
  letDoubtsGo: () => desk.letDoubtsGo(),
  settled: () => desk.settled(),
});

/** The room as it is on this device: what the server answered, and on top of it what was done here since. */
export const useRoom = (room: SessionRoom): RoomModel => {
  const desk = deskOf(room.session.id);
  const state = useUnhurried(desk.state);
  const now = useNow();
  const mayNote = useCan("notes:write");
  const mayTap = useCan("attendance:record");
  const [acknowledged, setAcknowledged] = useState<readonly Acknowledgement[]>([]);
  useHearing(room);
  // What is kept on the device is not lost by leaving; what only this window holds is.
  useUnsaved(state.waitingCount > 0 && state.keeping === "nowhere" ? "nowhere" : "kept");
  useEffect(() => desk.meet(peopleIn(room)), [desk, room]);
  const contradictions = useMemo(() => contradictionsOf(room), [room]);
  const reach = useReach(room.session.id, state.lostSince);
  const events = useMemo(() => mergedEvents(room, state.ownEvents), [room, state.ownEvents]);
  const view = useMemo(
    () =>
      viewRoom({
        room,
        liveOf: liveLedger(room, events, momentOf(now, events)),
        acknowledged,
        shown: (place) => state.shown(place, onServer(room, place)),
      }),
    [room, state, events, now, acknowledged],
  );
  const struck = takenBack(events);
  const isOn = room.session.state !== "cancelled";
  return {
    room,
    view,
    now,
    events,
    write: (place, value, settles = []) => {
      const seen = desk.state.get().shown(place, onServer(room, place)).revision;
      desk.write(place, value, seen, settles);
    },
    happen: (...happenings) => {
      for (const happening of happenings)
        desk.record([eventOf(happening, room)], happening.occurredAt === undefined);
    },
    lastEventOf: (patientId) =>
      events.findLast(
        (event) =>
          event.patientId === patientId && event.kind !== "strike" && !struck.has(event.id),
      ),
    letStand: (one) => setAcknowledged((all) => [...all, one]),
    acknowledged,
    mayWrite: mayNote && isOn,
    mayRecord: mayTap && isOn,
    doubtful: events.filter(({ id }) => state.doubtful.includes(id)),
    contradictions,
    ...deskPart(desk, state),
    ...reach,
  };
};
