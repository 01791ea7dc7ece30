import { expect, test } from "vitest";
import type { Closure } from "#domain/scheduling/closure.ts";
import { closedMeetings } from "#web/scheduling/coming-days.ts";

const thanksgiving: Closure = {
  id: "closure",
  siteId: "eastside",
  siteName: "Eastside",
  startsOn: "2026-11-26",
  endsOn: "2026-11-27",
  reason: "Thanksgiving",
  cancelledCount: 0,
  notPlannedCount: 0,
  closedBy: null,
  lifted: null,
  version: 1,
};
const closuresOf = (day: string) =>
  day >= thanksgiving.startsOn && day <= thanksgiving.endsOn ? [thanksgiving] : [];
const group = { weekdays: [1, 2, 4, 7], startsOn: "2026-09-01", endsOn: null };
const span = { from: "2026-11-23", to: "2026-12-14" };
const days = (of: Partial<Parameters<typeof closedMeetings>[0]>, planned: string[] = []) =>
  closedMeetings(
    { ...group, ...of },
    span,
    planned.map((serviceDate) => ({ serviceDate })),
    closuresOf,
  ).map(({ day }) => day);

test("a closed day on which a group would meet is said, with its closure", () => {
  expect(closedMeetings(group, span, [], closuresOf)).toEqual([
    { day: "2026-11-26", closures: [thanksgiving] },
  ]);
  expect(days({ weekdays: [4, 5] })).toEqual(["2026-11-26", "2026-11-27"]);
});

test("nothing is said of days on which it would not meet, or whose called off session stands there already", () => {
  expect(days({ weekdays: [1, 2, 7] })).toEqual([]);
  expect(days({ endsOn: "2026-11-25" })).toEqual([]);
  expect(days({ startsOn: "2026-11-27" })).toEqual([]);
  expect(days({}, ["2026-11-26"])).toEqual([]);
});
