import { Temporal } from "temporal-polyfill";
import { orderLife, usualLife } from "#demo/life/life-order.ts";
import { live } from "#demo/life/live.ts";
import { seedDemo } from "#demo/seed.ts";
import { fixedClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/ids.ts";
import { openTestProduct, type TestProduct } from "#test/support/test-product.ts";

/** A day with a change of the clock and holidays in the weeks before it; the first of them is one. */
export const lastDay = "2026-12-04";
const soonAfter = Temporal.Instant.from("2026-12-05T08:00:00Z");

export interface WholeLife {
  readonly product: TestProduct;
  readonly cedar: string;
  readonly refused: string[];
}

/** A demo made and lived through to its last day. */
export const liveWhole = async (wish: {
  readonly members: number;
  readonly weeks: number;
}): Promise<WholeLife> => {
  const product = await openTestProduct(() => []);
  const { pool, ownerPool } = product;
  const order = orderLife({ ...wish, seed: usualLife.seed, today: lastDay }, soonAfter);
  await seedDemo({ pool, clock: fixedClock(order.until), newId });
  const { rows } = await ownerPool.query<{ id: string }>(
    "select organization_id as id from stepwell.organization where slug = 'cedar-bridge'",
  );
  const cedar = rows[0]?.id ?? "";
  const refused: string[] = [];
  await ownerPool.query("analyze");
  await live({ pool, organizationId: cedar, newId }, order, {
    onBegin: () => {},
    onDay: async ({ lived }) => {
      if (lived === 3 || lived === 14) await ownerPool.query("analyze");
    },
    onRefused: (what, code) => refused.push(`${what}: ${code}`),
  });
  return { product, cedar, refused };
};
