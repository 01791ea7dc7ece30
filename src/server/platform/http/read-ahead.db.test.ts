import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { route } from "#domain/contract/route.ts";
import { on } from "#server/platform/http/on.ts";
import type { Work } from "#server/platform/work.ts";
import { beginningsOf, endedSessions, roleTakenAway } from "#test/support/ended-sessions.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

const contractAt = (path: `/${string}`) =>
  route({
    permission: "practice:manage",
    purpose: "operations",
    method: "GET",
    path,
    summary: "A read of a test",
    audit: { verb: "site.list", subjects: "none" },
    input: z.object({}),
    output: z.object({ organizationId: z.string(), name: z.string() }),
  });
const asking = contractAt("/test/asking");
const silent = contractAt("/test/silent");
const catching = contractAt("/test/catching");
const failing = contractAt("/test/failing");
const inTurn = contractAt("/test/in-turn");
const atOnce = contractAt("/test/at-once");

/** How many organizations a request sees: its own. */
const countNames = async ({ tx, organizationId }: Work): Promise<number> => {
  const found =
    await sql`select name from stepwell.organization where organization_id = ${organizationId}`.execute(
      tx,
    );
  return found.rows.length;
};

let product: TestProduct;
let organization: TestOrganization;
let person: TestPerson;
let handled = 0;
const sent: string[] = [];

beforeAll(async () => {
  product = await openTestProduct(
    () => [
      on(asking, async ({ work, session }) => {
        handled++;
        const { rows } = await sql<{ organizationId: string }>`
          select organization_id from stepwell.organization where organization_id = ${work.organizationId}`.execute(
          work.tx,
        );
        return { organizationId: rows[0]?.organizationId ?? "", name: session.actor.name };
      }),
      on(silent, ({ work, session }) => ({
        organizationId: work.organizationId,
        name: session.actor.name,
      })),
      on(catching, async ({ work }) => {
        const found =
          await sql`select name from stepwell.organization where organization_id = ${work.organizationId}`
            .execute(work.tx)
            .catch(() => ({ rows: [] }));
        return { organizationId: work.organizationId, name: `${found.rows.length} found` };
      }),
      on(inTurn, async ({ work }) => {
        const counts = [await countNames(work), await countNames(work), await countNames(work)];
        return { organizationId: work.organizationId, name: counts.join(" ") };
      }),
      on(atOnce, async ({ work }) => {
        const counts = await Promise.all([countNames(work), countNames(work), countNames(work)]);
        return { organizationId: work.organizationId, name: counts.join(" ") };
      }),
      on(failing, async ({ work }) => {
        await sql`select 1 / 0 from stepwell.organization where organization_id = ${work.organizationId}`.execute(
          work.tx,
        );
        return { organizationId: "", name: "" };
      }),
    ],
    { hook: (text) => void sent.push(text) },
  );
});
afterAll(() => product.close());

beforeEach(async () => {
  organization = await product.addOrganization(`Clinic ${crypto.randomUUID()}`);
  person = await product.addPerson(organization, ["administrator"], "Ada Marsh");
  handled = 0;
});

const ask = (contract = asking) => product.call(person, contract, {});

test("a session that was seen before is looked up together with the first statement", async () => {
  const first = await ask();
  sent.length = 0;
  handled = 0;
  const second = await ask();
  expect(second).toEqual(first);
  expect(second.ok && second.body.name).toBe("Ada Marsh");
  expect(handled).toBe(1);
  expect(beginningsOf(sent, 4)).toEqual([
    "select * from global.enter($1,",
    "select organization_id from stepwell.organization",
    "select stepwell.write_audit($1::json)",
  ]);
  const { rows } = await product.ownerPool.query(
    "select outcome from stepwell.audit_event where organization_id = $1",
    [organization.organizationId],
  );
  expect(rows).toEqual([{ outcome: "read" }, { outcome: "read" }]);
});

test.each([
  ["one after the other", inTurn],
  ["at once", atOnce],
])("several statements %s share one transaction from the second on", async (_, contract) => {
  const first = await ask(contract);
  expect(first.ok && first.body).toEqual({
    organizationId: organization.organizationId,
    name: "1 1 1",
  });
  sent.length = 0;
  expect(await ask(contract)).toEqual(first);
  expect(beginningsOf(sent)).toEqual([
    "select * from",
    "select name from",
    "begin",
    "select * from",
    "select name from",
    "select name from",
    "select stepwell.write_audit($1::json)",
    "commit",
  ]);
});

test.each(endedSessions)("a session that is %s meanwhile reads nothing", async (_, change) => {
  for (const contract of [asking, silent, catching, inTurn, atOnce]) await ask(contract);
  await product.ownerPool.query(change, [person.sessionId]);
  for (const contract of [asking, silent, catching, inTurn, atOnce])
    expect(await ask(contract)).toMatchObject({ status: 401, body: { code: "signed-out" } });
});

test("a role that was taken away counts at once", async () => {
  await ask();
  await product.ownerPool.query(roleTakenAway, [person.accountId]);
  expect(await ask()).toMatchObject({ status: 403 });
  expect(await ask()).toMatchObject({ status: 403 });
});

test("a session that went to another organization reads there, and nothing of where it was", async () => {
  await ask();
  const other = await product.addOrganization(`Other ${crypto.randomUUID()}`);
  await product.affiliate(person.accountId, other, ["administrator"]);
  await product.ownerPool.query(
    "update global.login_session set organization_id = $2 where id = $1",
    [person.sessionId, other.organizationId],
  );
  handled = 0;
  const answer = await ask();
  expect(answer.ok && answer.body.organizationId).toBe(other.organizationId);
  expect(handled).toBe(2);
});

test("a handler that swallows the refusal answers nothing of it", async () => {
  await ask(catching);
  await product.ownerPool.query("update global.account set name = 'Ada Lund' where id = $1", [
    person.accountId,
  ]);
  const answer = await ask(catching);
  expect(answer.ok && answer.body.name).toBe("1 found");
});

test("a statement that fails is refused as ever, with its line in the trail", async () => {
  await ask();
  expect(await ask(failing)).toMatchObject({ status: 500, body: { code: "internal-error" } });
  expect(await ask()).toMatchObject({ status: 200 });
});
