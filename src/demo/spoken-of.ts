import { serviceRenderedKind, serviceRenderedPayload } from "#domain/charting/charting.events.ts";
import {
  attendanceCorrectedKind,
  attendanceCorrectedPayload,
} from "#domain/scheduling/scheduling.events.ts";
import { deliverDue } from "#server/platform/outbox/deliver-due.ts";
import type { Errand } from "#server/platform/outbox/outbox.ts";
import type { Work } from "#server/platform/work.ts";

const sessionOf = ({ kind, payload }: Errand): string =>
  kind === serviceRenderedKind
    ? serviceRenderedPayload.parse(payload).sessionId
    : attendanceCorrectedPayload.parse(payload).sessionId;

/**
 * The sessions that billing is to hear of by the moment of the work: signed or put right. Whoever asks takes the errands over, and
 * charges these sessions together instead of one after the other.
 */
export const takeSpokenOf = async (work: Work): Promise<ReadonlySet<string>> => {
  const spokenOf = new Set<string>();
  await deliverDue(work, [
    {
      kinds: [serviceRenderedKind, attendanceCorrectedKind],
      handle: (_, errands) => {
        for (const errand of errands) spokenOf.add(sessionOf(errand));
        return Promise.resolve();
      },
    },
  ]);
  return spokenOf;
};
