import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { orderLife } from "#demo/life/life-order.ts";
import { organizationThatLives } from "#server/app/commands/demo-ground.ts";
import { openTestProduct, testNow } from "#test/support/test-product.ts";

const order = orderLife(
  { members: 40, weeks: 2, seed: 1, today: "2026-11-19" },
  Temporal.Instant.from(testNow),
);

test("the demo is refused where there is somebody else's data, and changes nothing there", async () => {
  const product = await openTestProduct(() => []);
  try {
    await product.addOrganization("Real Clinic");
    await expect(organizationThatLives(product.pool, order)).rejects.toThrow(/not the demo's/);
    const { rows } = await product.ownerPool.query("select slug from stepwell.organization");
    expect(rows).toEqual([{ slug: "real-clinic" }]);
  } finally {
    await product.close();
  }
});

test("into an empty database the demo comes as of the day that was asked for, and is found again", async () => {
  const product = await openTestProduct(() => []);
  try {
    const made = await organizationThatLives(product.pool, order);
    expect(await organizationThatLives(product.pool, order)).toBe(made);
    const { rows } = await product.ownerPool.query<{ last: string }>(
      "select max(occurred_at)::text as last from stepwell.attendance_event",
    );
    expect(
      Temporal.Instant.compare(
        Temporal.Instant.from(String(rows[0]?.last).replace(" ", "T")),
        Temporal.Instant.from(order.until),
      ),
    ).toBeLessThanOrEqual(0);
  } finally {
    await product.close();
  }
}, 60_000);
