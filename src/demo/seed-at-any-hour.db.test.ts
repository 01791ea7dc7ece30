import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { cedarBridge } from "#demo/cedar-bridge.ts";
import { harborSteps } from "#demo/harbor-steps.ts";
import { holidaysBetween } from "#demo/holidays.ts";
import { seedDemo } from "#demo/seed.ts";
import { rehearseBuild } from "#server/billing/claims/claim-build.service.ts";
import { fixedClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/ids.ts";
import { testedBinDir } from "#test/support/postgres.ts";
import { openTestProduct, type TestProduct } from "#test/support/test-product.ts";

/** Hours at which something of the demo begins, ends or does not exist, or a year is young; in the zone of the first organization. */
const hours = [
  "2026-11-21T21:01[America/Denver]",
  "2026-11-22T17:40[America/Denver]",
  "2026-11-19T18:30[America/Denver]",
  "2026-11-26T00:05[America/Denver]",
  "2026-01-06T11:58[America/Denver]",
  "2026-03-08T03:10[America/Denver]",
  "2026-11-01T01:50-06:00[America/Denver]",
  "2027-01-01T23:59[America/Denver]",
];

/** Holidays and days after them; on the last, four lie within the weeks of which there is something to read. */
const daysAfter = [
  "2026-11-27T08:00[America/Denver]",
  "2026-11-28T15:00[America/Denver]",
  "2026-11-30T09:00[America/Denver]",
  "2026-12-26T10:00[America/Denver]",
  "2027-01-02T10:00[America/Denver]",
  "2027-07-06T13:00[America/Denver]",
  "2031-01-06T09:00[America/Denver]",
];

/** Of both organizations. */
const sites = [cedarBridge, harborSteps].flatMap((one) => one.sites).length;

const onDays = async (product: TestProduct, text: string, days: readonly string[]) =>
  (await product.ownerPool.query(text, [days])).rows;

/** Nobody meets, writes or answers on a holiday; today is one on which the house is open. */
const expectHolidays = async (product: TestProduct, today: Temporal.PlainDate): Promise<void> => {
  const from = today.subtract({ days: 80 }).toString();
  const days = holidaysBetween(from, today.add({ days: 60 }).toString())
    .map(({ day }) => day)
    .filter((day) => day !== today.toString());
  expect(days.length).toBeGreaterThan(0);
  for (const text of [
    "select id from stepwell.session where service_date = any($1::date[])",
    "select id from stepwell.day_charge where service_date = any($1::date[])",
    "select id from stepwell.measure_response where (completed_at at time zone 'America/Denver')::date = any($1::date[])",
  ])
    expect(await onDays(product, text, days), text).toEqual([]);
  const near = days.filter((day) => day >= today.subtract({ weeks: 4 }).toString());
  const closed = await onDays(
    product,
    "select id from stepwell.closure where lifted_at is null and starts_on = any($1::date[])",
    near,
  );
  expect(closed).toHaveLength(near.length * sites);
};

/** Somebody is admitted on a day on which an office works. */
const expectAdmissions = async (product: TestProduct, today: Temporal.PlainDate): Promise<void> => {
  const { rows } = await product.ownerPool.query<{ day: string }>(
    "select distinct admitted_on::text as day from stepwell.enrollment",
  );
  const days = rows.map(({ day }) => day);
  const holidays = holidaysBetween(today.subtract({ days: 400 }).toString(), today.toString());
  expect(days.length).toBeGreaterThan(5);
  for (const day of days) {
    expect(Temporal.PlainDate.from(day).dayOfWeek, day).toBeLessThan(6);
    expect(holidays.map((one) => one.day)).not.toContain(day);
  }
};

/** What somebody who tries the demo finds whatever the weeks before were like: work for a biller, a supervisor and a member. */
const standing: Readonly<Record<string, string>> = {
  "bills in files, of both forms": `select distinct form from stepwell.claim where state = 'exported' limit 2 offset 1`,
  "bills that may go, of both forms": `select distinct form from stepwell.claim where state = 'ready' limit 2 offset 1`,
  "bills that lack something": "select id from stepwell.claim where state = 'scrubbed'",
  "a day for which nothing is allowed any more": `select id from stepwell.day_charge where state = 'held'
    and holds @> '[{"code": "authorization-used-up"}]'`,
  "a note that waits for a supervisor": `select id from stepwell.member_note n where needs_cosignature
    and not exists (select from stepwell.note_act a where a.note_id = n.id)`,
  "a check-in that is due": `select id from stepwell.measure_request q
    where not exists (select from stepwell.measure_response r where r.request_id = q.id)`,
};

/** Bills nobody has built yet. */
const expectToBuild = async (product: TestProduct, now: Temporal.ZonedDateTime): Promise<void> => {
  const today = now.toPlainDate();
  const { rows } = await product.ownerPool.query<{ organizationId: string }>(
    'select organization_id as "organizationId" from stepwell.organization where name = $1',
    [cedarBridge.name],
  );
  expect(rows).toHaveLength(1);
  for (const { organizationId } of rows) {
    const range = { from: today.subtract({ weeks: 8 }).toString(), to: today.toString() };
    const { claims } = await product.inside({ organizationId, name: cedarBridge.name }, (work) =>
      rehearseBuild({ ...work, now: now.toInstant() }, range),
    );
    expect(claims, "claims to build").toBeGreaterThan(0);
  }
};

/** The hours are of the demo; of another PostgreSQL it is enough to know that the demo can be made there. */
const moments = testedBinDir === undefined ? [...hours, ...daysAfter] : hours.slice(0, 1);

test.each(moments)(
  "the demo can be made at %s",
  async (moment) => {
    const product = await openTestProduct(() => []);
    const now = Temporal.ZonedDateTime.from(moment);
    const clock = fixedClock(now.toInstant().toString());
    try {
      expect(await seedDemo({ pool: product.pool, clock, newId })).toBe(true);
      const { rows } = await product.ownerPool.query<{ n: number }>(
        "select count(*)::int as n from stepwell.session where starts_at <= $1 and ends_at > $1",
        [clock.now().toString()],
      );
      expect(rows[0]?.n).toBeGreaterThan(0);
      await expectHolidays(product, now.toPlainDate());
      await expectAdmissions(product, now.toPlainDate());
      await expectToBuild(product, now);
      for (const [what, text] of Object.entries(standing))
        expect((await product.ownerPool.query(text)).rows.length, what).toBeGreaterThan(0);
    } finally {
      await product.close();
    }
  },
  180_000,
);
