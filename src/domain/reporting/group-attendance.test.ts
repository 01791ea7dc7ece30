import { expect, test } from "vitest";
import { comparedWeeks, sumOfWeeks } from "#domain/reporting/group-attendance.ts";

test("the last four weeks that are over are held against the four before", () => {
  const weeks = Array.from({ length: 12 }, (_, place) => place + 1);
  expect(comparedWeeks(weeks)).toEqual({ latest: [8, 9, 10, 11], before: [4, 5, 6, 7] });
});

test("weeks are added up by what became of their seats", () => {
  const week = { attended: 8, excused: 1, absent: 2, unmarked: 0, sessions: 3, calledOff: 1 };
  expect(sumOfWeeks([week, week])).toEqual({
    attended: 16,
    excused: 2,
    absent: 4,
    unmarked: 0,
    sessions: 6,
    calledOff: 2,
  });
  expect(sumOfWeeks([])).toMatchObject({ attended: 0, sessions: 0 });
});
