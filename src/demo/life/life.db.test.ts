import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DemoProgress } from "#domain/operations/demo-progress.ts";
import { holidaysBetween } from "#demo/holidays.ts";
import { orderLife } from "#demo/life/life-order.ts";
import { readLifeProgress } from "#demo/life/life-progress.ts";
import { live, type LifeOrder } from "#demo/life/live.ts";
import { seedDemo } from "#demo/seed.ts";
import { chargeRange } from "#server/billing/charges/day-charge.service.ts";
import { newId } from "#server/platform/ids.ts";
import { makeAnew } from "#server/scheduling/attendance.service.ts";
import { testedBinDir } from "#test/support/postgres.ts";
import { filedAndDerived } from "#test/support/filed-days.ts";
import { keptDerivation, secondDerivation } from "#test/support/second-derivation.ts";
import { openTestProduct, type TestProduct } from "#test/support/test-product.ts";

/** Moments at which a day, a week or a year ends, a clock is changed or holidays are just over, in the zone of the organization. */
const moments = [
  "2026-11-30T17:40[America/Denver]",
  "2026-11-08T00:04[America/Denver]",
  "2026-03-10T21:15[America/Denver]",
  "2027-01-01T23:59[America/Denver]",
  "2028-02-29T11:58[America/Denver]",
] as const;

interface Lived {
  readonly product: TestProduct;
  readonly organizationId: string;
  readonly until: Temporal.Instant;
  readonly refused: string[];
  readonly days: string[];
  /** What was said of it when three days were lived. */
  begun: DemoProgress | null;
}

const liveUntil = async (moment: string): Promise<Lived> => {
  const product = await openTestProduct(() => []);
  const { pool, clock, ownerPool } = product;
  const until = Temporal.ZonedDateTime.from(moment).toInstant();
  clock.moveTo(until.toString());
  await seedDemo({ pool, clock, newId });
  const { rows } = await ownerPool.query<{ id: string }>(
    "select organization_id as id from stepwell.organization where slug = 'cedar-bridge'",
  );
  const organizationId = rows[0]?.id ?? "";
  const lived: Lived = { product, organizationId, until, refused: [], days: [], begun: null };
  await ownerPool.query("analyze");
  await go(lived, orderLife({ members: 38, weeks: 3, seed: 4 }, until), 3);
  lived.begun = await progressOf(lived);
  return lived;
};

const progressOf = ({ product, organizationId }: Lived): Promise<DemoProgress | null> =>
  product.inside({ organizationId, name: "Cedar Bridge" }, readLifeProgress);

/** Lives on; stops after so many days, as whoever is killed does. */
const go = async (lived: Lived, order: LifeOrder, days = Infinity): Promise<void> => {
  const { product, organizationId } = lived;
  const stopping = new AbortController();
  let own = 0;
  await live({ pool: product.pool, organizationId, newId }, order, {
    onBegin: () => {},
    onDay: async ({ day }) => {
      lived.days.push(day);
      own += 1;
      if (own === 3) await product.ownerPool.query("analyze");
      if (own >= days) stopping.abort();
    },
    onRefused: (what, code) => lived.refused.push(`${what}: ${code}`),
    signal: stopping.signal,
  });
};

// The clocks are ours; on another PostgreSQL one moment shows that it can be lived there, too.
describe.each(testedBinDir === undefined ? moments : moments.slice(0, 1))(
  "a program that has lived until %s",
  (moment) => {
    let lived: Lived;
    const ask = async (text: string, values: readonly unknown[] = []) =>
      (await lived.product.ownerPool.query(text, [...values])).rows;
    const numberOf = async (text: string, values: readonly unknown[] = []): Promise<number> =>
      Number((await ask(`select count(*) as n from ${text}`, values))[0]?.n);

    beforeAll(async () => {
      lived = await liveUntil(moment);
      // It goes on where it was stopped; a second process that comes to it at the same time lives no day again.
      const other = orderLife({ members: 300, weeks: 9, seed: 5 }, lived.until.add({ hours: 30 }));
      await Promise.all([go(lived, other), go(lived, other)]);
    }, 240_000);
    afterAll(() => lived.product.close());

    test("says how far it is, until it is there", async () => {
      expect(lived.begun).toEqual({ week: 1, weeks: 4, day: lived.days[2] });
      expect(await progressOf(lived)).toBeNull();
    });

    test("has lived each day once and was refused nothing", async () => {
      expect(lived.refused).toEqual([]);
      expect(lived.days).toEqual(lived.days.toSorted());
      expect(new Set(lived.days).size).toBe(lived.days.length);
      const today = Temporal.ZonedDateTime.from(moment).toPlainDate();
      expect(lived.days.length).toBe(21 + today.dayOfWeek);
      expect(lived.days.at(-1)).toBe(today.toString());
      const before = await numberOf("stepwell.revision");
      await go(lived, orderLife({ members: 38, weeks: 3, seed: 4 }, lived.until));
      expect(await numberOf("stepwell.revision")).toBe(before);
    });

    test("credits what its ledger comes to when it is made again", async () => {
      const minutes = `select id, credited_minutes, delivered_minutes, status, version from stepwell.attendance order by id`;
      const before = await ask(minutes);
      const sessions = await ask(
        "select id from stepwell.session where organization_id = $1 and state = 'open' order by starts_at",
        [lived.organizationId],
      );
      const house = { organizationId: lived.organizationId, name: "Cedar Bridge" };
      await lived.product.inside(house, async (work) => {
        for (const { id } of sessions) await makeAnew(work, id);
      });
      expect(sessions.length).toBeGreaterThan(20);
      expect(await ask(minutes)).toEqual(before);
      const otherwise = await ask(
        `select a.id from stepwell.attendance a where a.credited_minutes > 0 and a.credited_minutes <> (
         select floor(sum(extract(epoch from g.ends_at - g.starts_at)) / 60) from stepwell.attendance_segment g
          where g.organization_id = a.organization_id and g.attendance_id = a.id and g.is_credited)`,
      );
      expect(otherwise).toEqual([]);
    });

    test("charges what a second derivation by SQL alone comes to", async () => {
      for (const { organization_id: organizationId, name } of await ask(
        "select organization_id, name from stepwell.organization",
      ))
        await lived.product.inside({ organizationId, name }, (work) =>
          chargeRange(work, { from: "2025-01-01", to: "2028-12-31" }),
        );
      expect(await ask(keptDerivation)).toEqual(await ask(secondDerivation));
      expect(
        await numberOf("stepwell.claim where organization_id = $1", [lived.organizationId]),
      ).toBeGreaterThan(5);
    });

    test("has put into files what a second derivation by SQL alone comes to", async () => {
      const { forms, filed, derived } = await filedAndDerived(lived.product.ownerPool);
      expect(forms.get("professional")).toBeGreaterThan(2);
      expect(forms.get("institutional")).toBeGreaterThan(2);
      expect(filed.length).toBeGreaterThan(40);
      expect(filed).toEqual(derived);
    });

    test("seats no more people than there are seats", async () => {
      const overfull = await ask(
        `select s.id from stepwell.session s join stepwell.attendance a on a.organization_id = s.organization_id and a.session_id = s.id
        where a.status <> 'cancelled' group by s.organization_id, s.id, s.capacity having count(*) > s.capacity`,
      );
      expect(overfull).toEqual([]);
    });

    test("has written down nothing that lies ahead, and nothing at an hour of its own", async () => {
      const until = [lived.until.toString()];
      expect(await numberOf("stepwell.attendance_event where occurred_at > $1", until)).toBe(0);
      expect(await numberOf("stepwell.member_note where signed_at > $1", until)).toBe(0);
      expect(await numberOf("stepwell.measure_response where completed_at > $1", until)).toBe(0);
      expect(
        await numberOf(
          "stepwell.task where closed_at > $1::timestamptz + interval '1 hour'",
          until,
        ),
      ).toBe(0);
      const elsewhere = await ask(
        `select s.id from stepwell.session s join stepwell.series r on r.organization_id = s.organization_id and r.id = s.series_id
        where s.organization_id = $1 and (s.starts_at at time zone s.zone)::time <> r.starts_at_wall`,
        [lived.organizationId],
      );
      expect(elsewhere).toEqual([]);
    });

    test("rests on holidays, but for its last day", async () => {
      const last = Temporal.ZonedDateTime.from(moment).toPlainDate();
      const from = last.subtract({ days: last.dayOfWeek - 1 }).subtract({ weeks: 3 });
      const days = holidaysBetween(from.toString(), last.subtract({ days: 1 }).toString());
      const own = [lived.organizationId, days.map(({ day }) => day)];
      for (const what of [
        "stepwell.session where organization_id = $1 and service_date = any($2::date[])",
        "stepwell.enrollment where organization_id = $1 and (created_at at time zone 'America/Denver')::date = any($2::date[])",
        "stepwell.measure_response where organization_id = $1 and (completed_at at time zone 'America/Denver')::date = any($2::date[])",
        "stepwell.member_note where organization_id = $1 and (signed_at at time zone 'America/Denver')::date = any($2::date[])",
        "stepwell.claim where organization_id = $1 and (created_at at time zone 'America/Denver')::date = any($2::date[])",
      ])
        expect(await numberOf(what, own), what).toBe(0);
      const closed = "stepwell.closure where organization_id = $1 and starts_on = any($2::date[])";
      expect(await numberOf(closed, own)).toBe(2 * days.length);
    });

    test("leaves every task with an owner and every errand of its own carried out", async () => {
      expect(
        await numberOf("stepwell.task where owner_staff_id is null and owner_role is null"),
      ).toBe(0);
      const left = `stepwell.outbox where organization_id = $1 and kind = 'service-rendered' and delivered_at is null
      and created_at < $2::timestamptz - interval '26 hours' and created_by <> 'Demo'`;
      expect(await numberOf(left, [lived.organizationId, lived.until.toString()])).toBe(0);
    });

    test("has people who come and go, each with sentences of their own", async () => {
      const own = [lived.organizationId];
      expect(
        await numberOf(
          "stepwell.enrollment where organization_id = $1 and ended_on is not null",
          own,
        ),
      ).toBeGreaterThan(1);
      const alike = await ask(
        `select patient_id, sentence from stepwell.member_note where organization_id = $1 and corrects_id is null
        group by 1, 2 having count(*) > 1`,
        own,
      );
      expect(alike).toEqual([]);
      expect(
        await numberOf("stepwell.attendance where organization_id = $1 and status = 'absent'", own),
      ).toBeGreaterThan(3);
    });
  },
);
