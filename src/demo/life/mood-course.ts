import type { Chance } from "#demo/life/chance.ts";
import type { Course, LifePerson } from "#demo/life/life-people.ts";

/** Whose course it is; the number tells people apart. */
export type Mood = Pick<LifePerson, "number" | "course">;

const items = ["1", "2", "3", "4", "5", "6", "7", "8"] as const;
const most = items.length * 3;

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** Where a course of this kind stands after so many weeks, from where it began. */
const expected: Readonly<Record<Course, (start: number, week: number) => number>> = {
  responds: (start, week) => 3 + (start - 3) * Math.exp(-week / 5),
  early: (start, week) => 2 + (start - 2) * Math.exp(-week / 2.2),
  plateau: (start, week) => start * (0.76 + 0.24 * Math.exp(-week / 2)),
  worse: (start, week) => start + 0.9 * week,
  wobbles: (start, week) => start - 0.7 * week + 3.2 * Math.sin(1.7 * week),
};

/** Whether somebody answers this week at all: now and then a week is left out, never the first. */
export const answersThisWeek = (chance: Chance, { number }: Mood, week: number): boolean =>
  week === 0 || chance.happens(0.88, "answers", number, week);

const dark = (chance: Chance, { number, course }: Mood, week: number, severity: number): number => {
  const isHeavy = course === "worse" ? week > 2 : severity > 17;
  const share = isHeavy ? (course === "worse" ? 0.22 : 0.16) : 0.006;
  if (!chance.happens(share, "item 9", number, week)) return 0;
  return chance.happens(0.15, "how often", number, week) ? 2 : 1;
};

/** One in fifty sheets lacks an answer, which is made up for; a few lack three, and have no score. */
const leftOut = (chance: Chance, number: number, week: number): readonly string[] => {
  if (!chance.happens(0.02, "left out", number, week)) return [];
  const first = chance.whole(0, items.length - 3, "which", number, week);
  return items.slice(first, first + (chance.happens(0.25, "how many", number, week) ? 3 : 1));
};

/**
 * What somebody answers to the nine questions and the last one in a week of their stay. Each has complaints of their own, a course
 * and good and bad weeks.
 */
export const answersOf = (chance: Chance, person: Mood, week: number): Record<string, number> => {
  const { number, course } = person;
  const start = clamp(15.5 + 3.6 * chance.around("start", number), 7, 23);
  const severity = clamp(
    expected[course](start, week) + 1.6 * chance.around("week", number, week),
    0,
    most,
  );
  const answers: Record<string, number> = {};
  for (const item of items) {
    const own = 0.55 * chance.around("complaint", number, item);
    const wobble = 0.35 * chance.around("answer", number, week, item);
    answers[item] = Math.round(
      clamp(severity / items.length + own * (severity / 14) + wobble, 0, 3),
    );
  }
  answers["9"] = dark(chance, person, week, severity);
  answers["difficulty"] = severity > 19 ? 3 : severity > 13 ? 2 : severity > 6 ? 1 : 0;
  for (const item of leftOut(chance, number, week)) delete answers[item];
  return answers;
};
