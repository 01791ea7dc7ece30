import { Problem } from "#domain/contract/problem.ts";
import { admissionsOf } from "#demo/life/life-admissions.ts";
import { checkInsOf } from "#demo/life/life-checkins.ts";
import { cosigningOf } from "#demo/life/life-cosigning.ts";
import { dayAfter, type Act, type LifeDay } from "#demo/life/life-day.ts";
import { exchangesOf } from "#demo/life/life-exchange.ts";
import { hourName, hoursOf } from "#demo/life/life-hours.ts";
import { correctionsOf, incidentsOf } from "#demo/life/life-incidents.ts";
import { closeSavepoint, openSavepoint } from "#demo/life/life-mark.queries.ts";
import { makeUpsOf } from "#demo/life/life-make-ups.ts";
import { signaturesOf, signingDays } from "#demo/life/life-notes.ts";
import { officeOf } from "#demo/life/life-office.ts";
import { papersOf } from "#demo/life/life-privacy.ts";
import { asidesOf, pulledOutName } from "#demo/life/life-pulled-out.ts";
import { groupsOf } from "#demo/life/life-sessions.ts";
import { listLifeSessions, type LifeSession } from "#demo/life/life-sessions.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** What was refused and left out, by what it was and why. */
export type Refused = (what: string, code: string) => void;

const inOrder = (acts: readonly Act[]): readonly Act[] =>
  acts.toSorted((one, other) => one.at.epochMilliseconds - other.at.epochMilliseconds);

/** Does one thing under a savepoint: what is refused leaves no trace, and the day goes on. */
const doCarefully = async (work: Work, act: Act, refused: Refused): Promise<void> => {
  await openSavepoint(work);
  try {
    await act.run(work);
    await closeSavepoint(work, true);
  } catch (error) {
    await closeSavepoint(work, false);
    if (!(error instanceof Problem)) throw error;
    refused(act.what, error.code);
  }
};

interface LivingDay extends Omit<LifeDay, "sessions"> {
  /** Null: what is refused stops the day. */
  readonly refused: Refused | null;
}

const doAll = async (work: Work, day: LivingDay, acts: readonly Act[]): Promise<void> => {
  for (const act of inOrder(acts)) {
    if (act.at.epochMilliseconds > day.until.epochMilliseconds) continue;
    const then: Work = { ...work, now: act.at, requestId: work.newId() };
    if (day.refused === null) await act.run(then);
    else await doCarefully(then, act, day.refused);
  }
};

const sessionsOf = (work: Work, { plan, house, day }: LivingDay): Promise<readonly LifeSession[]> =>
  listLifeSessions(work, {
    seriesIds: plan.groups.map((group) => house.series(group)),
    names: [hourName, pulledOutName],
    from: dayAfter(day, -signingDays),
    to: day,
  });

/**
 * Lives one day: what is known in the morning, then who comes and what happens, then what is written of it. Every act stands at its
 * own moment, and none after `until`.
 */
export const liveDay = async (work: Work, day: LivingDay): Promise<void> => {
  const look = async (): Promise<LifeDay> => ({ ...day, sessions: await sessionsOf(work, day) });
  const dawn = await look();
  const incidents = incidentsOf(dawn);
  await doAll(work, day, incidents);
  const morning = incidents.length === 0 ? dawn : await look();
  const [coming, leaving] = admissionsOf(morning);
  const rest = [checkInsOf, groupsOf, makeUpsOf, hoursOf, asidesOf, papersOf, exchangesOf].flatMap(
    (of) => of(morning),
  );
  await doAll(work, day, [...coming, ...rest]);
  const evening = await look();
  const written = [
    ...signaturesOf(evening, evening.sessions),
    ...correctionsOf(evening),
    ...cosigningOf(evening),
    ...leaving,
    ...officeOf(evening),
  ];
  await doAll(work, day, written);
};
