import { afterAll, afterEach, beforeAll, describe, expect, it, test } from "vitest";
import { roleNames, roles } from "#domain/access/roles.ts";
import { isId } from "#domain/basics/ids.ts";
import type { AnyRoute } from "#domain/contract/route.ts";
import { addSampleRecords } from "#test/support/sample-records.ts";
import { sampleInputs, type SampleRecords } from "#test/support/samples.ts";
import {
  later,
  openTestProduct,
  testNow,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";
import { testRoutes } from "#test/support/test-routes.ts";

let product: TestProduct;
let house: TestOrganization;
let own: SampleRecords;
let others: SampleRecords;
const people = new Map<string, TestPerson>();

const nameOf = (contract: AnyRoute): string => `${contract.method} ${contract.path}`;
const closed: readonly AnyRoute[] = testRoutes({} as never)
  .map((route) => route.contract)
  .filter(({ permission, reply }) => permission !== "anyone" && reply !== "events");

const inputOf = (contract: AnyRoute, records: SampleRecords): Readonly<Record<string, unknown>> =>
  sampleInputs(records)[nameOf(contract)] ?? {};

const personFor = ({ permission }: AnyRoute): TestPerson => {
  const role = roleNames.find(
    (one) => permission === "signed-in" || (roles[one] as readonly string[]).includes(permission),
  );
  const person = people.get(role ?? "");
  if (person === undefined) throw new Error(`nobody may ${permission}`);
  return person;
};

beforeAll(async () => {
  product = await openTestProduct(testRoutes);
  house = await product.addOrganization("Own House");
  const neighbour = await product.addOrganization("Other House");
  for (const role of roleNames) people.set(role, await product.addPerson(house, [role]));
  await product.ownerPool.query("update global.login_session set signing_until = expires_at");
  own = await addSampleRecords(product, house);
  others = await addSampleRecords(product, neighbour);
});
afterAll(() => product.close());

type Path = readonly (string | number)[];

/** Every value in an input that is no record or list itself, with where it stands. */
const leavesOf = (value: unknown, path: Path = []): { path: Path; value: unknown }[] =>
  value !== null && typeof value === "object"
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
    : [{ path, value }];

const at = (value: unknown, [key, ...rest]: Path): unknown =>
  key === undefined ? value : at((value as Record<string, unknown> | null)?.[key], rest);

const withAt = (value: unknown, [key, ...rest]: Path, put: unknown): unknown => {
  if (key === undefined) return put;
  const next = withAt((value as Record<string, unknown>)[key], rest, put);
  if (Array.isArray(value)) return value.map((one, place) => (place === Number(key) ? next : one));
  return { ...(value as object), [key]: next };
};

/** Where an input names a record besides its address: what differs between two organizations, and not between two tries. */
const namedIn = (contract: AnyRoute): Path[] => {
  const mine = inputOf(contract, own);
  const again = inputOf(contract, own);
  const theirs = inputOf(contract, others);
  return leavesOf(mine).flatMap(({ path, value }) => {
    const isNamed = typeof value === "string" && isId(value) && at(again, path) === value;
    const isAddress = path.length === 1 && contract.path.includes(`{${path[0]}}`);
    return isNamed && !isAddress && at(theirs, path) !== value ? [path] : [];
  });
};

/** Routes that leave out what is not here instead of refusing it. */
const leavesOut: ReadonlySet<string> = new Set([
  "POST /taken-lists",
  "POST /sessions/{sessionId}/writers",
  "GET /patients/{patientId}/seats",
  "GET /patients/{patientId}/missed-seats",
]);

test("nothing of another organization is taken that a request names besides its address", async () => {
  let tried = 0;
  for (const contract of closed)
    for (const path of namedIn(contract)) {
      tried++;
      const foreign = at(inputOf(contract, others), path);
      const records = await addSampleRecords(product, house);
      const input = withAt(inputOf(contract, records), path, foreign);
      const { ok, status, body } = await product.call(personFor(contract), contract, input);
      const told = { name: nameOf(contract), path: path.join("."), status };
      const rightly = leavesOut.has(told.name) ? [200] : [400, 403, 404, 409];
      expect(rightly, JSON.stringify(told)).toContain(status);
      if (ok) expect(JSON.stringify(body), JSON.stringify(told)).not.toContain(foreign);
    }
  expect(tried).toBeGreaterThan(30);
}, 120_000);

describe("a session that is over", () => {
  const ends: Readonly<Record<string, (person: TestPerson) => Promise<unknown>>> = {
    "was left alone for half an hour": () =>
      Promise.resolve(product.clock.moveTo(later({ minutes: 31 }))),
    "was revoked": ({ sessionId }) =>
      product.ownerPool.query(
        "update global.login_session set revoked_at = created_at where id = $1",
        [sessionId],
      ),
    "is of somebody who left the organization": ({ accountId }) =>
      product.ownerPool.query(
        "update stepwell.affiliation set ended_at = invited_at where account_id = $1",
        [accountId],
      ),
  };

  afterEach(() => product.clock.moveTo(testNow));

  it.each(Object.keys(ends))(
    "opens no door: it %s",
    async (how) => {
      const person = await product.addPerson(house, ["director", "administrator", "biller"]);
      await product.ownerPool.query("update global.login_session set signing_until = expires_at");
      // Seen once, it is remembered; what is remembered must not open anything either.
      for (const contract of closed.filter(({ method }) => method === "GET").slice(0, 3))
        await product.call(person, contract, inputOf(contract, own));
      await ends[how]?.(person);
      for (const contract of closed) {
        const answer = await product.call(person, contract, inputOf(contract, own));
        expect({ name: nameOf(contract), status: answer.status }).toEqual({
          name: nameOf(contract),
          status: 401,
        });
      }
      product.clock.moveTo(testNow);
    },
    120_000,
  );
});
