import { CompiledQuery, createQueryId, type RootOperationNode } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listDayCharges, recomputeDays } from "#domain/billing/charges/day-charge.api.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import { searchNames } from "#domain/patients/search-names.ts";
import type { Input } from "#domain/contract/route.ts";
import { claimRoutes } from "#server/billing/claims/claim.routes.ts";
import { listWaiting } from "#server/billing/claims/waiting.queries.ts";
import type { Tx } from "#server/db/transaction.ts";
import { openChargeHouse, type ChargeHouse } from "#test/support/charge-house.ts";
import { later } from "#test/support/test-product.ts";

const today = "2026-11-19";
const people = 500;
const days = 6;
let house: ChargeHouse;

/** Five hundred people, each with six days that no policy covers; one of them with a note missing besides. */
beforeAll(async () => {
  house = await openChargeHouse({ timelyFilingDays: 31 }, claimRoutes);
  const ana = await house.member("Ana", "Marlowe");
  await house.group([ana], 0, 180);
  await house.done(house.biller, recomputeDays, { from: today, to: today });
  const unnamed = { middleName: null, preferredName: null, formerNames: [], nicknames: [] };
  for (const name of searchNames({ ...unnamed, givenName: "Ana", familyName: "Marlowe" }))
    await house.program.add("patient_name", { patient_id: ana.patientId, ...name });
  await house.run(
    `insert into stepwell.patient (organization_id, id, mrn, given_name, family_name, birth_date, created_at)
     select $1::uuid, gen_random_uuid(), 'W' || n, 'Given' || n, 'Family' || lpad(n::text, 3, '0'), '1980-01-01', now()
       from generate_series(1, ${people}) n`,
  );
  const copied = async (table: string, changes: Readonly<Record<string, string>>, from: string) => {
    const { rows } = await house.run(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
        where attrelid = 'stepwell.${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and $1::uuid is not null`,
    );
    const columns = String(rows[0]?.columns);
    const values = columns
      .split(", ")
      .map((column) => changes[column] ?? `one.${column}`)
      .join(", ");
    await house.run(`insert into stepwell.${table} (${columns}) select ${values} ${from}`);
  };
  await copied(
    "enrollment",
    { id: "gen_random_uuid()", patient_id: "p.id" },
    `from stepwell.enrollment one join stepwell.patient p on p.organization_id = $1 and p.mrn like 'W%' where one.organization_id = $1`,
  );
  await copied(
    "day_charge",
    {
      id: "gen_random_uuid()",
      patient_id: "e.patient_id",
      enrollment_id: "e.id",
      coverage_id: "null",
      payer_id: "null",
      contract_version_id: "null",
      total_cents: "0",
      service_date: "one.service_date - n",
      made_at: "one.made_at - n * interval '1 day'",
      holds: `'[{"code": "no-coverage", "owner": "admissions", "values": {}}]'`,
    },
    `from stepwell.day_charge one join stepwell.enrollment e on e.organization_id = $1 and e.patient_id <> one.patient_id
       cross join generate_series(1, ${days}) n where one.organization_id = $1`,
  );
  await house.product.ownerPool.query("analyze");
});
afterAll(() => house.close());

const list = (input: Input<typeof listHolds>) => house.done(house.biller, listHolds, input);

test("what is mended once is one row; how much there is of each reason is said of every hold", async () => {
  const page = await list({ together: "true", limit: 20 });
  expect(page.total).toBe(people + 1);
  expect(page.rows).toHaveLength(20);
  for (const hold of page.rows) {
    expect(hold).toMatchObject({ code: "no-coverage", count: days });
    expect(hold.fromDate < hold.throughDate).toBe(true);
  }
  expect(
    page.reasons.map(({ code, together, count }) => [code, together, count]).toSorted(),
  ).toEqual([
    ["no-coverage", people, people * days],
    ["note-missing", 1, 1],
  ]);
  const alone = await list({ limit: 20 });
  expect(alone.total).toBe(people * days + 1);
  expect(alone.rows.every(({ count }) => count === 1)).toBe(true);
});

test("only what lies in some days is looked at, and every figure is of them", async () => {
  const span = { from: "2026-11-17", to: "2026-11-18" };
  const page = await list({ together: "true", ...span, limit: 20 });
  expect(page).toMatchObject({ total: people, all: people, days: { count: 2 * people } });
  expect(page.rows.every(({ count }) => count === 2)).toBe(true);
  expect(page.reasons.map(({ code, count }) => [code, count])).toEqual([
    ["no-coverage", 2 * people],
  ]);
  expect(page.payers.map(({ payerId, count }) => [payerId, count])).toEqual([[null, 2 * people]]);
  const until = await list({ together: "true", to: "2026-11-13", limit: 20 });
  expect(until).toMatchObject({ total: people, days: { count: people } });
});

test("reasons and payers are said of what the other filters leave, and of nothing where that is nothing", async () => {
  const of = async (filter: Input<typeof listHolds>) => {
    const { all, reasons, payers } = await list({ together: "true", limit: 1, ...filter });
    expect(all).toBe(people + 1);
    return [
      Object.fromEntries(reasons.map(({ code, together }) => [code, together])),
      Object.fromEntries(payers.map(({ name, count }) => [name ?? "nobody", count])),
    ];
  };
  expect(await of({ owner: "facilitator" })).toEqual([
    { "no-coverage": 0, "note-missing": 1 },
    { nobody: 0, "Foxglove Health": 1 },
  ]);
  // The reason that is chosen leaves the others to be chosen instead; so does the payer.
  expect(await of({ code: "note-missing" })).toEqual([
    { "no-coverage": people, "note-missing": 1 },
    { nobody: 0, "Foxglove Health": 1 },
  ]);
});

test.each(["since", "person", "payer", "total", "filing"] as const)(
  "by their %s, up and down, each comes once, page after page",
  async (sort) => {
    for (const order of ["asc", "desc"] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ together: "true", sort, order, limit: 200, cursor });
        seen.push(...page.rows.map(({ enrollmentId, code }) => `${enrollmentId} ${code}`));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toHaveLength(people + 1);
      expect(new Set(seen).size).toBe(people + 1);
    }
  },
);

test("what was found at the same moment stands in the order of its days, page after page", async () => {
  await house.run(
    `update stepwell.day_charge set made_at = '${today}T12:00:00Z', service_date = service_date - 7 * (hashtext(enrollment_id::text) & 3)
      where organization_id = $1 and payer_id is null`,
  );
  for (const together of ["true", "false"] as const) {
    const asked = { together, code: "no-coverage", limit: 200 };
    const first = await list(asked);
    const second = await list({ ...asked, cursor: first.nextCursor ?? undefined });
    const seen = [...first.rows, ...second.rows].map(({ fromDate }) => fromDate);
    expect(seen).toEqual(seen.toSorted());
  }
});

test("they stand in the order that was asked for", async () => {
  const names = async (order: "asc" | "desc") =>
    (await list({ together: "true", sort: "person", order, limit: 3 })).rows.map(
      ({ patient }) => patient.name,
    );
  expect(await names("asc")).toEqual(["Given1 Family001", "Given2 Family002", "Given3 Family003"]);
  expect((await names("desc"))[0]).toBe("Ana Marlowe");
  const dearest = await list({ together: "true", sort: "total", order: "desc", limit: 3 });
  const cents = dearest.rows.map(({ totalCents }) => totalCents);
  expect(cents).toEqual(cents.toSorted((a, b) => b - a));
});

test("holds are found by a name or their payer", async () => {
  for (const q of ["marlowe an", "foxgl"]) {
    const found = await list({ together: "true", q });
    expect(found.rows.map(({ patient }) => patient.name)).toEqual(["Ana Marlowe"]);
    expect(found.total).toBe(1);
  }
  expect((await list({ q: "Thornfield" })).rows).toEqual([]);
  expect((await house.done(house.stranger, listHolds, { q: "Ana" })).rows).toEqual([]);
});

interface Step {
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly Plans?: readonly Step[];
}
const stepsOf = (plan: Step): readonly Step[] => [plan, ...(plan.Plans ?? []).flatMap(stepsOf)];

test("a page looks up the names of those it shows and of nobody else", async () => {
  const limit = 20;
  const plan = await house.product.inside(house.here, async (work) => {
    const asked: RootOperationNode[] = [];
    const tx = work.tx.withPlugin({
      transformQuery: ({ node }) => {
        asked.push(node);
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    }) as Tx;
    const input = {
      q: "",
      together: true,
      sort: "since",
      order: "asc",
      limit,
      soon: today,
    } as const;
    await listWaiting({ ...work, tx }, input, null);
    const [node] = asked;
    if (node === undefined) throw new Error("nothing was asked");
    const { sql: text, parameters } = tx.getExecutor().compileQuery(node, createQueryId());
    const explained = CompiledQuery.raw(`explain (analyze, format json) ${text}`, [...parameters]);
    const { rows } = await work.tx.executeQuery<{ "QUERY PLAN": [{ Plan: Step }] }>(explained);
    return rows[0]?.["QUERY PLAN"][0].Plan;
  });
  if (plan === undefined) throw new Error("no plan");
  const read = (table: string) =>
    stepsOf(plan)
      .filter((step) => step["Relation Name"] === table)
      .reduce((sum, step) => sum + step["Actual Rows"] * step["Actual Loops"], 0);
  expect(read("day_charge")).toBeGreaterThanOrEqual(people * days);
  expect(read("patient")).toBeLessThanOrEqual(limit + 1);
});

test("what waits is said by who pays, each day once, and narrowed to one of them", async () => {
  const [foxglove, nobody] = (await list({})).payers;
  expect(foxglove).toMatchObject({ name: "Foxglove Health", count: 1, totalCents: 30_000 });
  expect(nobody).toMatchObject({ payerId: null, name: null, count: people * days });
  const ofPayer = await list({ payerId: foxglove?.payerId ?? "" });
  expect(ofPayer.rows.map(({ patient }) => patient.name)).toEqual(["Ana Marlowe"]);
  expect(ofPayer.total).toBe(1);
});

test("what its payer soon no longer takes is told of from thirty days before the last day on", async () => {
  const { clock, ownerPool } = house.product;
  expect((await list({ filing: "soon" })).rows).toEqual([]);
  expect((await list({})).filingSoon).toEqual({ count: 0, totalCents: 0, first: null });
  clock.moveTo(later({ hours: 24 }));
  await ownerPool.query(
    "update global.login_session set last_seen_at = $1::timestamptz, expires_at = $1::timestamptz + interval '12 hours'",
    [clock.now().toString()],
  );
  const soon = await list({ filing: "soon" });
  expect(soon.rows.map(({ patient, fileBy }) => [patient.name, fileBy])).toEqual([
    ["Ana Marlowe", "2026-12-20"],
  ]);
  expect(soon.filingSoon).toEqual({ count: 1, totalCents: 30_000, first: "2026-12-20" });
  // Nobody knows how long somebody takes a claim whom nobody has named.
  const [first, next] = (await list({ sort: "filing", limit: 2 })).rows;
  expect([first?.patient.name, next?.fileBy]).toEqual(["Ana Marlowe", null]);
});

test("a day that waits for two things counts under each of them, and once in all", async () => {
  await house.run(
    `update stepwell.day_charge set holds = holds || '[{"code": "note-minutes-differ", "owner": "facilitator", "values": {}}]'
      where organization_id = $1 and payer_id is not null`,
  );
  const page = await list({ together: "true" });
  const priced = page.reasons.filter(({ totalCents }) => totalCents > 0);
  expect(priced.map(({ together, count, totalCents }) => [together, count, totalCents])).toEqual([
    [1, 1, 30_000],
    [1, 1, 30_000],
  ]);
  expect(page.total).toBe(page.reasons.reduce((sum, { together }) => sum + together, 0));
  expect(page).toMatchObject({
    days: { count: people * days + 1, unpriced: people * days, totalCents: 30_000 },
    claims: { count: 0, totalCents: 0 },
    // Both of its rows are near their end.
    filingSoon: { count: 2, totalCents: 30_000 },
  });
  const { states } = await house.done(house.biller, listDayCharges, {});
  expect(states.find(({ state }) => state === "held")).toMatchObject({
    days: page.days.count,
    totalCents: page.days.totalCents,
  });
});
