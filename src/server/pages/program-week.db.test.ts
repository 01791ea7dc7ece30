import { afterAll, beforeAll, expect, test } from "vitest";
import { publicPrograms } from "#server/pages/programs.queries.ts";
import { openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";

let house: ScheduleHouse;
beforeAll(async () => {
  house = await openScheduleHouse();
});
afterAll(() => house.product.close());

test("a group reads by its name for the public, and else by its own", async () => {
  const [spoken, plain] = ["SUD evenings, adults", "Yoga"];
  await house.series({ name: spoken, publicName: "Evenings without alcohol" });
  await house.series({ name: plain, startsAtWall: "08:00", minutes: 50 });
  await house.product.ownerPool.query(
    "update stepwell.program set is_listed = true where id = $1",
    [house.programId],
  );
  const programs = await house.product.inside(house.here, ({ tx, organizationId }) =>
    publicPrograms(tx, organizationId, "2026-11-19"),
  );
  const names = programs.flatMap(({ week }) => week.map(({ name }) => name));
  expect(names).toEqual([plain, "Evenings without alcohol"]);
});
