import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openPool } from "#server/db/pool.ts";
import { inTransaction } from "#server/db/transaction.ts";
import { announce } from "#server/platform/live/announce.ts";
import { startLiveHub, type LiveEvent, type LiveHub } from "#server/platform/live/live-hub.ts";
import { newId } from "#server/platform/ids.ts";
import { systemClock } from "#server/platform/clock.ts";
import { deliver, pauseSeconds, startDeliveries } from "#server/platform/outbox/deliver.ts";
import { deliverDue } from "#server/platform/outbox/deliver-due.ts";
import { enqueue, type ErrandHandler } from "#server/platform/outbox/outbox.ts";
import { systemActor } from "#server/platform/system-actor.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let house: TestOrganization;
let neighbour: TestOrganization;
let live: LiveHub;

/** Ends the listening connections, as a restart of the database server would. */
const endListeners = async (): Promise<void> => {
  const client = new pg.Client({ connectionString: inject("testPostgres").superUrl });
  await client.connect();
  const { rowCount } = await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'stepwell-live'",
  );
  expect(rowCount).toBeGreaterThan(0);
  await client.end();
};

beforeAll(async () => {
  product = await openTestProduct(() => []);
  house = await product.addOrganization("House");
  neighbour = await product.addOrganization("Neighbour");
  live = await startLiveHub({ url: product.database.appUrl, onError: () => {} });
});
afterAll(async () => {
  await live.stop();
  await product.close();
});

const tell = (kind: string, id: string): Promise<void> =>
  product.inside(house, (work) => {
    announce(work, kind, id);
    return Promise.resolve();
  });

describe("live updates", () => {
  it("are heard by their organization alone, after the commit and not before", async () => {
    const heard: LiveEvent[] = [];
    const overheard: LiveEvent[] = [];
    const stop = live.subscribe(house.organizationId, (event) => heard.push(event));
    live.subscribe(neighbour.organizationId, (event) => overheard.push(event));
    const id = newId();
    await product
      .inside(house, async (work) => {
        announce(work, "site", newId());
        await Promise.reject(new Error("undone"));
      })
      .catch(() => {});
    await tell("site", id);
    await expect.poll(() => heard).toEqual([{ kind: "site", id }]);
    expect(overheard).toEqual([]);
    stop();
  });

  it("come back after the connection was lost, and tell everybody to fetch again", async () => {
    const heard: LiveEvent[] = [];
    live.subscribe(house.organizationId, (event) => heard.push(event));
    await endListeners();
    await expect.poll(() => heard).toContainEqual({ kind: "everything", id: house.organizationId });
    const id = newId();
    await tell("room", id);
    await expect.poll(() => heard).toContainEqual({ kind: "room", id });
  });
});

describe("errands", () => {
  const services = () => ({ pool: product.pool, clock: systemClock, newId });
  const rowOf = async (id: string) => {
    const { rows } = await product.ownerPool.query("select * from stepwell.outbox where id = $1", [
      id,
    ]);
    return rows[0] as Record<string, unknown>;
  };
  const jobsOf = async (id: string) => {
    const { rows } = await product.ownerPool.query(
      "select count(*) as n from graphile_worker.jobs where key = $1",
      [id],
    );
    return rows[0]?.n as number;
  };

  it("exist with their job or not at all", async () => {
    let lost = "";
    await product
      .inside(house, async (work) => {
        lost = await enqueue(work, { kind: "greet" });
        throw new Error("undone");
      })
      .catch(() => {});
    expect(await rowOf(lost)).toBeUndefined();
    expect(await jobsOf(lost)).toBe(0);
    const kept = await product.inside(house, (work) => enqueue(work, { kind: "greet" }));
    expect(await jobsOf(kept)).toBe(1);
  });

  it("have none where they were carried out in their own transaction", async () => {
    const done = await product.inside(house, async (work) => {
      const id = await enqueue(work, { kind: "greet" });
      await deliverDue(work, [{ kinds: ["greet"], handle: () => Promise.resolve() }]);
      return id;
    });
    expect(await rowOf(done)).toMatchObject({ delivered_at: expect.anything() });
    expect(await jobsOf(done)).toBe(0);
  });

  it("have their job when a pool has ended right after their commit", async () => {
    const pool = openPool({ url: product.database.appUrl, most: 2 });
    const scope = { organizationId: house.organizationId, accountId: null };
    const id = await inTransaction(pool, scope, (tx) =>
      enqueue(
        {
          tx,
          organizationId: house.organizationId,
          actor: systemActor("Test"),
          now: product.clock.now(),
          requestId: newId(),
          newId,
        },
        { kind: "greet" },
      ),
    );
    expect(await jobsOf(id)).toBe(0);
    await pool.end();
    expect(await jobsOf(id)).toBe(1);
  });

  it("cannot be enqueued for another organization, nor the queue be read or filled directly", async () => {
    const theirs = await product.inside(neighbour, (work) => enqueue(work, { kind: "greet" }));
    const attempt = product.pool.query("select stepwell.enqueue_delivery($1, now(), 1)", [theirs]);
    await expect(attempt).rejects.toThrow("no such errand in this organization");
    const { rows } = await product.pool.query(
      "select count(*) as n from graphile_worker._private_jobs",
    );
    expect(rows[0]?.n).toBe(0);
    const direct = product.pool.query("select graphile_worker.add_job('deliver', '{}'::json)");
    await expect(direct).rejects.toThrow(/row-level security/);
  });

  it("are delivered once although two workers try at the same moment", async () => {
    const id = await product.inside(house, (work) => enqueue(work, { kind: "greet" }));
    let greeted = 0;
    const handlers = new Map<string, ErrandHandler>([
      ["greet", { kind: "greet", handle: () => Promise.resolve(void greeted++) }],
    ]);
    const outcomes = await Promise.all([
      deliver(services(), handlers, house.organizationId, id),
      deliver(services(), handlers, house.organizationId, id),
    ]);
    expect(outcomes.toSorted()).toEqual([false, true]);
    expect(greeted).toBe(1);
    expect(await rowOf(id)).toMatchObject({ attempts: 1, failed_at: null });
  });

  it("run by the worker, note why an attempt failed without its words, and try again", async () => {
    const workerPool = openPool({ url: product.database.appUrl, most: 3, worker: true });
    let attempts = 0;
    const flaky: ErrandHandler = {
      kind: "flaky",
      handle() {
        attempts++;
        if (attempts === 1)
          throw Object.assign(new Error("550 no such box: quillon@test.example"), {
            code: "EENVELOPE",
          });
        return Promise.resolve();
      },
    };
    const runner = await startDeliveries(services(), workerPool, [flaky]);
    const id = await product.inside(house, (work) => enqueue(work, { kind: "flaky" }));
    await expect
      .poll(() => rowOf(id))
      .toMatchObject({
        attempts: 1,
        last_problem: "EENVELOPE",
        failed_at: null,
      });
    const { rows } = await product.ownerPool.query(
      "select last_error from graphile_worker._private_jobs where key = $1",
      [id],
    );
    expect(String(rows[0]?.last_error)).not.toContain("quillon");
    await expect.poll(() => rowOf(id)).toMatchObject({ attempts: 2, last_problem: null });
    expect((await rowOf(id))["delivered_at"]).not.toBeNull();
    await runner.stop();
    await workerPool.end();
  }, 45_000);

  it("wait longer before each next attempt", () => {
    const pauses = Array.from({ length: 12 }, (_, attempt) => pauseSeconds(attempt + 1));
    for (const [index, pause] of pauses.slice(1, 10).entries())
      expect(pause).toBeGreaterThan(pauses[index] ?? 0);
    expect(pauses.at(-1)).toBe(pauses.at(-2));
  });
});
