import { afterAll, beforeAll, expect, it } from "vitest";
import { repeatErrand } from "#domain/operations/operations.api.ts";
import { operationsRoutes } from "#server/operations/operations.routes.ts";
import { deliver } from "#server/platform/outbox/deliver.ts";
import { enqueue, mostAttempts, type ErrandHandler } from "#server/platform/outbox/outbox.ts";
import { reviveErrands } from "#server/platform/outbox/revive.ts";
import { testInstallation } from "#test/support/health-records.ts";
import {
  later,
  openTestProduct,
  testNow,
  type TestOrganization,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let house: TestOrganization;

beforeAll(async () => {
  product = await openTestProduct(() => operationsRoutes({ installation: testInstallation() }));
  house = await product.addOrganization("Errand House");
});
afterAll(() => product.close());

const send = (runAt?: string, organization = house) =>
  product.inside(organization, (work) =>
    enqueue(work, { kind: "greet", ...(runAt !== undefined && { runAt }) }),
  );

/** Leaves the job as a worker that was killed does. */
const killWorkerOf = (id: string) =>
  product.ownerPool.query(
    "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'gone', attempts = 1 where key = $1",
    [id],
  );

const jobOf = async (id: string) => {
  const { rows } = await product.ownerPool.query(
    "select locked_by, attempts, max_attempts from graphile_worker._private_jobs where key = $1",
    [id],
  );
  return rows as unknown[];
};

const reviveAt = async (moment: string): Promise<number> => {
  product.clock.moveTo(moment);
  const revived = await product.inside(house, reviveErrands);
  product.clock.moveTo(testNow);
  return revived;
};

it("gives a place to what was never queued, because the process was killed right after the commit", async () => {
  const unqueued = await send();
  await product.ownerPool.query("delete from graphile_worker._private_jobs where key = $1", [
    unqueued,
  ]);
  expect(await reviveAt(later({ minutes: 6 }))).toBe(1);
  expect(await jobOf(unqueued)).toHaveLength(1);
  await product.ownerPool.query("update stepwell.outbox set delivered_at = now() where id = $1", [
    unqueued,
  ]);
});

it("puts back what a killed worker left locked, once it is overdue, and nothing else", async () => {
  const killed = await send();
  await killWorkerOf(killed);
  const planned = await send(later({ hours: 1 }));
  const neighbour = await product.addOrganization("Neighbour");
  const theirs = await send(undefined, neighbour);
  await killWorkerOf(theirs);
  expect(await reviveAt(later({ minutes: 4 }))).toBe(0);
  expect(await jobOf(killed)).toMatchObject([{ locked_by: "gone" }]);
  expect(await reviveAt(later({ minutes: 6 }))).toBe(1);
  expect(await jobOf(killed)).toEqual([
    { locked_by: null, attempts: 0, max_attempts: mostAttempts },
  ]);
  expect(await jobOf(theirs)).toMatchObject([{ locked_by: "gone" }]);
  expect(await reviveAt(later({ minutes: 7 }))).toBe(0);
  expect(await reviveAt(later({ minutes: 66 }))).toBe(2);
  const services = product.services;
  const handlers = new Map([["greet", { kind: "greet", handle: () => Promise.resolve() }]]);
  for (const id of [killed, planned])
    expect(await deliver(services, handlers, house.organizationId, id)).toBe(true);
});

it("leaves a delivery alone that still runs, and a second one finds nothing to do", async () => {
  const id = await send();
  const begun = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  let greeted = 0;
  const slow: ErrandHandler = {
    kind: "greet",
    async handle() {
      greeted++;
      begun.resolve();
      await mayEnd.promise;
    },
  };
  const handlers = new Map([["greet", slow]]);
  const running = deliver(product.services, handlers, house.organizationId, id);
  await begun.promise;
  expect(await reviveAt(later({ minutes: 6 }))).toBe(0);
  expect(await deliver(product.services, handlers, house.organizationId, id)).toBe(false);
  mayEnd.resolve();
  expect(await running).toBe(true);
  expect(greeted).toBe(1);
});

it("may be repeated by hand when it is overdue, and not before", async () => {
  const administrator = await product.addPerson(house, ["administrator"]);
  const id = await send();
  await killWorkerOf(id);
  const repeat = () => product.call(administrator, repeatErrand, { errandId: id });
  expect((await repeat()).status).toBe(409);
  product.clock.moveTo(later({ minutes: 6 }));
  expect(await repeat()).toMatchObject({ status: 200, body: { isOverdue: false } });
  expect(await jobOf(id)).toMatchObject([{ locked_by: null, attempts: 0 }]);
  product.clock.moveTo(testNow);
});
