import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#server/platform/ids.ts";
import { openTestProduct, type TestProduct } from "#test/support/test-product.ts";

let product: TestProduct;
beforeAll(async () => {
  product = await openTestProduct(() => []);
});
afterAll(() => product.close());

const version7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const momentOf = (id: string): number => Number.parseInt(id.replace("-", "").slice(0, 12), 16);

test("ids of a statement are those of the program: version 7, of this moment, each its own", async () => {
  const before = Date.now();
  const { rows } = await product.pool.query<{ id: string }>(
    "select stepwell.new_id()::text as id from generate_series(1, 1000)",
  );
  const after = Date.now();
  const ids = [...rows.map(({ id }) => id), newId()];
  expect(new Set(ids).size).toBe(1001);
  for (const id of ids) {
    expect(id).toMatch(version7);
    // Two programs on one machine read the clock by different calls, which may be milliseconds apart.
    expect(momentOf(id)).toBeGreaterThanOrEqual(before - 1000);
    expect(momentOf(id)).toBeLessThanOrEqual(after + 1000);
  }
  const moments = rows.map(({ id }) => momentOf(id));
  expect(moments).toEqual(moments.toSorted((one, other) => one - other));
});
