import { CompiledQuery, createQueryId, sql, type RootOperationNode } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildClaims, listClaims, sumClaims } from "#domain/billing/claims/claim.api.ts";
import { claimStates, type ClaimRow } from "#domain/billing/claims/claim.ts";
import { searchNames } from "#domain/patients/search-names.ts";
import { listClaims as selectClaims } from "#server/billing/claims/claim-list.queries.ts";
import type { Tx } from "#server/db/transaction.ts";
import { openClaimHouse, type ClaimHouse } from "#test/support/claim-house.ts";

const unnamed = { middleName: null, preferredName: null, formerNames: [], nicknames: [] };

let house: ClaimHouse;
beforeAll(async () => {
  house = await openClaimHouse();
  for (const given of ["Ana", "Odo", "Ida"]) {
    const member = await house.insured(given);
    for (const name of searchNames({ ...unnamed, givenName: given, familyName: "Marlowe" }))
      await house.program.add("patient_name", { patient_id: member.patientId, ...name });
    for (const daysAgo of [0, 2, 9]) await house.day(member, daysAgo);
  }
  await house.done(house.biller, buildClaims, { from: "2026-11-01", to: "2026-11-19" });
});
afterAll(() => house.close());

test("claims come the latest first, page after page, each once", async () => {
  const all = (await house.done(house.biller, listClaims, {})).rows;
  expect(all).toHaveLength(9);
  const places = all.map(({ throughDate, id }) => `${throughDate} ${id}`);
  expect(places).toEqual(places.toSorted().toReversed());
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await house.done(house.biller, listClaims, { limit: 2, cursor });
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(all.map(({ id }) => id));
});

test.each([
  ["person", ({ patient }: ClaimRow) => patient.name.split(" ").toReversed().join(" ")],
  ["payer", ({ payer }: ClaimRow) => payer.name],
  ["total", ({ totalCents }: ClaimRow) => String(totalCents).padStart(12, "0")],
  ["days", ({ throughDate }: ClaimRow) => throughDate],
] as const)("claims go up and down by their %s, page after page", async (sort, of) => {
  for (const order of ["asc", "desc"] as const) {
    const all = (await house.done(house.biller, listClaims, { sort, order })).rows;
    const sorted = all.map(of).toSorted();
    expect(all.map(of)).toEqual(order === "asc" ? sorted : sorted.toReversed());
    const first = await house.done(house.biller, listClaims, { sort, order, limit: 4 });
    const cursor = first.nextCursor ?? undefined;
    const second = await house.done(house.biller, listClaims, { sort, order, limit: 5, cursor });
    expect([...first.rows, ...second.rows]).toEqual(all);
  }
});

test("claims stand by their state as a claim goes on", async () => {
  const { rows } = await house.done(house.biller, listClaims, { sort: "state", order: "asc" });
  const places = rows.map(({ state }) => claimStates.indexOf(state));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

const sought = async (q: string) => {
  const page = await house.done(house.biller, listClaims, { q, limit: 200 });
  expect(page.total).toBe(page.rows.length);
  expect((await house.done(house.biller, sumClaims, { q })).total).toBe(page.rows.length);
  return page.rows;
};

test("claims are found by a name typed to its end or not, in any order, and by their payer", async () => {
  for (const q of ["Ana", "ana mar", "Marlowe A", "ÁNA"]) {
    const rows = await sought(q);
    expect(rows).toHaveLength(3);
    expect(rows.every(({ patient }) => patient.name === "Ana Marlowe")).toBe(true);
  }
  expect(await sought("Marlowe")).toHaveLength(9);
  expect(await sought("glove")).toHaveLength(9);
  expect(await sought("na")).toEqual([]);
  expect(await sought("Ana Thornfield")).toEqual([]);
});

test("claims are found by how their number begins, ours or the payer's, and together with the filters", async () => {
  const [claim] = await sought("Odo");
  if (claim === undefined) throw new Error("no claim");
  expect((await sought(` ${claim.control.toLowerCase()}`)).map(({ id }) => id)).toEqual([claim.id]);
  expect(await sought(claim.control.slice(0, 4))).toHaveLength(9);
  await house.run(
    "update stepwell.claim set payer_claim_control = 'Icn-2026x77' where organization_id = $1 and id = $2",
    claim.id,
  );
  expect((await sought("icn-2026")).map(({ id }) => id)).toEqual([claim.id]);
  const { throughDate: to, fromDate: from } = claim;
  const narrowed = { q: "Odo", from, to, state: claim.state };
  expect((await house.done(house.biller, listClaims, narrowed)).total).toBe(1);
  expect((await house.done(house.stranger, listClaims, { q: "Odo" })).rows).toEqual([]);
});

/** The statement that a page of claims is read by, and its plan where nothing may be sorted. */
const planOfPage = (): Promise<string> =>
  house.product.inside(house.here, async (work) => {
    const asked: RootOperationNode[] = [];
    const tx = work.tx.withPlugin({
      transformQuery: ({ node }) => {
        asked.push(node);
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    }) as Tx;
    await selectClaims(
      { ...work, tx },
      {
        limit: 20,
        sort: "days",
        order: "desc",
        spanOf: "days",
        zone: "America/Denver",
        today: "2026-11-19",
      },
      null,
    );
    const [node] = asked;
    if (node === undefined) throw new Error("nothing was asked");
    const { sql: text, parameters } = tx.getExecutor().compileQuery(node, createQueryId());
    for (const other of ["seqscan", "bitmapscan", "sort"])
      await sql.raw(`set local enable_${other} = off`).execute(work.tx);
    const explained = { ...CompiledQuery.raw(`explain ${text}`, [...parameters]) };
    const { rows } = await work.tx.executeQuery<Record<string, string>>(explained);
    return rows.flatMap((row) => Object.values(row)).join("\n");
  });

test("their order is that of an index, under row-level security too: a page reads a page", async () => {
  const plan = await planOfPage();
  expect(plan).toContain("using claim_by_last_day on claim");
  expect(plan).not.toMatch(/Sort Key: .*through_date/);
});
