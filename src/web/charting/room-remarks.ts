import { i18n } from "@lingui/core";
import type { SessionRoom } from "#domain/charting/session-room.ts";
import type { SessionLedger } from "#domain/scheduling/attendance.api.ts";
import { crowdings } from "#domain/scheduling/crowding.ts";
import { remarkWords } from "#web/charting/attendance-words.ts";
import { deskOf } from "#web/charting/room-desk.ts";
import { notify } from "#web/platform/notices.ts";

const isCrowding = (code: string): boolean => crowdings.some((one) => one === code);

/**
 * Says what the ledger kept without crediting it: nothing is refused silently, nothing is lost. A crowded room lost nobody anything
 * and stands at the top of it: that is said in passing.
 */
export const sayRemarks = (ledger: SessionLedger, room: SessionRoom): void => {
  const own = deskOf(room.session.id).state.get().ownEvents;
  for (const { eventId, code } of ledger.remarks) {
    const words = remarkWords[code];
    const event = own.find(({ id }) => id === eventId);
    // A leaving that was said again, with its reason.
    if (event?.kind === "leave" && event.reason !== null) continue;
    const patientId = event?.patientId;
    const name = room.rows.find((row) => row.patientId === patientId)?.name ?? room.session.name;
    if (words)
      notify({
        text: i18n._({ ...words, values: { name } }),
        tone: isCrowding(code) ? "done" : "risk",
      });
  }
};
