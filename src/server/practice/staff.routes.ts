import * as api from "#domain/practice/staff.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import { getHistory } from "#server/platform/revision.ts";
import * as staff from "#server/practice/staff.service.ts";

export const staffRoutes: readonly MountedRoute[] = [
  on(api.listStaff, ({ work, input }) => staff.listStaff(work, input)),
  on(api.readStaff, ({ work, input }) => staff.getStaff(work, input.staffId)),
  on(api.createStaff, ({ work, input }) => staff.createStaff(work, input)),
  on(api.changeStaff, ({ work, input }) => staff.changeStaff(work, input)),
  on(api.listStaffRevisions, ({ work, input }) => getHistory(work, "staff", input.staffId)),
  on(api.retireStaff, ({ work, input }) => staff.retireStaff(work, input)),
  on(api.bringBackStaff, ({ work, input }) => staff.bringBackStaff(work, input)),
];
