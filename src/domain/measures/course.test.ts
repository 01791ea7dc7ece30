import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coursesOf } from "#domain/measures/course.ts";
import { measurePointSchema, type MeasurePoint } from "#domain/measures/measure.ts";

const zone = "America/Denver";
const today = "2026-11-19";

const id = (place: number): string => `018f0000-0000-7000-8000-${String(place).padStart(12, "0")}`;

const asking = (place: number, given: Partial<MeasurePoint>): MeasurePoint =>
  measurePointSchema.parse({
    id: id(place),
    instrument: "phq-9",
    dueOn: "2026-11-12",
    completedAt: null,
    answers: {},
    score: null,
    band: null,
    ...given,
  });

describe("a course", () => {
  it("is none where nothing was asked", () => {
    expect(coursesOf([], today, zone)).toEqual([]);
  });

  it("stands on the day of the answer where the person is, not where the clock of the server is", () => {
    const late = asking(1, { completedAt: "2026-11-13T03:30:00Z", score: 9, band: "mild" });
    expect(coursesOf([late], today, zone)[0]?.points).toMatchObject([
      { on: "2026-11-12", state: "scored", score: 9 },
    ]);
  });

  it.each([
    ["2026-11-18", "not-answered"],
    ["2026-11-19", "due"],
    ["2026-11-26", "due"],
  ])("an asking for %s without an answer is %s, and no zero", (dueOn, state) => {
    const [course] = coursesOf([asking(1, { dueOn })], today, zone);
    expect(course?.points).toMatchObject([{ on: dueOn, state, score: null }]);
    expect(course).toMatchObject({ asked: 1, answered: 0 });
  });

  it("says which answer asked for somebody, also before the sheet is finished", () => {
    const begun = asking(1, { answers: { "1": 3, "9": 1 } });
    const calm = asking(2, { answers: { "1": 3, "9": 0 } });
    const [course] = coursesOf([begun, calm], today, zone);
    expect(course?.points.map(({ actedOn }) => actedOn)).toEqual([["9"], []]);
  });

  it("is in order, counts everything asked, and keeps the latest of very many", () => {
    const askings = fc.array(
      fc.record({ dueOn: fc.integer({ min: 0, max: 300 }), isAnswered: fc.boolean() }),
      { minLength: 1, maxLength: 500 },
    );
    fc.assert(
      fc.property(askings, (all) => {
        const points = all.map(({ dueOn, isAnswered }, place) => {
          const month = String(1 + Math.floor(dueOn / 28)).padStart(2, "0");
          const day = `2026-${month}-${String(1 + (dueOn % 28)).padStart(2, "0")}`;
          return asking(place, {
            dueOn: day,
            ...(isAnswered && { completedAt: `${day}T18:00:00Z`, score: 4, band: "minimal" }),
          });
        });
        const [course] = coursesOf(points, today, zone);
        const days = course?.points.map(({ on }) => on) ?? [];
        expect(days).toEqual(days.toSorted());
        expect(days).toHaveLength(Math.min(52, all.length));
        expect(days.at(-1)).toBe(
          points
            .map(({ dueOn }) => dueOn)
            .toSorted()
            .at(-1),
        );
        expect(course?.asked).toBe(all.length);
        expect(course?.answered).toBe(all.filter(({ isAnswered }) => isAnswered).length);
      }),
    );
  });
});
