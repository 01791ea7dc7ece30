import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { Acknowledgement } from "#domain/charting/guard-finding.ts";
import type { DraftField } from "#domain/charting/note-draft.ts";
import { readSessionRoom } from "#domain/charting/session-room.api.ts";
import type { SessionRoom } from "#domain/charting/session-room.ts";
import type { AttendanceEvent, NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import { deskOf, hearDesk } from "#web/charting/room-desk.ts";
import type { Place } from "#web/charting/room-draft.ts";
import { liveLedger, mergedEvents } from "#web/charting/room-ledger.ts";
import type { Happening, RoomModel } from "#web/charting/room-model.ts";
import { sayRemarks } from "#web/charting/room-remarks.ts";
import { viewRoom } from "#web/charting/room-view.ts";
import { newId } from "#web/platform/new-id.ts";
import { useCan } from "#web/platform/session.tsx";
import { useNow } from "#web/platform/use-now.ts";
import { useUnsaved } from "#web/platform/unsaved.ts";
import { useWaiting } from "#web/platform/waiting-changes.ts";

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

const serverField = (room: SessionRoom, place: Place): DraftField | undefined => {
  const fields =
    place.patientId === null
      ? room.shared.draft.fields
      : room.rows.find(({ patientId }) => patientId === place.patientId)?.draft.fields;
  return Object.entries(fields ?? {}).find(([name]) => name === place.field)?.[1];
};

/** Now, and always after the last thing that happened: who left at this very moment is gone. */
const momentOf = (minute: Date, events: readonly AttendanceEvent[]): Date =>
  new Date(
    events.reduce(
      (latest, { occurredAt }) => Math.max(latest, Date.parse(occurredAt) + 1),
      minute.getTime(),
    ),
  );

const eventOf = (happening: Happening): NewAttendanceEvent => ({
  id: newId(),
  patientId: null,
  mode: null,
  reason: null,
  correctsId: null,
  occurredAt: new Date().toISOString(),
  ...happening,
});

/** The room as it is on this device: what the server answered, and on top of it what was done here since. */
export const useRoom = (room: SessionRoom): RoomModel => {
  const desk = deskOf(room.session.id);
  const state = desk.state.use();
  const now = useNow();
  const mayNote = useCan("notes:write");
  const mayTap = useCan("attendance:record");
  const [acknowledged, setAcknowledged] = useState<readonly Acknowledgement[]>([]);
  useHearing(room);
  useWaiting(state.waitingCount);
  useUnsaved(state.waitingCount > 0);
  const events = useMemo(() => mergedEvents(room, state.ownEvents), [room, state.ownEvents]);
  const view = useMemo(
    () =>
      viewRoom({
        room,
        liveOf: liveLedger(room, events, momentOf(now, events)),
        acknowledged,
        shown: (place) => state.shown(place, serverField(room, place)),
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
      const seen = state.shown(place, serverField(room, place)).revision;
      desk.write(place, value, seen, settles);
    },
    happen: (...happenings) => desk.record(happenings.map(eventOf)),
    lastEventOf: (patientId) =>
      events.findLast(
        (event) =>
          event.patientId === patientId && event.kind !== "strike" && !struck.has(event.id),
      ),
    letStand: (one) => setAcknowledged((all) => [...all, one]),
    acknowledged,
    mayWrite: mayNote && isOn,
    mayRecord: mayTap && isOn,
    waitingCount: state.waitingCount,
    savedAt: state.savedAt,
    lostSince: state.lostSince,
    refusals: state.refusals,
    letRefusalsGo: desk.letRefusalsGo,
    settled: desk.settled,
  };
};
