import { afterAll, beforeAll, expect, test } from "vitest";
import { seedDemo } from "#demo/seed.ts";
import { chargeRange, releaseDays } from "#server/billing/charges/day-charge.service.ts";
import { newId } from "#server/platform/ids.ts";
import { keptDerivation, secondDerivation } from "#test/support/second-derivation.ts";
import { openTestProduct, type TestProduct } from "#test/support/test-product.ts";

let product: TestProduct;
let houses: readonly { readonly organizationId: string; readonly name: string }[];

const chargeAll = async (): Promise<void> => {
  for (const house of houses)
    await product.inside(house, (work) =>
      chargeRange(work, { from: "2026-01-01", to: "2026-12-31" }),
    );
};

beforeAll(async () => {
  product = await openTestProduct(() => []);
  const { pool, clock } = product;
  await seedDemo({ pool, clock, newId });
  const { rows } = await product.ownerPool.query(
    'select organization_id as "organizationId", name from stepwell.organization order by name',
  );
  houses = rows;
  await chargeAll();
}, 180_000);
afterAll(() => product.close());

const ask = async (text: string) => (await product.ownerPool.query(text)).rows;

test("every line of every day is what a second derivation by SQL alone comes to", async () => {
  const lines = await ask(keptDerivation);
  expect(lines.length).toBeGreaterThan(200);
  expect(lines).toEqual(await ask(secondDerivation));
});

/** Takes every day out of its claim, so that each follows its facts. */
const releaseAll = async (): Promise<void> => {
  for (const house of houses) {
    const { rows } = await product.ownerPool.query<{ id: string }>(
      "select id from stepwell.day_charge where organization_id = $1 and state = 'claimed'",
      [house.organizationId],
    );
    await product.inside(house, (work) =>
      releaseDays(
        work,
        rows.map(({ id }) => id),
      ),
    );
  }
};

test("minutes that were put right part the two, until the days are made anew", async () => {
  await releaseAll();
  await product.ownerPool.query(
    `update stepwell.attendance set credited_minutes = credited_minutes - 35
      where credited_minutes > 40 and service_date in (select distinct service_date from stepwell.day_charge order by 1 limit 5)`,
  );
  expect(await ask(keptDerivation)).not.toEqual(await ask(secondDerivation));
  await chargeAll();
  expect(await ask(keptDerivation)).toEqual(await ask(secondDerivation));
});

test("the demo's days are ready and held, and every way to bill has its lines", async () => {
  const [found] = await ask(`
    select (select array_agg(distinct state) from stepwell.day_charge) as states,
      (select count(distinct contract_version_id) from stepwell.day_charge) as contracts,
      (select array_agg(distinct basis order by basis) from stepwell.charge_line) as bases,
      (select array_agg(distinct unit order by unit) from stepwell.charge_line) as units`);
  expect(found.states).toEqual(expect.arrayContaining(["held", "ready"]));
  expect(found.contracts).toBeGreaterThanOrEqual(10);
  expect(found.bases).toEqual(expect.arrayContaining(["component", "per-diem", "per-service"]));
  expect(found.units).toEqual(["day", "hour", "quarter-hour", "service"]);
});
