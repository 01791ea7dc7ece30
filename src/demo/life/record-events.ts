import { recordAttendance } from "#domain/scheduling/attendance.api.ts";
import type { LifeEvent } from "#demo/life/life-evening.ts";
import type { Work } from "#server/platform/work.ts";
import * as attendance from "#server/scheduling/attendance.service.ts";

/** Puts what happened in a session into the ledger with one batch, as a tablet does that had no network. */
export const record = async (
  work: Work,
  sessionId: string,
  events: readonly (LifeEvent & { readonly patientId: string | null })[],
): Promise<void> => {
  const withIds = events.map((event) => ({ ...event, id: work.newId() }));
  const input = recordAttendance.input.parse({ sessionId, events: withIds });
  await attendance.recordAttendance(work, input);
};
