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

const numberOf = async (text: string): Promise<number> => {
  const { rows } = await product.ownerPool.query<{ n: number }>(
    `select count(*) as n from ${text}`,
  );
  return rows[0]?.n ?? 0;
};

test("everybody who was there has a signed note, each with a sentence of their own", async () => {
  const notes = await numberOf("stepwell.member_note");
  expect(notes).toBeGreaterThan(100);
  expect(
    await numberOf("(select distinct patient_id, sentence from stepwell.member_note) one"),
  ).toBe(notes);
  // Two people may once be seen alike.
  expect(
    await numberOf("(select distinct organization_id, sentence from stepwell.member_note) one"),
  ).toBeGreaterThan(notes * 0.95);
  expect(await numberOf("stepwell.session_note")).toBeGreaterThan(10);
});

test("an intern's notes wait for the supervisor", async () => {
  expect(await numberOf("stepwell.member_note where needs_cosignature")).toBeGreaterThan(3);
});
