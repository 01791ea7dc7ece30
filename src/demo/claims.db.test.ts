import { afterAll, beforeAll, expect, test } from "vitest";
import { seedDemo } from "#demo/seed.ts";
import { summarizeFile } from "#edi/file-summary.ts";
import { problemList } from "#edi/x12/problem.ts";
import { newId } from "#server/platform/ids.ts";
import { filedAndDerived } from "#test/support/filed-days.ts";
import { openTestProduct, type TestProduct } from "#test/support/test-product.ts";

let product: TestProduct;
beforeAll(async () => {
  product = await openTestProduct(() => []);
  const { pool, clock } = product;
  await seedDemo({ pool, clock, newId });
}, 180_000);
afterAll(() => product.close());

const rowsOf = async <Row extends object>(text: string): Promise<Row[]> =>
  (await product.ownerPool.query<Row>(text)).rows;

test("there is something of everything a biller meets: sent, ready, and held for a reason", async () => {
  const states = await rowsOf<{ state: string }>("select distinct state from stepwell.claim");
  expect(states.map(({ state }) => state).toSorted()).toEqual(["exported", "ready", "scrubbed"]);
  const forms = await rowsOf("select distinct form from stepwell.claim");
  expect(forms).toHaveLength(2);
  expect(await rowsOf("select id from stepwell.claim_hold where released_at is null")).not.toEqual(
    [],
  );
});

test("every file of the demo is read without a fault and comes to what its claims do", async () => {
  const files = await rowsOf<{ content: Buffer; claims: number; cents: number; total: number }>(
    `select file.content, file.claims, file.total_cents as cents, (select sum(claim.total_cents)::int from stepwell.claim
      where claim.organization_id = file.organization_id and claim.claim_file_id = file.id) as total from stepwell.claim_file file`,
  );
  expect(files.length).toBeGreaterThan(1);
  for (const { content, claims, cents, total } of files) {
    const problems = problemList();
    const summary = summarizeFile([content], problems);
    const [transaction] = summary?.interchanges[0]?.groups[0]?.transactions ?? [];
    expect(problems.found.filter(({ severity }) => severity !== "warning")).toEqual([]);
    expect(transaction?.claims).toBe(claims);
    expect(Math.round(Number(transaction?.total) * 100)).toBe(cents);
    expect(total).toBe(cents);
  }
});

test("each day that was billed is in one claim, and comes to what its lines in the claim do", async () => {
  const wrong = await rowsOf(
    `select day.id from stepwell.day_charge day
      join stepwell.claim claim on claim.organization_id = day.organization_id and claim.id = day.claim_id
      cross join lateral (select sum((line->>'chargeCents')::int) as cents from jsonb_array_elements(claim.snapshot->'lines') line
        where line->>'dayChargeId' = day.id::text) billed
     where billed.cents is distinct from day.total_cents`,
  );
  expect(wrong).toEqual([]);
  const twice = await rowsOf(
    `select line->>'dayChargeId' from stepwell.claim claim, jsonb_array_elements(claim.snapshot->'lines') line
      where claim.state <> 'withdrawn' group by claim.organization_id, line->>'dayChargeId' having count(distinct claim.id) > 1`,
  );
  expect(twice).toEqual([]);
});

test("the days of the files, read from their bytes, are what a second derivation by SQL alone comes to", async () => {
  const { forms, filed, derived } = await filedAndDerived(product.ownerPool);
  expect(forms.get("professional")).toBeGreaterThan(2);
  expect(forms.get("institutional")).toBeGreaterThan(2);
  expect(filed.length).toBeGreaterThan(20);
  expect(filed).toEqual(derived);
});

test("whoever is in a file has a line in the accounting of disclosures for each claim of theirs", async () => {
  const untold = await rowsOf(
    `select claim.id from stepwell.claim claim where claim.state = 'exported' and not exists (
      select from stepwell.disclosure told where told.organization_id = claim.organization_id and told.record_id = claim.id
        and told.record_kind = 'claim' and told.patient_id = claim.patient_id and told.purpose = 'payment')`,
  );
  expect(untold).toEqual([]);
});
