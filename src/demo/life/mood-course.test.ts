import { describe, expect, test } from "vitest";
import { phq9 } from "#domain/measures/instruments/phq-9.ts";
import { scoreOf } from "#domain/measures/instruments/score.ts";
import { Chance } from "#demo/life/chance.ts";
import { courses, type Course } from "#demo/life/life-people.ts";
import { planLife } from "#demo/life/life-plan.ts";
import { answersOf } from "#demo/life/mood-course.ts";

const chance = new Chance(1);
const { people } = planLife({ seed: 1, today: "2026-11-22", weeks: 52, members: 200 });
const weeks = [0, 1, 2, 3, 4, 5, 6, 7, 8];

const scoresOf = (person: (typeof people)[number]): number[] =>
  weeks.map((week) => {
    const scored = scoreOf(phq9, answersOf(chance, person, week));
    return "score" in scored ? scored.score : Number.NaN;
  });

const isScored = (score: number | undefined): score is number =>
  score !== undefined && !Number.isNaN(score);

const meanOf = (course: Course, week: number): number => {
  const own = people
    .filter((person) => person.course === course)
    .map((person) => scoresOf(person)[week])
    .filter(isScored);
  return own.reduce((sum, score) => sum + score, 0) / own.length;
};

describe("courses of low mood", () => {
  test("nearly every sheet can be scored; now and then too much is left out", () => {
    const all = people.flatMap(scoresOf);
    const scored = all.filter(isScored);
    for (const score of scored) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(27);
    }
    expect(scored.length).toBeLessThan(all.length);
    expect(scored.length / all.length).toBeGreaterThan(0.985);
  });

  test.each(courses.map((course) => [course] as const))(
    "%s begins between mild and severe",
    (course) => {
      expect(meanOf(course, 0)).toBeGreaterThan(11);
      expect(meanOf(course, 0)).toBeLessThan(21);
    },
  );

  test("some respond by half, some stay, some get worse", () => {
    expect(meanOf("responds", 8)).toBeLessThan(meanOf("responds", 0) * 0.6);
    expect(meanOf("early", 3)).toBeLessThan(meanOf("responds", 3));
    expect(meanOf("plateau", 8)).toBeGreaterThan(meanOf("plateau", 0) * 0.6);
    expect(meanOf("worse", 8)).toBeGreaterThan(meanOf("worse", 0));
  });

  test("no two weeks of most people are alike, and few think of death", () => {
    const sheets = people.flatMap((person) => weeks.map((week) => answersOf(chance, person, week)));
    const dark = sheets.filter((answers) => (answers["9"] ?? 0) > 0).length / sheets.length;
    expect(dark).toBeGreaterThan(0.005);
    expect(dark).toBeLessThan(0.09);
    const steady = people.filter((person) => new Set(scoresOf(person)).size < 4).length;
    expect(steady / people.length).toBeLessThan(0.1);
  });
});
