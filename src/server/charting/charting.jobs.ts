import { serviceRenderedKind, serviceRenderedPayload } from "#domain/charting/charting.events.ts";
import { announce } from "#server/platform/live/announce.ts";
import type { ErrandHandler } from "#server/platform/outbox/outbox.ts";

/**
 * What hears that a service was rendered. Until billing listens it only tells the open screens; billing adds itself beside it, and
 * may hear the same event more than once.
 */
export const chartingJobs: readonly ErrandHandler[] = [
  {
    kind: serviceRenderedKind,
    handle: async (work, errand) => {
      const { sessionId } = serviceRenderedPayload.parse(errand.payload);
      await announce(work, "note", sessionId);
    },
  },
];
