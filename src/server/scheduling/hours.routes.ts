import * as api from "#domain/scheduling/hours.api.ts";
import { listMissedSeats, listSeats } from "#domain/scheduling/seat.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as hours from "#server/scheduling/hours.service.ts";

export const hoursRoutes: readonly MountedRoute[] = [
  on(api.readHours, ({ work, input }) => hours.readHours(work, input)),
  on(api.listHours, ({ work, input }) => hours.listHours(work, input)),
  on(listMissedSeats, ({ work, input }) => hours.listMissedSeats(work, input)),
  on(listSeats, ({ work, input }) => hours.listSeats(work, input)),
];
