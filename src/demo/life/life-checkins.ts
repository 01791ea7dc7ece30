import { openFrom } from "#demo/holidays.ts";
import {
  dayAfter,
  daysFrom,
  momentOf,
  runsOn,
  type Act,
  type LifeDay,
} from "#demo/life/life-day.ts";
import { lookAfter } from "#demo/life/life-crisis.ts";
import type { LifeStay } from "#demo/life/life-plan.ts";
import { answersOf, answersThisWeek } from "#demo/life/mood-course.ts";
import { enterSheet } from "#server/measures/answer-sheet.service.ts";
import { askMeasure } from "#server/measures/measure.service.ts";
import type { Work } from "#server/platform/work.ts";

/** The day of the first one, and every seventh after it; instead of a holiday the next day that is none. */
const weekOn = ({ plan: { daysOff } }: LifeDay, stay: LifeStay, day: string): number | null => {
  if (!runsOn(stay, day)) return null;
  const days = daysFrom(stay.admittedOn, day);
  const due = dayAfter(day, -(days % 7));
  return openFrom(daysOff, due) === day ? Math.floor(days / 7) : null;
};

const fill = async (work: Work, day: LifeDay, stay: LifeStay, week: number): Promise<void> => {
  const known = day.house.stay(stay);
  if (known === undefined) return;
  const of = { ...known, instrument: "phq-9", dueOn: day.day } as const;
  if (!answersThisWeek(day.chance, stay.person, week)) {
    await askMeasure(work, of);
    return;
  }
  const startedAt = work.now.subtract({ seconds: 140 }).toString();
  const answers = answersOf(day.chance, stay.person, week);
  const language = stay.person.language === "es" ? "es" : "en";
  const sheet = { ...of, answers, startedAt, language, answeredBy: "self" } as const;
  const calls = await enterSheet(work, sheet);
  day.count("sheets");
  if (calls.length > 0) {
    const answer = { patientId: known.patientId, of: [stay.person.number, day.day] };
    await lookAfter(work, day.chance, day.house.lead(stay.group), answer);
  }
};

/** The weekly check-ins of the day: before the group, or in the morning. */
export const checkInsOf = (day: LifeDay): readonly Act[] =>
  day.plan.stays.flatMap((stay): Act[] => {
    const week = weekOn(day, stay, day.day);
    if (week === null) return [];
    const wall = stay.level === "iop" ? stay.group.startsAtWall : "09:30";
    const early = day.chance.whole(5, 60, "check-in", stay.person.number, day.day);
    const app = { accountId: null, name: `${stay.person.givenName} ${stay.person.familyName}` };
    return [
      {
        at: momentOf(stay.group.zone, day.day, wall).subtract({ minutes: early }),
        what: "check in",
        run: (work) => fill({ ...work, actor: { ...work.actor, ...app } }, day, stay, week),
      },
    ];
  });
