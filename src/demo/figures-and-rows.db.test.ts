import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "#domain/access/roles.ts";
import { listDayCharges } from "#domain/billing/charges/day-charge.api.ts";
import { isUnpricedDay } from "#domain/billing/charges/unpriced-day.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import { listAtRisk } from "#domain/reporting/at-risk.api.ts";
import { listCensus } from "#domain/reporting/census.api.ts";
import { listCoverageGaps } from "#domain/reporting/coverage-gap.api.ts";
import { listLateNotes } from "#domain/reporting/late-note.api.ts";
import { readPrivacyWatch } from "#domain/reporting/privacy-watch.api.ts";
import { readProgramFigures } from "#domain/reporting/program-figures.api.ts";
import { listWhatLeft } from "#domain/reporting/what-left.api.ts";
import { listHours } from "#domain/scheduling/hours.api.ts";
import { isWholeWeek } from "#domain/scheduling/hours.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import { seedDemo } from "#demo/seed.ts";
import { dayChargeRoutes } from "#server/billing/charges/day-charge.routes.ts";
import { claimRoutes } from "#server/billing/claims/claim.routes.ts";
import { newId } from "#server/platform/ids.ts";
import { reportingRoutes } from "#server/reporting/reporting.routes.ts";
import { hoursRoutes } from "#server/scheduling/hours.routes.ts";
import { schedulingSessionRoutes } from "#server/scheduling/session.routes.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let cedar: TestOrganization;
let harbor: TestOrganization;

beforeAll(async () => {
  product = await openTestProduct(() => [
    ...reportingRoutes({ installation: { demo: () => Promise.resolve(null) } }),
    ...hoursRoutes,
    ...schedulingSessionRoutes,
    ...dayChargeRoutes,
    ...claimRoutes,
  ]);
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
  role: Role,
  contract: R,
  input: Input<R>,
): Promise<Output<R>> => product.done(await product.addPerson(house, [role]), contract, input);

const count = async (text: string, ...values: unknown[]): Promise<number> => {
  const { rows } = await product.ownerPool.query(text, values);
  return Number(rows[0]?.count);
};

const people = (rows: readonly { readonly patientId: string }[]): number =>
  new Set(rows.map(({ patientId }) => patientId)).size;

const sumOf = <Row>(rows: readonly Row[], figure: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + figure(row), 0);

test("the census, who came and who left lead to exactly these people", async () => {
  for (const house of [cedar, harbor])
    for (const role of ["director", "supervisor", "admissions"] as const) {
      const { inCare, weeks } = await asked(house, role, readProgramFigures, {});
      const here = await asked(house, role, listCensus, {});
      expect(here.people).toBe(inCare);
      expect(people(here.rows)).toBe(inCare);
      const came = await asked(house, role, listCensus, { part: "came" });
      const left = await asked(house, role, listCensus, { part: "left" });
      expect([came.rows.length, left.rows.length]).toEqual([
        weeks.at(-1)?.admitted,
        weeks.at(-1)?.ended,
      ]);
      for (const row of here.rows) {
        expect(row.admittedOn <= here.on && (row.endedOn ?? here.on) >= here.on).toBe(true);
        expect(row.week).toBeGreaterThan(0);
      }
    }
});

test("whose hours fell short last week leads to exactly the rows of that week", async () => {
  const { hoursLastWeek, on } = await asked(cedar, "director", readProgramFigures, {});
  const weekAgo = Temporal.PlainDate.from(on).subtract({ days: 7 });
  const { rows } = await asked(cedar, "director", listHours, { on: weekAgo.toString() });
  expect(hoursLastWeek).toEqual({
    short: rows.filter(({ standing }) => standing === "short").length,
    whole: rows.filter(isWholeWeek).length,
  });
  expect(hoursLastWeek.short).toBeGreaterThan(0);
  // Somebody came or left in that week: who is held to nothing is no part of what the figure is of.
  expect(hoursLastWeek.whole).toBeLessThan(rows.length);
});

test("whoever is in care is in the same week in the census and among the hours", async () => {
  const { on, rows: here } = await asked(cedar, "director", listCensus, {});
  const weekAgo = Temporal.PlainDate.from(on).subtract({ days: 7 }).toString();
  const compared = async (day: string, stays: typeof here) => {
    const { rows } = await asked(cedar, "director", listHours, { on: day });
    const weeks = new Map(rows.map(({ enrollmentId, week }) => [enrollmentId, week]));
    const known = stays.filter(({ enrollmentId }) => weeks.has(enrollmentId));
    expect(known.map(({ enrollmentId }) => weeks.get(enrollmentId))).toEqual(
      known.map(({ week }) => week),
    );
    return known.length;
  };
  expect(await compared(on, here)).toBeGreaterThan(20);
  const before = await asked(cedar, "director", listCensus, { on: weekAgo });
  expect(await compared(weekAgo, before.rows)).toBeGreaterThan(20);
  const left = await asked(cedar, "director", listCensus, { part: "left", on: weekAgo });
  expect(await compared(weekAgo, left.rows)).toBe(left.rows.length);
});

test("hours short, notes late and people worth a look lead to exactly their rows", async () => {
  const figures = await asked(cedar, "director", readProgramFigures, {});
  const { rows: hours } = await asked(cedar, "director", listHours, {});
  const short = hours.filter(({ standing }) => standing === "short");
  expect(short).toHaveLength(figures.hours.short);
  expect(short.every(isWholeWeek)).toBe(true);
  expect(figures.hours.whole).toBe(hours.filter(isWholeWeek).length);
  expect(figures.hours.notWhole).toBe(
    hours.filter(({ standing }) => standing === "variance").length,
  );
  expect(sumOf(short, ({ shortMinutes }) => shortMinutes)).toBe(figures.hours.shortMinutes);
  const notes = await asked(cedar, "director", listLateNotes, { whose: "all" });
  const late = notes.rows.filter(({ isLate, missing }) => isLate && missing > 0);
  expect(sumOf(late, ({ missing }) => missing)).toBe(figures.lateNotes.notes);
  expect(late).toHaveLength(figures.lateNotes.sessions);
  expect(late.every(({ dueAt, leads }) => dueAt !== "" && leads.length > 0)).toBe(true);
  const risk = await asked(cedar, "director", listAtRisk, {});
  expect(people(risk.rows)).toBe(figures.atRisk);
  expect(risk.inCare).toBe(figures.inCare);
});

test("the seats of the week are those of its sessions", async () => {
  const { weeks, on } = await asked(cedar, "director", readProgramFigures, {});
  const week = weeks.at(-1);
  const { rows } = await asked(cedar, "director", listSessions, {
    from: week?.startsOn ?? on,
    to: on,
  });
  const over = rows.filter(
    ({ state, endsAt }) =>
      state === "ended" ||
      (state !== "cancelled" && Date.parse(endsAt) <= product.clock.now().epochMilliseconds),
  );
  expect(sumOf(over, ({ presentCount }) => presentCount)).toBe(week?.attended);
});

test("what is held is the same for the director, the biller and the list of holds", async () => {
  const { money } = await asked(cedar, "director", readProgramFigures, {});
  const { states } = await asked(cedar, "biller", listDayCharges, { limit: 1 });
  const of = (wanted: string) => states.find(({ state }) => state === wanted);
  expect(money).toMatchObject({
    heldDays: of("held")?.days ?? 0,
    heldCents: of("held")?.totalCents ?? 0,
    heldUnpriced: of("held")?.unpriced ?? 0,
    readyDays: of("ready")?.days ?? 0,
    readyCents: of("ready")?.totalCents ?? 0,
  });
  expect(money?.days).toBe((money?.heldDays ?? 0) + (money?.readyDays ?? 0));
  const { rows } = await asked(cedar, "biller", listHolds, { limit: 200 });
  const days = new Set(
    rows.filter(({ claimId }) => claimId === null).map((row) => row.dayChargeId),
  );
  expect(days.size).toBe(money?.heldDays);
});

test("the days that have no price yet are as many as the rows that say so, and payers add up to the reasons", async () => {
  const { states, rows } = await asked(cedar, "biller", listDayCharges, {
    state: "held",
    limit: 200,
  });
  expect(rows.length).toBeLessThan(200);
  expect(states.find(({ state }) => state === "held")?.unpriced).toBe(
    rows.filter(isUnpricedDay).length,
  );
  const holds = await asked(cedar, "biller", listHolds, { limit: 200 });
  const once = new Map(
    holds.rows.map((hold) => [hold.dayChargeId ?? hold.claimId, hold.totalCents]),
  );
  expect(sumOf(holds.payers, ({ count: each }) => each)).toBe(once.size);
  expect(sumOf(holds.payers, ({ totalCents }) => totalCents)).toBe(
    sumOf([...once.values()], (cents) => cents),
  );
});

test("what left leads to as many lines, each of its ground", async () => {
  const { organizationId } = cedar;
  const watch = await asked(cedar, "privacy-officer", readPrivacyWatch, {});
  const left = await asked(cedar, "privacy-officer", listWhatLeft, { limit: 1 });
  expect(left.total).toBe(watch.disclosures);
  const urgent = await asked(cedar, "privacy-officer", listWhatLeft, { basis: "emergency" });
  expect(urgent.total).toBe(watch.emergencies);
  expect(watch.withoutConsentCount).toBe(watch.withoutConsent.length);
  expect(watch.endingCount).toBe(watch.ending.length);
  expect(watch.disclosures).toBe(
    await count(
      `select count(*) from stepwell.disclosure where organization_id = $1 and at >= $2::timestamptz - interval '30 days'`,
      organizationId,
      product.clock.now().toString(),
    ),
  );
});

test("days that no payer covers stand with whom they wait for, and an authorization is told before it ends", async () => {
  const { organizationId } = cedar;
  const gaps = async () => (await asked(cedar, "utilization-reviewer", listCoverageGaps, {})).rows;
  for (const code of ["no-coverage", "no-authorization", "authorization-used-up"] as const)
    expect(
      sumOf(
        (await gaps()).filter((gap) => gap.code === code),
        ({ days }) => days,
      ),
    ).toBe(
      await count(
        `select count(*) from stepwell.day_charge where organization_id = $1 and state = 'held'
          and holds @> jsonb_build_array(jsonb_build_object('code', $2::text))`,
        organizationId,
        code,
      ),
    );
  const ends = async (days: number) => {
    await product.ownerPool.query(
      `update stepwell."authorization" set ends_on = greatest(starts_on, $2::date + $3::integer) where organization_id = $1`,
      [organizationId, (await asked(cedar, "admissions", listCoverageGaps, {})).on, days],
    );
    return (await gaps()).filter(({ code }) => code === "authorization-ends");
  };
  const soon = await ends(5);
  expect(soon.length).toBeGreaterThan(0);
  expect(soon.every(({ owner, days }) => owner === "utilization-reviewer" && days === 0)).toBe(
    true,
  );
  expect(await ends(30)).toEqual([]);
});

test("days that no payer allowed say what they come to, to whoever may see charges, and what ends first stands first", async () => {
  const { organizationId } = cedar;
  const on = (await asked(cedar, "admissions", listCoverageGaps, {})).on;
  await product.ownerPool.query(
    `update stepwell."authorization" set ends_on = greatest(starts_on, $2::date + abs(hashtext(id::text)) % 7) where organization_id = $1`,
    [organizationId, on],
  );
  const { rows } = await asked(cedar, "utilization-reviewer", listCoverageGaps, {});
  const ends = rows
    .filter(({ code }) => code === "authorization-ends")
    .map(({ through }) => through);
  expect(new Set(ends).size).toBeGreaterThan(1);
  expect(ends).toEqual(ends.toSorted());
  const refused = rows.filter(({ code }) => code === "no-authorization");
  expect(sumOf(refused, ({ cents }) => cents ?? 0)).toBe(
    await count(
      `select coalesce(sum(total_cents), 0) as count from stepwell.day_charge where organization_id = $1 and state = 'held'
        and holds @> '[{"code": "no-authorization"}]'`,
      organizationId,
    ),
  );
  const entered = await asked(cedar, "admissions", listCoverageGaps, {});
  expect(entered.rows.length).toBeGreaterThan(0);
  expect(entered.rows.every(({ cents }) => cents === null)).toBe(true);
});
