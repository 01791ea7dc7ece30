import { serviceRenderedKind, serviceRenderedPayload } from "#domain/charting/charting.events.ts";
import { announce } from "#server/platform/live/announce.ts";
import type { ErrandHandler } from "#server/platform/outbox/outbox.ts";

/**
 * Tells the open screens that a service was rendered. Billing hears the same event beside it.
 */
export const chartingJobs: readonly ErrandHandler[] = [
  {
    kind: serviceRenderedKind,
    handle: async (work, errand) => {
      const { sessionId } = serviceRenderedPayload.parse(errand.payload);
      announce(work, "note", sessionId);
    },
  },
];
