import { serviceRenderedKind, serviceRenderedPayload } from "#domain/charting/charting.events.ts";
import {
  attendanceCorrectedKind,
  attendanceCorrectedPayload,
} from "#domain/scheduling/scheduling.events.ts";
import { chargeSessions } from "#server/billing/charges/day-charge.service.ts";
import type { ErrandHandler } from "#server/platform/outbox/outbox.ts";

/** What billing hears of care: what was signed, cosigned, corrected or retracted, and minutes that were put right. */
export const chargesJobs: readonly ErrandHandler[] = [
  {
    kind: serviceRenderedKind,
    handle: async (work, errand) => {
      await chargeSessions(work, [serviceRenderedPayload.parse(errand.payload).sessionId]);
    },
  },
  {
    kind: attendanceCorrectedKind,
    handle: async (work, errand) => {
      await chargeSessions(work, [attendanceCorrectedPayload.parse(errand.payload).sessionId]);
    },
  },
];
