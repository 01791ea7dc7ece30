import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedDemo } from "#demo/seed.ts";
import { migrate } from "#server/db/migrate.ts";
import { printSchema } from "#server/db/print-schema.ts";
import { openPool } from "#server/db/pool.ts";
import { inTransaction } from "#server/db/transaction.ts";
import { openAnchorFile } from "#server/platform/audit/audit-anchors.ts";
import { sealOnce } from "#server/platform/audit/audit-sealer.ts";
import { verifyTrail } from "#server/platform/audit/audit-verification.ts";
import { newId } from "#server/platform/ids.ts";
import { enqueue } from "#server/platform/outbox/outbox.ts";
import {
  fillProbe,
  hasOtherServer,
  openEmptyDatabase,
  probeMigrations,
  startOtherServer,
  testKey,
  type EmptyDatabase,
} from "#test/support/backup-ground.ts";
import { openTestProduct, type TestProduct } from "#test/support/test-product.ts";
import { restoreBackup } from "./restore-backup.ts";
import { takeBackup } from "./take-backup.ts";

const folder = mkdtempSync(path.join(tmpdir(), "stepwell-backup-"));
const migrations = probeMigrations(folder);
const secret = testKey();
const now = "2026-11-19T20:00:00Z";
const anchorFile = path.join(folder, "audit-anchors.jsonl");
const anchors = openAnchorFile(anchorFile);
let product: TestProduct;

const at = (name: string) => path.join(folder, name);
const backUp = (ownerUrl: string, name: string, anchorsAt = anchorFile) =>
  takeBackup({
    ownerUrl,
    file: at(name),
    secret,
    anchors: openAnchorFile(anchorsAt),
    version: "0.1.0",
  });
const restore = (target: EmptyDatabase, name: string, anchorsAt = `${at(name)}.anchors`) =>
  restoreBackup(
    { ownerUrl: target.ownerUrl, file: at(name), secret, anchorFile: anchorsAt, migrations },
    now,
  );

/** Everything a person could see of a table, generated columns too, in a fixed order. */
const rowsOf = async (url: string, table: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url, options: "-c timezone=UTC" });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select t::text as row from ${table} t order by t::text collate "C"`,
    );
    return rows.map((row) => row.row);
  } finally {
    await client.end();
  }
};

const schemaOf = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await printSchema(client);
  } finally {
    await client.end();
  }
};

const waitingErrand = async (organizationId: string) => {
  const organization = { organizationId, name: "x" };
  return product.inside(organization, (work) =>
    enqueue(work, { kind: "probe", payload: { n: 1 }, runAt: "2026-12-24T18:00:00Z" }),
  );
};

beforeAll(async () => {
  product = await openTestProduct(() => []);
  const { pool, clock, ownerPool } = product;
  await seedDemo({ pool, clock, newId });
  await migrate({ ownerUrl: product.database.ownerUrl, folder: migrations });
  await fillProbe(ownerPool);
  await sealOnce({ pool, clock, anchors, newId });
}, 120_000);
afterAll(async () => {
  await product.close();
  rmSync(folder, { recursive: true, force: true });
});

const expectSameAs = async (url: string) => {
  const original = product.database.ownerUrl;
  expect(await schemaOf(url)).toBe(await schemaOf(original));
  for (const table of [
    "stepwell.probe",
    "stepwell.probe_partner",
    "stepwell.patient",
    "stepwell.audit_event",
    "stepwell.audit_seal",
    "stepwell.session_note",
    "stepwell.mrn_counter",
    "global.account",
  ])
    expect(await rowsOf(url, table), table).toEqual(await rowsOf(original, table));
};

describe("a backup", () => {
  it("comes back whole: rows, schema, sequences, seals and what waits", async () => {
    const { rows } = await product.ownerPool.query(
      "select organization_id as id from stepwell.organization limit 1",
    );
    const errandId = await waitingErrand(rows[0].id);
    const whole = `${newId()}.backup`;
    const taken = await backUp(product.database.ownerUrl, whole);
    expect(taken.rows).toBeGreaterThan(3000);
    const target = await openEmptyDatabase();
    const report = await restore(target, whole);
    expect(report.backup.contents).toEqual(taken.contents);
    expect(report.migrated).toEqual([]);
    await expectSameAs(target.ownerUrl);

    const pool = openPool({ url: target.ownerUrl, most: 2 });
    const jobs = await pool.query("select key, run_at from graphile_worker.jobs where key = $1", [
      errandId,
    ]);
    expect(jobs.rows).toEqual([{ key: errandId, run_at: "2026-12-24T18:00:00Z" }]);
    const waiting = await pool.query(
      "select count(*) as n from stepwell.outbox where delivered_at is null and failed_at is null",
    );
    expect(report.errands).toBe(waiting.rows[0].n);
    // The next of an identity is one that nobody has.
    const next = await pool.query(
      'insert into stepwell.probe (words) values (\'next\') returning "Number" as n, "order"',
    );
    expect(next.rows).toEqual([{ n: 15, order: "touched" }]);
    const counted = await pool.query("select last_value::text as n from stepwell.probe_sequence");
    expect(counted.rows).toEqual([{ n: "-9007199254740993" }]);
    await pool.end();

    const app = openPool({ url: target.appUrl, most: 2 });
    const restoredAnchors = openAnchorFile(`${at(whole)}.anchors`);
    for (const { organizationId } of taken.contents.seals) {
      const scope = { organizationId, accountId: null };
      const trail = await inTransaction(app, scope, (tx) =>
        verifyTrail({ tx, organizationId, now: product.clock.now() }, restoredAnchors),
      );
      expect(trail).toMatchObject({ isIntact: true, findings: [], anchors: trail.seals });
      expect(trail.seals).toBeGreaterThan(0);
    }
    await app.end();
    await target.drop();
  }, 120_000);

  it.skipIf(!hasOtherServer)(
    "goes to the other supported version and back again",
    async () => {
      const [there, returned] = [`${newId()}.backup`, `${newId()}.backup`];
      await backUp(product.database.ownerUrl, there);
      const other = await startOtherServer();
      const back = await openEmptyDatabase();
      try {
        await restore(other, there);
        await expectSameAs(other.ownerUrl);
        const heads = `${at(there)}.anchors`;
        const again = await backUp(other.ownerUrl, returned, heads);
        expect(again.server).not.toBe("");
        const report = await restore(back, returned);
        expect(report.backup.contents).toEqual(again.contents);
        await expectSameAs(back.ownerUrl);
      } finally {
        await other.drop();
        await back.drop();
      }
    },
    240_000,
  );

  it("leaves nothing but finished files behind", () => {
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });
});
