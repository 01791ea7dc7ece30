import { askedAboutHold } from "#domain/billing/charges/asked-about-hold.ts";
import type {
  ChargeValues,
  DayHold,
  HoldOwner,
  ShownHold,
  WaitsFor,
} from "#domain/billing/charges/day-charge.ts";
import { selectHeldBy } from "#server/billing/charges/hold-owner.queries.ts";
import { askedAbout } from "#server/tasks/asked.service.ts";
import type { Work } from "#server/platform/work.ts";

interface Waiting {
  readonly code: string;
  readonly owner: HoldOwner;
  readonly values: ChargeValues;
  readonly patientId: string;
}

/** For each of these holds, in their order, the one person it waits for; null where anybody of its owner's role will do. */
export const waitedFor = async (
  work: Work,
  waiting: readonly Waiting[],
): Promise<(WaitsFor | null)[]> => {
  const ofSessions = waiting.flatMap(({ values, patientId, ...hold }, place) => {
    const { sessionId } = values;
    const kind = askedAboutHold(hold);
    return typeof sessionId === "string" ? [{ place, kind, sessionId, patientId }] : [];
  });
  const found = ofSessions.length === 0 ? [] : await selectHeldBy(work, ofSessions);
  const asked = await askedAbout(
    work,
    ofSessions.map(({ sessionId }) => sessionId),
  );
  const sessions = new Map(ofSessions.map((held) => [held.place, held]));
  const byPlace = new Map(
    found.map(({ place, ...who }) => {
      const held = sessions.get(place);
      return [
        place,
        { ...who, asked: held === undefined ? null : asked(held.kind, held.sessionId) },
      ];
    }),
  );
  return waiting.map((_, place) => byPlace.get(place) ?? null);
};

/** Days with whom each of their holds waits for. */
export const withWaitedFor = async <
  Day extends { readonly patientId: string; readonly holds: readonly DayHold[] },
>(
  work: Work,
  days: readonly Day[],
): Promise<(Omit<Day, "holds"> & { holds: ShownHold[] })[]> => {
  const waiting = days.flatMap(({ patientId, holds }) =>
    holds.map((hold) => ({ ...hold, patientId })),
  );
  const who = await waitedFor(work, waiting);
  let place = 0;
  return days.map(({ holds, ...day }) => ({
    ...day,
    holds: holds.map((hold) => ({ ...hold, waitsFor: who[place++] ?? null })),
  }));
};
