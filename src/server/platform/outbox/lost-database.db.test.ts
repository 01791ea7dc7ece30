import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openPool } from "#server/db/pool.ts";
import { startDeliveries } from "#server/platform/outbox/deliver.ts";
import { enqueue, type ErrandHandler } from "#server/platform/outbox/outbox.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let house: TestOrganization;
beforeAll(async () => {
  product = await openTestProduct(() => []);
  house = await product.addOrganization("House");
});
afterAll(() => product.close());

/** Ends every connection that serves this product, as a restart of the database server does. */
const endConnections = async (): Promise<void> => {
  const client = new pg.Client({ connectionString: inject("testPostgres").superUrl });
  await client.connect();
  const name = new URL(product.database.appUrl.replace(/^postgres:\/\/[^/]*/, "http://x")).pathname;
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'stepwell' and datname = $1",
    [name.slice(1)],
  );
  await client.end();
  // The test's own connection was among them: it goes on once that has been noticed.
  await expect.poll(() => product.pool.query("select 1").then(Boolean, () => false)).toBe(true);
};

const undelivered = async (): Promise<number> => {
  const { rows } = await product.ownerPool.query<{ n: number }>(
    "select count(*) as n from stepwell.outbox where delivered_at is null",
  );
  return rows[0]?.n ?? -1;
};

it("goes on delivering after every connection was lost in the middle of its work", async () => {
  const faults: unknown[] = [];
  const hear = (error: unknown) => faults.push(error);
  process.on("unhandledRejection", hear);
  const pool = openPool({ url: product.database.appUrl, most: 6 });
  const workerPool = openPool({ url: product.database.appUrl, most: 4, worker: true });
  const greet: ErrandHandler = {
    kind: "greet",
    handle: async (work) => {
      // Long enough that connections are lost while jobs are under way, and while they are written down as done.
      const { sql } = await import("kysely");
      await sql`select pg_sleep(0.02)`.execute(work.tx);
    },
  };
  const runner = await startDeliveries({ ...product.services, pool }, workerPool, [greet]);
  for (let round = 0; round < 6; round++) {
    await product.inside(house, async (work) => {
      for (let n = 0; n < 12; n++) await enqueue(work, { kind: "greet" });
    });
    await new Promise((resolve) => setTimeout(resolve, 60 + 15 * round));
    await endConnections();
  }
  // Those whose connection was lost are tried again after a pause of seconds.
  await expect.poll(undelivered, { timeout: 25_000, interval: 200 }).toBe(0);
  await runner.stop();
  await Promise.all([pool.end(), workerPool.end()]);
  process.off("unhandledRejection", hear);
  expect(faults).toEqual([]);
}, 40_000);
