import { expect, test } from "vitest";
import { crowdingSaid } from "#web/charting/crowding-said.ts";

const since = "2026-11-12T17:19:00Z";
const limits = { seats: 9, led: 8 };
const [both, seats, led] = [
  { seats: true, led: true },
  { seats: true, led: false },
  { seats: false, led: true },
];

test("a crowd beyond seats and beyond those who lead is said once", () => {
  const earlier = crowdingSaid(3, { people: 10, since }, limits);
  expect(earlier).toEqual([{ people: 10, since, beyond: both }]);
  const now = crowdingSaid(10, { people: 11, since }, limits);
  expect(now).toEqual([{ people: 10, since: null, beyond: both }]);
});

test("what still holds is said of now, and only what is over of then", () => {
  expect(crowdingSaid(9, { people: 10, since }, limits)).toEqual([
    { people: 9, since: null, beyond: led },
    { people: 10, since, beyond: seats },
  ]);
});

test("nothing is said of as many as there are seats, of an activity without a ratio, nor of an empty room", () => {
  expect(crowdingSaid(8, { people: 8, since }, limits)).toEqual([]);
  expect(crowdingSaid(9, { people: 9, since }, { ...limits, led: null })).toEqual([]);
  expect(crowdingSaid(0, { people: 0, since: null }, limits)).toEqual([]);
});
