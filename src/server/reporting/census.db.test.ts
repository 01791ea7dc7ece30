import { afterAll, beforeAll, expect, test } from "vitest";
import { listCensus } from "#domain/reporting/census.api.ts";
import { reportingRoutes } from "#server/reporting/reporting.routes.ts";
import { openChargeHouse, type ChargeHouse } from "#test/support/charge-house.ts";

let house: ChargeHouse;

beforeAll(async () => {
  house = await openChargeHouse(
    {},
    reportingRoutes({ installation: { demo: () => Promise.resolve(null) } }),
  );
});
afterAll(() => house.close());

test("whoever left this week is listed with why, a change of level apart from a stay broken off", async () => {
  const director = await house.product.addPerson(house.here, ["director"]);
  const left = async () =>
    (await house.done(director, listCensus, { part: "left" })).rows.map((row) => ({
      name: row.name,
      endReason: row.endReason,
    }));
  const end = async (givenName: string, familyName: string, reason: string) => {
    const { enrollmentId } = await house.member(givenName, familyName);
    await house.run(
      "update stepwell.enrollment set ended_on = $3, end_reason = $4 where organization_id = $1 and id = $2",
      enrollmentId,
      "2026-11-19",
      reason,
    );
  };
  expect(await left()).toEqual([]);
  await end("Ana", "Marlowe", "transfer");
  await end("Bo", "Quill", "against-advice");
  expect(await left()).toEqual([
    { name: "Ana Marlowe", endReason: "transfer" },
    { name: "Bo Quill", endReason: "against-advice" },
  ]);

  const weekOf = (on: string) => house.done(director, listCensus, { part: "left", on });
  expect(await weekOf("2026-11-18")).toMatchObject({
    startsOn: "2026-11-16",
    on: "2026-11-19",
    people: 2,
    counts: { "in-care": 2, came: 0, left: 2 },
  });
  expect(await weekOf("2026-11-11")).toEqual({
    startsOn: "2026-11-09",
    on: "2026-11-15",
    people: 0,
    counts: { "in-care": 2, came: 0, left: 0 },
    rows: [],
  });
  const before = await house.done(director, listCensus, { part: "in-care", on: "2026-11-11" });
  expect(before.rows.map(({ name }) => name)).toEqual(["Ana Marlowe", "Bo Quill"]);
});
