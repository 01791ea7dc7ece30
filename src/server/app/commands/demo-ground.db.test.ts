import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { orderLife } from "#demo/life/life-order.ts";
import { organizationThatLives, refuseOthersGround } from "#server/app/commands/demo-ground.ts";
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
    await expect(refuseOthersGround(product.pool)).rejects.toThrow(/not the demo's/);
    const { rows } = await product.ownerPool.query("select slug from stepwell.organization");
    expect(rows).toEqual([{ slug: "real-clinic" }]);
  } finally {
    await product.close();
  }
});

test("a clinic that bears the name of the demo's organization is somebody else's, and never lived in", async () => {
  const product = await openTestProduct(() => []);
  try {
    await product.addOrganization("Cedar Bridge");
    await expect(organizationThatLives(product.pool, order)).rejects.toThrow(/not the demo's/);
    expect(await organizationThatLives(product.pool, order, true)).toBeNull();
    // Nor one that somebody founded at a terminal, whatever they are called.
    await product.ownerPool.query(
      `insert into stepwell.revision (organization_id, id, record_kind, record_id, version, changed_at, actor_name, verb, changes)
       select organization_id, gen_random_uuid(), 'organization', organization_id, 1, $1, 'Demo at the command line', 'create', '{}'
         from stepwell.organization`,
      [testNow],
    );
    expect(await organizationThatLives(product.pool, order, true)).toBeNull();
  } finally {
    await product.close();
  }
});

test("a database that was never migrated is looked at without a harm, and may take the demo", async () => {
  const product = await openTestProduct(() => []);
  try {
    await product.ownerPool.query("drop schema stepwell cascade");
    await expect(refuseOthersGround(product.pool)).resolves.toBeUndefined();
  } finally {
    await product.close();
  }
});

test("into an empty database the demo comes as of the day that was asked for, and is found again", async () => {
  const product = await openTestProduct(() => []);
  try {
    const made = await organizationThatLives(product.pool, order);
    expect(await organizationThatLives(product.pool, order)).toBe(made);
    expect(await organizationThatLives(product.pool, order, true)).toBe(made);
    await expect(refuseOthersGround(product.pool)).resolves.toBeUndefined();
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
}, 180_000);
