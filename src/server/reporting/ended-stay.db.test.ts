import { afterAll, beforeAll, expect, test } from "vitest";
import { listEndedStays } from "#domain/reporting/ended-stay.api.ts";
import { figuresOfEnded } from "#domain/reporting/ended-stay.ts";
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

const end = async (name: readonly [string, string], stay: Readonly<Record<string, string>>) => {
  const { enrollmentId } = await house.member(...name);
  await house.run(
    "update stepwell.enrollment set admitted_on = $3, ended_on = $4, end_reason = $5, label = $6 where organization_id = $1 and id = $2",
    enrollmentId,
    stay["from"],
    stay["to"],
    stay["reason"],
    stay["label"] ?? "part-2",
  );
};

test("stays that ended in ninety days are listed, the latest first; another range tells others, and none tells days to come", async () => {
  const director = await house.product.addPerson(house.here, ["director"]);
  await house.member("Di", "Sorrel");
  await end(["Ana", "Marlowe"], { from: "2026-09-21", to: "2026-11-19", reason: "completed" });
  await end(["Bo", "Quill"], { from: "2026-11-09", to: "2026-11-12", reason: "no-contact" });
  await end(["Cy", "Redfern"], { from: "2026-06-01", to: "2026-08-01", reason: "moved" });

  const asked = (input: { from?: string; to?: string }) =>
    house.done(director, listEndedStays, input);
  const named = async (input: { from?: string; to?: string }) =>
    (await asked(input)).rows.map(({ name }) => name);
  expect(await named({})).toEqual(["Ana Marlowe", "Bo Quill"]);
  const first = await asked({ to: "2027-01-31" });
  expect(first).toMatchObject({ from: "2026-08-22", to: "2026-11-19", isCut: false });
  expect(first.rows[0]).toMatchObject({
    admittedOn: "2026-09-21",
    endedOn: "2026-11-19",
    endReason: "completed",
  });
  expect(figuresOfEnded(first.rows)).toMatchObject({ ended: 2, early: 1, leftCare: 2 });
  expect(await named({ from: "2026-07-01", to: "2026-08-31" })).toEqual(["Cy Redfern"]);
  expect(await named({ from: "2026-11-19", to: "2026-11-01" })).toEqual([]);
});

test("a stay that one may not see by its label is neither listed nor counted", async () => {
  const stay = { from: "2026-10-05", to: "2026-11-18", reason: "against-advice" };
  await end(["Eli", "Thorne"], { ...stay, label: "restricted" });
  const namesFor = async (role: "director" | "admissions") => {
    const person = await house.product.addPerson(house.here, [role]);
    return (await house.done(person, listEndedStays, {})).rows.map(({ name }) => name);
  };
  expect(await namesFor("director")).toContain("Eli Thorne");
  expect(await namesFor("admissions")).toEqual(["Ana Marlowe", "Bo Quill"]);
});
