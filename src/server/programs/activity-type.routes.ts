import * as api from "#domain/programs/activity-type.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import { getHistory } from "#server/platform/revision.ts";
import * as types from "#server/programs/activity-type.service.ts";

export const activityTypeRoutes: readonly MountedRoute[] = [
  on(api.listActivityTypes, ({ work, input }) => types.listActivityTypes(work, input)),
  on(api.readActivityType, ({ work, input }) => types.getActivityType(work, input.activityTypeId)),
  on(api.createActivityType, ({ work, input }) => types.createActivityType(work, input)),
  on(api.changeActivityType, ({ work, input }) => types.changeActivityType(work, input)),
  on(api.listActivityTypeRevisions, ({ work, input }) =>
    getHistory(work, "activity-type", input.activityTypeId),
  ),
  on(api.retireActivityType, ({ work, input }) => types.retireActivityType(work, input)),
  on(api.bringBackActivityType, ({ work, input }) => types.bringBackActivityType(work, input)),
];
