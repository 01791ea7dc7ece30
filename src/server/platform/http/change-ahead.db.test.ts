import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { problem } from "#domain/contract/problem.ts";
import { route } from "#domain/contract/route.ts";
import { on } from "#server/platform/http/on.ts";
import { newId } from "#server/platform/ids.ts";
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
    method: "POST",
    path,
    summary: "A change of a test",
    audit: { verb: "site.create", subjects: "none" },
    input: z.object({ name: z.string() }),
    output: z.object({ by: z.string() }),
  });
const writing = contractAt("/test/writing");
const silent = contractAt("/test/silent");
const swallowing = contractAt("/test/swallowing");
const failing = contractAt("/test/failing");
const refusing = contractAt("/test/refusing");

const writeSite = async ({ tx, organizationId, now }: Work, name: string): Promise<void> => {
  await sql`insert into stepwell.site (organization_id, id, name, zone, street, city, state, postal_code, created_at)
            values (${organizationId}, ${newId()}, ${name}, 'America/Denver', '1 Mill Road', 'Denver', 'CO', '80202', ${now.toString()})`.execute(
    tx,
  );
};

let product: TestProduct;
let organization: TestOrganization;
let person: TestPerson;
let handled = 0;
const sent: string[] = [];

beforeAll(async () => {
  product = await openTestProduct(
    () => [
      on(writing, async ({ work, input, session }) => {
        handled++;
        await writeSite(work, input.name);
        await writeSite(work, `${input.name} II`);
        return { by: session.actor.name };
      }),
      on(silent, ({ session }) => {
        handled++;
        return { by: session.actor.name };
      }),
      on(swallowing, async ({ work, input, session }) => {
        await writeSite(work, input.name).catch(() => {});
        await writeSite(work, `${input.name} II`).catch(() => {});
        return { by: session.actor.name };
      }),
      on(failing, async ({ work }) => {
        await sql`select 1 / 0 from stepwell.organization where organization_id = ${work.organizationId}`.execute(
          work.tx,
        );
        return { by: "nobody" };
      }),
      on(refusing, async ({ work, input }) => {
        await writeSite(work, input.name);
        throw problem("not-found");
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

const ask = (contract = writing, name = "East", key = newId()) =>
  product.call(person, contract, { name }, { key });

const sites = async (): Promise<readonly unknown[]> => {
  const { rows } = await product.ownerPool.query(
    "select name from stepwell.site where organization_id = $1 order by name",
    [organization.organizationId],
  );
  return rows.map(({ name }) => name as unknown);
};

const outcomes = async (): Promise<readonly unknown[]> => {
  const { rows } = await product.ownerPool.query(
    "select outcome from stepwell.audit_event where organization_id = $1 order by at, id",
    [organization.organizationId],
  );
  return rows.map(({ outcome }) => outcome as unknown);
};

test("by a session that was seen before, begins together with its first statement", async () => {
  await ask(silent);
  sent.length = 0;
  expect(await ask()).toMatchObject({ status: 200, body: { by: "Ada Marsh" } });
  expect(beginningsOf(sent)).toEqual([
    "begin",
    "select * from",
    "insert into stepwell.idempotency_key",
    "insert into stepwell.site",
    "insert into stepwell.site",
    "with kept as",
    "commit",
  ]);
  expect(await sites()).toEqual(["East", "East II"]);
});

test.each(endedSessions)("a session that is %s meanwhile changes nothing", async (_, change) => {
  await ask(silent);
  await product.ownerPool.query(change, [person.sessionId]);
  for (const contract of [writing, silent, swallowing, refusing])
    expect(await ask(contract)).toMatchObject({ status: 401, body: { code: "signed-out" } });
  expect(await sites()).toEqual([]);
});

test("a role that was taken away changes nothing, and the refusal is in the trail", async () => {
  await ask(silent);
  await product.ownerPool.query(roleTakenAway, [person.accountId]);
  for (const contract of [writing, swallowing])
    expect(await ask(contract)).toMatchObject({ status: 403 });
  expect(await sites()).toEqual([]);
  expect(await outcomes()).toEqual(["done", "refused", "refused"]);
});

test("a session that went to another organization changes that one alone", async () => {
  await ask(silent);
  const other = await product.addOrganization(`Other ${crypto.randomUUID()}`);
  await product.affiliate(person.accountId, other, ["administrator"]);
  await product.ownerPool.query(
    "update global.login_session set organization_id = $2 where id = $1",
    [person.sessionId, other.organizationId],
  );
  expect(await ask()).toMatchObject({ status: 200 });
  expect(await sites()).toEqual([]);
  organization = other;
  expect(await sites()).toEqual(["East", "East II"]);
});

test("a repetition is answered as the first was, and done once, also where both come at once", async () => {
  await ask(silent);
  const key = newId();
  const both = await Promise.all([ask(writing, "East", key), ask(writing, "East", key)]);
  const again = await ask(writing, "East", key);
  for (const answer of [...both, again])
    expect(answer).toMatchObject({ status: 200, body: { by: "Ada Marsh" } });
  expect(await sites()).toEqual(["East", "East II"]);
  const other = await ask(writing, "West", key);
  expect(other).toMatchObject({ status: 409, body: { code: "idempotency-key-reused" } });
  expect(await sites()).toEqual(["East", "East II"]);
});

test("a change that asks nothing of the database is done once and in the trail", async () => {
  await ask(silent);
  const key = newId();
  handled = 0;
  expect(await ask(silent, "East", key)).toMatchObject({ status: 200 });
  expect(await ask(silent, "East", key)).toMatchObject({ status: 200 });
  const { rows } = await product.ownerPool.query(
    "select status from stepwell.idempotency_key where id = $1",
    [key],
  );
  expect(rows).toEqual([{ status: 200 }]);
  expect(await outcomes()).toEqual(["done", "done", "read"]);
});

test("a handler that swallows what went wrong leaves nothing of it", async () => {
  await ask(silent);
  await product.ownerPool.query("update global.account set name = 'Ada Lund' where id = $1", [
    person.accountId,
  ]);
  expect(await ask(swallowing)).toMatchObject({ status: 200, body: { by: "Ada Lund" } });
  expect(await sites()).toEqual(["East", "East II"]);
  expect(await ask(swallowing)).toMatchObject({ status: 500 });
  expect(await sites()).toEqual(["East", "East II"]);
});

test("what fails or is refused leaves nothing, keeps its key free, and is in the trail", async () => {
  await ask(silent);
  const key = newId();
  expect(await ask(failing, "East", key)).toMatchObject({ status: 500 });
  expect(await ask(refusing, "East", key)).toMatchObject({ status: 404 });
  expect(await ask(writing, "East", key)).toMatchObject({ status: 200 });
  expect(await ask()).toMatchObject({ status: 500 });
  expect(await outcomes()).toEqual(["done", "failed", "refused", "done", "failed"]);
  expect(await sites()).toEqual(["East", "East II"]);
});

test("without a key nothing is done", async () => {
  await ask(silent);
  const answer = await product.call(
    person,
    writing,
    { name: "East" },
    { headers: { "idempotency-key": "" } },
  );
  expect(answer).toMatchObject({ status: 400, body: { code: "idempotency-key-missing" } });
  expect(await sites()).toEqual([]);
});
