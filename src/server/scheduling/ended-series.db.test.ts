import { afterAll, beforeAll, expect, it } from "vitest";
import type { Input } from "#domain/contract/route.ts";
import { listSeries, retireSeries } from "#domain/scheduling/series.api.ts";
import { openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";

let house: ScheduleHouse;
beforeAll(async () => {
  house = await openScheduleHouse();
});
afterAll(() => house.product.close());

it("lists groups that meet apart from those that somebody ended or whose last day has passed", async () => {
  const plan = (startsAtWall: string, endsOn: string | null) =>
    house.series({ startsAtWall, endsOn, minutes: 60 });
  const meets = await plan("08:00", null);
  const lastDay = await plan("09:00", "2026-11-19");
  const passed = await plan("10:00", "2026-11-18");
  const retired = await plan("11:00", null);
  await house.done(house.supervisor, retireSeries, {
    seriesId: retired.id,
    version: 1,
    reason: "Summer",
  });
  await house.moveTo("2026-11-20T01:00:00Z");
  const listed = async (state: Input<typeof listSeries>["state"]) =>
    (await house.done(house.supervisor, listSeries, { state })).rows.map(({ id }) => id).toSorted();
  expect(await listed("active")).toEqual([meets.id, lastDay.id].toSorted());
  expect(await listed("retired")).toEqual([passed.id, retired.id].toSorted());
  expect(await listed("all")).toHaveLength(4);
});
