import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Errand } from "#domain/operations/errand.ts";
import {
  listErrands,
  readOperations,
  repeatErrand,
  repeatFailedErrands,
} from "#domain/operations/operations.api.ts";
import { openPool } from "#server/db/pool.ts";
import { operationsRoutes } from "#server/operations/operations.routes.ts";
import { newId } from "#server/platform/ids.ts";
import { startLiveHub, type LiveEvent } from "#server/platform/live/live-hub.ts";
import { startDeliveries } from "#server/platform/outbox/deliver.ts";
import { enqueue, mostAttempts } from "#server/platform/outbox/outbox.ts";
import { markAttempt, markDelivered } from "#server/platform/outbox/outbox.queries.ts";
import { testInstallation } from "#test/support/health-records.ts";
import {
  later,
  openTestProduct,
  testNow,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let house: TestOrganization;
let administrator: TestPerson;

beforeAll(async () => {
  product = await openTestProduct(() => operationsRoutes({ installation: testInstallation() }));
  house = await product.addOrganization("Errand House");
  administrator = await product.addPerson(house, ["administrator"], "Ada Okeke");
});
afterAll(() => product.close());

const send = (organization = house) =>
  product.inside(organization, (work) => enqueue(work, { kind: "greet", recordId: newId() }));

/** One attempt that did not work; null where no other follows. */
const attempt = (id: string, nextAttemptAt: string | null, organization = house) =>
  product.inside(organization, ({ tx, organizationId }) =>
    markAttempt(tx, organizationId, id, { at: testNow, problem: "ECONNREFUSED", nextAttemptAt }),
  );

const giveUp = async (id: string, organization = house): Promise<void> => {
  await attempt(id, null, organization);
  await product.ownerPool.query(
    "update graphile_worker._private_jobs set attempts = max_attempts where key = $1",
    [id],
  );
};

const deliver = (id: string) =>
  product.inside(house, ({ tx, organizationId }) => markDelivered(tx, organizationId, id, testNow));

const listed = async (state: Errand["state"], person = administrator): Promise<Errand[]> => {
  const answer = await product.call(person, listErrands, { state });
  if (!answer.ok) throw new Error(answer.body.code);
  return answer.body.rows;
};
const idsOf = (errands: readonly Errand[]) => errands.map((errand) => errand.id);

const jobOf = async (id: string) => {
  const { rows } = await product.ownerPool.query<{
    attempts: number;
    most: number;
    run_at: string;
  }>(
    "select attempts, max_attempts as most, run_at from graphile_worker._private_jobs where key = $1",
    [id],
  );
  return rows[0];
};

it.each([
  ["administrator", 200, 200],
  ["director", 403, 403],
  ["privacy-officer", 403, 403],
  ["patient", 403, 403],
] as const)("%s reads with %d and repeats with %d", async (role, reads, repeats) => {
  const person = await product.addPerson(house, [role]);
  expect((await product.call(person, readOperations, {})).status).toBe(reads);
  expect((await product.call(person, listErrands, { state: "failed" })).status).toBe(reads);
  expect((await product.call(person, repeatFailedErrands, {})).status).toBe(repeats);
});

it("shows each errand in its state, with why and when next", async () => {
  const waiting = await send();
  const retrying = await send();
  await attempt(retrying, later({ minutes: 2 }));
  const failed = await send();
  await giveUp(failed);
  const delivered = await send();
  await deliver(delivered);
  expect(idsOf(await listed("waiting"))).toEqual([waiting]);
  expect(await listed("retrying")).toMatchObject([
    {
      id: retrying,
      state: "retrying",
      attempts: 1,
      lastProblem: "ECONNREFUSED",
      nextAttemptAt: later({ minutes: 2 }),
    },
  ]);
  expect(await listed("failed")).toMatchObject([
    { id: failed, state: "failed", failedAt: testNow, nextAttemptAt: null },
  ]);
  expect(await listed("delivered")).toMatchObject([{ id: delivered, lastProblem: null }]);
  const { body } = await product.call(administrator, readOperations, {});
  expect(body).toMatchObject({
    errands: { waiting: 1, retrying: 1, failed: 1, lastDay: { created: 4, delivered: 1 } },
    facts: {
      at: testNow,
      machine: { settings: { mail: "server" } },
      database: { version: "18.4", migrations: { last: "0018-drafts.sql" } },
      jobs: { waiting: 1, retrying: 1, failed: 1, failedSince: testNow, overdue: 0 },
      seals: {
        last: 0,
        lastAt: null,
        waiting: expect.any(Number),
        waitingSince: expect.any(String),
        isBehind: false,
        verified: null,
      },
    },
    findings: expect.arrayContaining([
      {
        code: "errands-failed",
        severity: "wrong",
        owner: "administrator",
        since: testNow,
        values: { count: 1 },
      },
    ]),
  });
});

it("gives the states page by page, newest first", async () => {
  const other = await product.addOrganization("Paged House");
  const person = await product.addPerson(other, ["administrator"]);
  const ids = [await send(other), await send(other), await send(other)];
  const first = await product.call(person, listErrands, { state: "waiting", limit: 2 });
  if (!first.ok) throw new Error(first.body.code);
  expect(first.body).toMatchObject({ total: 3, hasMoreThanTotal: false });
  const cursor = first.body.nextCursor ?? "";
  const second = await product.call(person, listErrands, { state: "waiting", limit: 2, cursor });
  if (!second.ok) throw new Error(second.body.code);
  expect([...idsOf(first.body.rows), ...idsOf(second.body.rows)]).toEqual(
    ids.toSorted().toReversed(),
  );
  expect(second.body.nextCursor).toBeNull();
});

describe("a repetition", () => {
  it("begins a given-up errand anew, due at once, and puts its job back", async () => {
    const id = await send();
    await giveUp(id);
    const answer = await product.call(administrator, repeatErrand, { errandId: id });
    expect(answer.body).toMatchObject({
      id,
      state: "waiting",
      attempts: 0,
      failedAt: null,
      lastProblem: null,
      nextAttemptAt: testNow,
    });
    expect(await jobOf(id)).toEqual({ attempts: 0, most: mostAttempts, run_at: testNow });
    const { rows } = await product.ownerPool.query(
      "select outcome, actor_name, record_id from stepwell.audit_event where organization_id = $1 and verb = 'errand.repeat'",
      [house.organizationId],
    );
    expect(rows).toEqual([{ outcome: "done", actor_name: "Ada Okeke", record_id: id }]);
  });

  it("brings the next attempt forward", async () => {
    const id = await send();
    await attempt(id, later({ hours: 2 }));
    expect((await product.call(administrator, repeatErrand, { errandId: id })).status).toBe(200);
    expect(await jobOf(id)).toMatchObject({ run_at: testNow });
  });

  it("is refused for what waits or is delivered, and for what is not here", async () => {
    const waiting = await send();
    const delivered = await send();
    await deliver(delivered);
    for (const errandId of [waiting, delivered])
      expect(await product.call(administrator, repeatErrand, { errandId })).toMatchObject({
        status: 409,
        body: { code: "errand-not-stuck" },
      });
    const elsewhere = await product.addOrganization("Other House");
    const theirs = await send(elsewhere);
    await giveUp(theirs, elsewhere);
    for (const errandId of [theirs, newId()])
      expect((await product.call(administrator, repeatErrand, { errandId })).status).toBe(404);
    expect(await jobOf(theirs)).toMatchObject({ attempts: mostAttempts });
  });

  it("of all takes every given-up errand of this organization and no other", async () => {
    await product.call(administrator, repeatFailedErrands, {});
    const failed = [await send(), await send(), await send()];
    for (const id of failed) await giveUp(id);
    const elsewhere = await product.addOrganization("Third House");
    const theirs = await send(elsewhere);
    await giveUp(theirs, elsewhere);
    const answer = await product.call(administrator, repeatFailedErrands, {});
    expect(answer.body).toEqual({ repeated: 3, stillFailed: 0 });
    expect(await listed("failed")).toEqual([]);
    for (const id of failed) expect(await jobOf(id)).toMatchObject({ attempts: 0 });
    expect(await jobOf(theirs)).toMatchObject({ attempts: mostAttempts });
  });

  it("is heard by open screens and carried out by the worker", async () => {
    const live = await startLiveHub({ url: product.database.appUrl, onError: () => {} });
    const heard: LiveEvent[] = [];
    live.subscribe(house.organizationId, (event) => heard.push(event));
    const id = await send();
    await giveUp(id);
    await product.call(administrator, repeatErrand, { errandId: id });
    await vi.waitFor(() => expect(heard).toContainEqual({ kind: "errand", id }), {
      timeout: 15_000,
    });
    const workerPool = openPool({ url: product.database.appUrl, most: 4, worker: true });
    const greet = { kind: "greet", handle: () => Promise.resolve() };
    const runner = await startDeliveries(product.services, workerPool, [greet]);
    await vi.waitFor(async () => expect(idsOf(await listed("delivered"))).toContain(id), 10_000);
    await runner.stop();
    await workerPool.end();
    await live.stop();
  });
});
