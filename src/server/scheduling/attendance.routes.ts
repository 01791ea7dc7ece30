import type { SessionLedger } from "#domain/scheduling/attendance.api.ts";
import * as api from "#domain/scheduling/attendance.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import { addAttendee } from "#server/scheduling/attendee.service.ts";
import * as attendance from "#server/scheduling/attendance.service.ts";

/** Answers what whoever asked may see; the trail names everybody whose minutes moved. */
const shown = async (
  { concerns }: { concerns(patientIds: Iterable<string>): void },
  recording: Promise<attendance.RecordedLedger>,
): Promise<SessionLedger> => {
  const { ledger, concerned } = await recording;
  concerns(concerned);
  return ledger;
};

export const attendanceRoutes: readonly MountedRoute[] = [
  on(api.recordAttendance, (asked) =>
    shown(asked, attendance.recordAttendance(asked.work, asked.input)),
  ),
  on(api.correctAttendance, (asked) =>
    shown(asked, attendance.correctAttendance(asked.work, asked.input)),
  ),
  on(api.listAttendanceEvents, ({ work, input }) => attendance.listAttendanceEvents(work, input)),
  on(api.addAttendee, (asked) => shown(asked, addAttendee(asked.work, asked.input))),
];
