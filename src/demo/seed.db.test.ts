import { afterAll, beforeAll, expect, test } from "vitest";
import { seedDemo } from "#demo/seed.ts";
import { newId } from "#server/platform/ids.ts";
import { openTestProduct, type TestProduct } from "#test/support/test-product.ts";

let product: TestProduct;
beforeAll(async () => {
  product = await openTestProduct(() => []);
  const { pool, clock } = product;
  await seedDemo({ pool, clock, newId });
}, 180_000);
afterAll(() => product.close());

const count = async (text: string): Promise<number> => {
  const { rows } = await product.ownerPool.query<{ n: string }>(
    `select count(*) as n from ${text}`,
  );
  return Number(rows[0]?.n);
};

test("the demo has people in care in both organizations, each with a stay, a plan and diagnoses", async () => {
  expect(await count("stepwell.patient")).toBe(39);
  expect(await count("stepwell.enrollment")).toBe(39);
  expect(
    await count(
      "stepwell.enrollment e join stepwell.track t on t.id = e.track_id where t.label = 'part-2'",
    ),
  ).toBe(18);
  expect(
    await count(
      "stepwell.enrollment e join stepwell.track t on t.id = e.track_id where t.label <> e.label",
    ),
  ).toBe(0);
  expect(
    await count(
      "stepwell.enrollment e where not exists (select from stepwell.objective o where o.enrollment_id = e.id)",
    ),
  ).toBe(0);
});

test("what was signed is charged, and nothing of it is left for the server to charge again", async () => {
  expect(await count("stepwell.outbox where kind = 'service-rendered'")).toBeGreaterThan(40);
  expect(
    await count("stepwell.outbox where kind = 'service-rendered' and delivered_at is null"),
  ).toBe(0);
  expect(
    await count(
      `stepwell.member_note n join stepwell.attendance a on a.session_id = n.session_id and a.patient_id = n.patient_id
        where not exists (select from stepwell.day_charge d where d.enrollment_id = a.enrollment_id and d.service_date = a.service_date)`,
    ),
  ).toBe(0);
});

test("a second start finds it there", async () => {
  const { pool, clock } = product;
  expect(await seedDemo({ pool, clock, newId })).toBe(false);
});
