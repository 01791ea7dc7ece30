import { askedAboutHold } from "#domain/billing/charges/asked-about-hold.ts";
import type {
  ChargeValues,
  DayHold,
  HoldOwner,
  ShownHold,
  WaitsFor,
} from "#domain/billing/charges/day-charge.ts";
import { selectHeldBy } from "#server/billing/charges/hold-owner.queries.ts";
import { valuesInScope } from "#server/billing/charges/hold-scope.service.ts";
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

interface DayHeld {
  readonly patientId: string;
  readonly enrollmentId: string;
  readonly serviceDate: string;
  readonly payerName: string | null;
  readonly holds: readonly DayHold[];
}

/** The holds of each of these days as they are shown: with whom each waits for, and what its sentence names. */
export const shownHoldsOf = async (
  work: Work,
  days: readonly DayHeld[],
): Promise<readonly ShownHold[][]> => {
  const waiting = days.flatMap(({ holds, ...day }) => holds.map((hold) => ({ ...day, ...hold })));
  const who = await waitedFor(work, waiting);
  const values = await valuesInScope(work, waiting);
  let place = 0;
  return days.map(({ holds }) =>
    holds.map((hold) => {
      const shown = { ...hold, values: values[place] ?? hold.values, waitsFor: who[place] ?? null };
      place += 1;
      return shown;
    }),
  );
};
