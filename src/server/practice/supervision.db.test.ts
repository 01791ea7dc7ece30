import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeStaff } from "#domain/practice/staff.api.ts";
import { openPracticeHouse, type PracticeHouse } from "#test/support/practice-house.ts";

let house: PracticeHouse;
beforeAll(async () => {
  house = await openPracticeHouse();
});
afterAll(() => house.product.close());

describe("supervision", () => {
  test("never closes on itself, directly or through others", async () => {
    const ana = await house.colleague("Ana", "Chain");
    const bo = await house.colleague("Bo", "Chain", { supervisorId: ana.id });
    const cy = await house.colleague("Cy", "Chain", { supervisorId: bo.id });
    const under = (supervisorId: string) => ({ staffId: ana.id, version: 1, supervisorId });
    expect(await house.refused(changeStaff, under(ana.id))).toMatchObject({
      status: 409,
      code: "supervision-circle",
      fields: { supervisorId: { code: "own-supervisor" } },
    });
    expect(await house.refused(changeStaff, under(cy.id))).toMatchObject({
      status: 409,
      code: "supervision-circle",
      fields: { supervisorId: { code: "supervision-circle" } },
    });
    const dee = await house.colleague("Dee", "Chain");
    expect(await house.done(changeStaff, under(dee.id))).toMatchObject({ version: 2 });
  });

  test("does not close either when both halves are written at the same time", async () => {
    const one = await house.colleague("One", "Half");
    const two = await house.colleague("Two", "Half");
    const { product, administrator } = house;
    const answers = await Promise.all([
      product.call(administrator, changeStaff, {
        staffId: one.id,
        version: 1,
        supervisorId: two.id,
      }),
      product.call(administrator, changeStaff, {
        staffId: two.id,
        version: 1,
        supervisorId: one.id,
      }),
    ]);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(1);
  });
});
