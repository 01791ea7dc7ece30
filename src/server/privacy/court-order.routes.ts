import * as api from "#domain/privacy/court-order.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as orders from "#server/privacy/court-order.service.ts";

export const courtOrderRoutes: readonly MountedRoute[] = [
  on(api.listCourtOrders, ({ work, input }) => orders.listCourtOrders(work, input.patientId)),
  on(api.createCourtOrder, ({ work, input }) => orders.createCourtOrder(work, input)),
  on(api.endCourtOrder, ({ work, input }) => orders.endCourtOrder(work, input)),
  on(api.listCourtOrderRevisions, ({ work, input }) =>
    orders.listCourtOrderRevisions(work, input.courtOrderId),
  ),
];
