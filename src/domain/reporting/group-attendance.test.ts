import { expect, test } from "vitest";
import {
  comparedWeeks,
  earlierWeeks,
  sumOfWeeks,
  weeksWorthAColumn,
} from "#domain/reporting/group-attendance.ts";

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

test("the running week has a column once a session of it was held or called off", () => {
  const none = { attended: 0, excused: 0, absent: 0, unmarked: 0, sessions: 0, calledOff: 0 };
  const rowWith = (running: Partial<typeof none>) => ({
    seriesId: null,
    name: null,
    programName: null,
    reasons: [],
    weeks: [
      { startsOn: "2026-11-16", ...none },
      { startsOn: "2026-11-23", ...none, ...running },
    ],
  });
  expect(weeksWorthAColumn([])).toEqual([]);
  expect(weeksWorthAColumn([rowWith({}), rowWith({})])).toEqual(["2026-11-16"]);
  const both = ["2026-11-16", "2026-11-23"];
  expect(weeksWorthAColumn([rowWith({}), rowWith({ sessions: 1 })])).toEqual(both);
  expect(weeksWorthAColumn([rowWith({ calledOff: 1 })])).toEqual(both);
});

test("the earlier weeks and those that are compared are all weeks but the running one", () => {
  const weeks = [...Array(12).keys()];
  const { latest, before } = comparedWeeks(weeks);
  expect([...earlierWeeks(weeks), ...before, ...latest]).toEqual(weeks.slice(0, -1));
  expect(earlierWeeks([1, 2, 3])).toEqual([]);
});
