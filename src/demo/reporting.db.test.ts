import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "#domain/access/roles.ts";
import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import { listAtRisk } from "#domain/reporting/at-risk.api.ts";
import { listLateNotes } from "#domain/reporting/late-note.api.ts";
import { readPrivacyWatch } from "#domain/reporting/privacy-watch.api.ts";
import { readProgramFigures } from "#domain/reporting/program-figures.api.ts";
import { seedDemo } from "#demo/seed.ts";
import { newId } from "#server/platform/ids.ts";
import { reportingRoutes } from "#server/reporting/reporting.routes.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let cedar: TestOrganization;
let harbor: TestOrganization;

beforeAll(async () => {
  product = await openTestProduct(() =>
    reportingRoutes({ installation: { demo: () => Promise.resolve(null) } }),
  );
  const { pool, clock } = product;
  await seedDemo({ pool, clock, newId });
  const { rows } = await product.ownerPool.query(
    'select organization_id as "organizationId", name from stepwell.organization order by name',
  );
  [cedar, harbor] = rows;
}, 180_000);
afterAll(() => product.close());

const asked = async <R extends AnyRoute>(
  house: TestOrganization,
  roles: readonly Role[],
  contract: R,
  input: Input<R>,
): Promise<Output<R>> => {
  const person = await product.addPerson(house, [...roles]);
  const answer = await product.call(person, contract, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};

const one = async (text: string, ...values: unknown[]): Promise<number> => {
  const { rows } = await product.ownerPool.query(text, values);
  return Number(rows[0]?.count);
};

const inCareToday = `select count(distinct patient_id) from stepwell.enrollment
  where organization_id = $1 and admitted_on <= $2 and coalesce(ended_on, 'infinity') >= $2`;

test("the figures are what plain counts come to, each within what it is a part of", async () => {
  for (const house of [cedar, harbor]) {
    const { organizationId } = house;
    const figures = await asked(house, ["director"], readProgramFigures, {});
    expect(figures.inCare).toBe(await one(inCareToday, organizationId, figures.on));
    expect(figures.weeks).toHaveLength(12);
    expect(figures.weeks.at(-1)?.inCare).toBe(figures.inCare);
    const seats = figures.weeks.reduce(
      (sum, week) => sum + week.attended + week.excused + week.absent + week.unmarked,
      0,
    );
    expect(seats).toBe(
      await one(
        `select count(*) from stepwell.attendance a join stepwell.session s using (organization_id)
          where a.organization_id = $1 and s.id = a.session_id and a.status <> 'cancelled' and s.state <> 'cancelled'
            and s.service_date between $2 and $3 and (s.ends_at <= $4 or s.state = 'ended')`,
        organizationId,
        figures.weeks[0]?.startsOn,
        figures.on,
        product.clock.now().toString(),
      ),
    );
    const stays = Object.entries(figures.hours)
      .filter(([name]) => name !== "shortMinutes")
      .reduce((sum, [, count]) => sum + count, 0);
    expect(stays).toBeGreaterThanOrEqual(figures.inCare);
    expect(figures.atRisk).toBeLessThanOrEqual(figures.inCare);
    expect(figures.lateNotes.notes).toBeLessThanOrEqual(figures.lateNotes.of);
    expect(figures.money?.heldDays).toBe(
      await one(
        "select count(*) from stepwell.day_charge where organization_id = $1 and state = 'held'",
        organizationId,
      ),
    );
  }
});

test("one site's figures are a part of the whole", async () => {
  const { rows } = await product.ownerPool.query<{ id: string }>(
    "select id from stepwell.site where organization_id = $1",
    [cedar.organizationId],
  );
  const whole = await asked(cedar, ["director"], readProgramFigures, {});
  const parts: (typeof whole)[] = [];
  for (const { id } of rows)
    parts.push(await asked(cedar, ["director"], readProgramFigures, { siteId: id }));
  const sum = (of: (figures: typeof whole) => number) =>
    parts.reduce((total, figures) => total + of(figures), 0);
  expect(sum(({ seats }) => seats.length)).toBe(whole.seats.length);
  expect(sum(({ lateNotes }) => lateNotes.of)).toBe(whole.lateNotes.of);
  // Somebody may be in care at two sites.
  expect(sum(({ inCare }) => inCare)).toBeGreaterThanOrEqual(whole.inCare);
});

test("whoever sees no charges is told nothing of money, and no label that is not theirs is counted", async () => {
  const figures = await asked(cedar, ["supervisor"], readProgramFigures, {});
  expect(figures.money).toBeNull();
  const everybody = await asked(cedar, ["director"], listAtRisk, {});
  const nurse = await asked(cedar, ["nurse"], listAtRisk, {});
  expect(nurse.inCare).toBeLessThanOrEqual(everybody.inCare);
  expect(await asked(cedar, ["nurse"], listAtRisk, { whose: "mine" })).toEqual({
    rows: [],
    inCare: 0,
  });
});

test("a consent that ends is told until another follows it, and one that is missing holds the bill", async () => {
  const { organizationId } = cedar;
  const before = await asked(cedar, ["privacy-officer"], readPrivacyWatch, {});
  expect(before.underPart2).toBeGreaterThan(10);
  expect(before.withoutConsent.length).toBeLessThan(before.underPart2);
  const ends = async (days: number) => {
    await product.ownerPool.query(
      "update stepwell.consent set expires_on = $2::date + $3::integer where organization_id = $1 and kind = 'treatment-payment-operations'",
      [organizationId, before.on, days],
    );
    return asked(cedar, ["privacy-officer"], readPrivacyWatch, {});
  };
  const soon = await ends(10);
  expect(soon.ending.length).toBeGreaterThan(10);
  expect(soon.withoutConsent).toEqual(before.withoutConsent);
  expect((await ends(31)).ending.length).toBeLessThan(soon.ending.length);
  const over = await ends(-1);
  expect(over.withoutConsent).toHaveLength(over.underPart2);
  const elsewhere = await asked(harbor, ["privacy-officer"], readPrivacyWatch, {});
  expect(elsewhere.withoutConsent.length).toBeLessThan(Math.max(1, elsewhere.underPart2));
});

test("a note that is not signed is somebody's, and late from the second midnight on", async () => {
  await product.ownerPool.query("truncate stepwell.member_note cascade");
  const { rows, lateCount } = await asked(cedar, ["director"], listLateNotes, { whose: "all" });
  expect(rows.length).toBeGreaterThan(10);
  expect(lateCount).toBe(rows.filter(({ isLate }) => isLate).length);
  for (const row of rows) {
    expect(row.missing).toBe(row.attended);
    expect(row.leads.length).toBeGreaterThan(0);
    expect(row.isMine).toBe(false);
    expect(row.isLate).toBe(Date.parse(row.dueAt) <= product.clock.now().epochMilliseconds);
  }
  const figures = await asked(cedar, ["director"], readProgramFigures, {});
  expect(figures.lateNotes.notes).toBe(
    rows.filter(({ isLate }) => isLate).reduce((sum, { missing }) => sum + missing, 0),
  );
});

test("a seat that was taken back is free", async () => {
  const seatsOf = async () => (await asked(cedar, ["director"], readProgramFigures, {})).seats;
  const taken = (await seatsOf()).find(({ filled }) => filled > 0);
  if (taken === undefined) throw new Error("no group has anybody");
  await product.ownerPool.query(
    "update stepwell.membership set withdrawn_at = $3 where organization_id = $1 and series_id = $2",
    [cedar.organizationId, taken.seriesId, product.clock.now().toString()],
  );
  expect((await seatsOf()).find(({ seriesId }) => seriesId === taken.seriesId)?.filled).toBe(0);
});
