import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportClaims } from "#domain/billing/claims/claim-file.api.ts";
import { buildClaims } from "#domain/billing/claims/claim.api.ts";
import { contentOf } from "#server/billing/claims/claim-file.service.ts";
import { newId } from "#server/platform/ids.ts";
import { openClaimHouse, type ClaimHouse } from "#test/support/claim-house.ts";

const range = { from: "2026-11-01", to: "2026-11-19" };
let house: ClaimHouse;
let number = 0;
beforeAll(async () => {
  house = await openClaimHouse();
});
afterAll(() => house.close());

const rowsOf = async <Row extends object>(text: string, values: readonly unknown[] = []) =>
  (await house.product.ownerPool.query<Row>(text, [...values])).rows;

/** Everything an export leaves behind. */
const left = () =>
  rowsOf(`select
    (select jsonb_agg(jsonb_build_array(control, state, claim_file_id, version) order by control) from stepwell.claim) as claims,
    (select jsonb_agg(id order by id) from stepwell.claim_file) as files,
    (select jsonb_agg(id order by id) from stepwell.disclosure) as told,
    (select jsonb_agg(jsonb_build_array(record_id, version) order by record_id, version) from stepwell.revision
      where record_kind = 'claim') as revisions,
    (select last_interchange from stepwell.claim_counter) as counter`);

/** Two people with a claim each that is ready; answers the numbers of the claims. */
const twoReady = async (): Promise<readonly string[]> => {
  for (let person = 0; person < 2; person++) await house.day(await house.insured(`Ida${++number}`));
  await house.done(house.biller, buildClaims, range);
  const rows = await rowsOf<{ control: string }>(
    "select control from stepwell.claim where state = 'ready' order by control",
  );
  expect(rows).toHaveLength(2);
  return rows.map(({ control }) => control);
};

const patienceMs = 60_000;

/** Ends the connection that waits for `holder`, once there is one. */
const killWhoWaitsFor = async (holder: number): Promise<void> => {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    const [waiting] = await rowsOf<{ pid: number }>(
      "select pid from pg_stat_activity where datname = current_database() and $1 = any(pg_blocking_pids(pid))",
      [holder],
    );
    // Only its own role may end a connection.
    if (waiting !== undefined) {
      await house.product.pool.query("select pg_terminate_backend($1)", [waiting.pid]);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("the export never came to this step");
};

/** Exports while nobody can write into a table, and ends its connection where it waits for that. */
const exportKilledAt = async (table: string, key: string) => {
  const holder = await house.product.ownerPool.connect();
  try {
    await holder.query("begin");
    await holder.query(`lock table stepwell.${table} in share row exclusive mode`);
    const [self] = (await holder.query<{ pid: number }>("select pg_backend_pid() as pid")).rows;
    const answer = house.product.call(house.biller, exportClaims, range, { key });
    answer.catch(() => {});
    await killWhoWaitsFor(self?.pid ?? 0);
    return await answer;
  } finally {
    await holder.query("rollback");
    holder.release();
  }
};

// In the order in which an export writes into them: the accounting, the number, the file, the claims, their history.
test.each(["disclosure", "claim_counter", "claim_file", "claim", "revision"])(
  "an export that dies before it writes into %s has done nothing, and goes once when it is asked for again",
  { timeout: patienceMs * 2 },
  async (table) => {
    const controls = await twoReady();
    const before = await left();
    const key = newId();
    expect((await exportKilledAt(table, key)).ok).toBe(false);
    expect(await left()).toEqual(before);

    const again = await house.product.call(house.biller, exportClaims, range, { key });
    if (!again.ok) throw new Error("the export was refused");
    expect(again.body.files).toMatchObject([{ claims: 2 }]);
    const [file] = again.body.files;

    const told = await rowsOf<{ control: string; state: string; file: string; times: number }>(
      `select c.control, c.state, c.claim_file_id as file, (select count(*)::int from stepwell.disclosure d
          where d.organization_id = c.organization_id and d.record_kind = 'claim' and d.record_id = c.id) as times
         from stepwell.claim c where c.control = any($1) order by c.control`,
      [controls],
    );
    expect(told).toEqual(
      controls.map((control) => ({ control, state: "exported", file: file?.id, times: 1 })),
    );

    const fetched = await house.product.inside({ ...house.biller, name: "House" }, (work) =>
      contentOf(work, file?.id ?? ""),
    );
    expect(createHash("sha256").update(fetched).digest("hex")).toBe(file?.sha256);
    const files = await rowsOf<{ content: Buffer }>("select content from stepwell.claim_file");
    for (const control of controls)
      expect(files.filter(({ content }) => content.includes(`CLM*${control}*`))).toHaveLength(1);

    const same = await house.product.call(house.biller, exportClaims, range, { key });
    expect(same.ok && same.body.files.map(({ id }) => id)).toEqual([file?.id]);
    expect((await house.done(house.biller, exportClaims, range)).files).toEqual([]);
  },
);
