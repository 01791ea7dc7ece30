import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { seedDemo } from "#demo/seed.ts";
import { fixedClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/ids.ts";
import { openTestProduct } from "#test/support/test-product.ts";

/** Hours at which something of the demo begins, ends or does not exist, or a year is young; in the zone of the first organization. */
const moments = [
  "2026-11-21T21:01[America/Denver]",
  "2026-11-22T17:40[America/Denver]",
  "2026-11-19T18:30[America/Denver]",
  "2026-11-26T00:05[America/Denver]",
  "2026-01-06T11:58[America/Denver]",
  "2026-03-08T03:10[America/Denver]",
  "2026-11-01T01:50-06:00[America/Denver]",
  "2027-01-01T23:59[America/Denver]",
];

test.each(moments)(
  "the demo can be made at %s",
  async (moment) => {
    const product = await openTestProduct(() => []);
    const clock = fixedClock(Temporal.ZonedDateTime.from(moment).toInstant().toString());
    try {
      expect(await seedDemo({ pool: product.pool, clock, newId })).toBe(true);
      const { rows } = await product.ownerPool.query<{ n: number }>(
        "select count(*)::int as n from stepwell.session where starts_at <= $1 and ends_at > $1",
        [clock.now().toString()],
      );
      expect(rows[0]?.n).toBeGreaterThan(0);
    } finally {
      await product.close();
    }
  },
  180_000,
);
