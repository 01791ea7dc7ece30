import * as api from "#domain/scheduling/attendance.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import { addAttendee } from "#server/scheduling/attendee.service.ts";
import * as attendance from "#server/scheduling/attendance.service.ts";

export const attendanceRoutes: readonly MountedRoute[] = [
  on(api.recordAttendance, ({ work, input }) => attendance.recordAttendance(work, input)),
  on(api.correctAttendance, ({ work, input }) => attendance.correctAttendance(work, input)),
  on(api.listAttendanceEvents, ({ work, input }) => attendance.listAttendanceEvents(work, input)),
  on(api.addAttendee, ({ work, input }) => addAttendee(work, input)),
];
