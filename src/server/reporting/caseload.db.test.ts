import { afterAll, beforeAll, expect, test } from "vitest";
import { listStaff, readStaff } from "#domain/practice/staff.api.ts";
import { listCensus } from "#domain/reporting/census.api.ts";
import { staffRoutes } from "#server/practice/staff.routes.ts";
import { reportingRoutes } from "#server/reporting/reporting.routes.ts";
import { openChargeHouse, type ChargeHouse } from "#test/support/charge-house.ts";

let house: ChargeHouse;

beforeAll(async () => {
  house = await openChargeHouse({}, [
    ...staffRoutes,
    ...reportingRoutes({ installation: { demo: () => Promise.resolve(null) } }),
  ]);
});
afterAll(() => house.close());

test("a colleague has as many members as the census has for them, and no count tells what a label hides", async () => {
  const { therapist } = house;
  const members = [
    await house.member("Ana", "Marlowe"),
    await house.member("Bo", "Quill"),
    await house.member("Cy", "Redfern"),
  ];
  for (const { enrollmentId } of members)
    await house.run(
      "update stepwell.enrollment set therapist_staff_id = $3 where organization_id = $1 and id = $2",
      enrollmentId,
      therapist.staffId,
    );
  const [, bo, cy] = members;
  await house.run(
    "update stepwell.enrollment set ended_on = '2026-11-10', end_reason = 'completed' where organization_id = $1 and id = $2",
    bo?.enrollmentId,
  );
  await house.run(
    "update stepwell.enrollment set label = 'restricted' where organization_id = $1 and id = $2",
    cy?.enrollmentId,
  );
  const countFor = async (role: "director" | "admissions" | "auditor") => {
    const person = await house.product.addPerson(house.here, [role]);
    const { rows } = await house.done(person, listStaff, { sort: "members", order: "desc" });
    const one = await house.done(person, readStaff, { staffId: therapist.staffId });
    expect(rows.find(({ id }) => id === therapist.staffId)?.memberCount).toBe(one.memberCount);
    return { first: rows[0]?.id, count: one.memberCount };
  };
  const director = await house.product.addPerson(house.here, ["director"]);
  const census = await house.done(director, listCensus, {});
  expect(await countFor("director")).toEqual({ first: therapist.staffId, count: census.people });
  expect(census.people).toBe(2);
  expect((await countFor("admissions")).count).toBe(1);
  expect((await countFor("auditor")).count).toBeNull();
});
