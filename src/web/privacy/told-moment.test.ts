import { expect, test } from "vitest";
import { toldMomentProblem } from "#web/privacy/told-moment.ts";

const present = {
  zone: "America/Denver",
  now: new Date("2026-11-19T20:30:00Z"),
  today: "2026-11-19",
};
const found = (day: string, hour: string) => toldMomentProblem({ day, hour }, present);

test("what was told was told before now, on the wall of the place", () => {
  expect(found("2026-11-19", "13:30")).toEqual({});
  expect(found("2026-11-18", "23:59")).toEqual({});
});

test("a day ahead is told beside the day, an hour ahead beside the hour", () => {
  expect(found("2026-11-20", "08:00")).toEqual({ day: { code: "in-the-future" } });
  expect(found("2026-11-19", "13:31")).toEqual({ hour: { code: "in-the-future" } });
});

test("a year of six digits is no day, and what is empty is left to whoever asks for it", () => {
  expect(found("112026-11-19", "08:00")).toEqual({ day: { code: "not-a-date" } });
  expect(found("", "08:00")).toEqual({});
  expect(found("2026-11-19", "")).toEqual({});
});
