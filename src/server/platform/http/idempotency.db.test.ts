import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { route } from "#domain/contract/route.ts";
import { buildServer } from "#server/app/build-server.ts";
import { openPool } from "#server/db/pool.ts";
import { auditWriter } from "#server/platform/audit/audit-writer.ts";
import { on } from "#server/platform/http/on.ts";
import { newId } from "#server/platform/ids.ts";
import { openLog } from "#server/platform/log.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { openTestProduct, type TestPerson, type TestProduct } from "#test/support/test-product.ts";

const contractAt = (path: `/${string}`, permission: "practice:manage" | "practice:read") =>
  route({
    permission,
    purpose: "operations",
    method: "POST",
    path,
    summary: "A change of a test",
    audit: { verb: `test.${path.slice(6)}`, subjects: "none" },
    input: z.object({ words: z.unknown(), how: z.string().default("") }),
    output: z.object({ id: z.string(), by: z.string() }),
  });
const write = contractAt("/test/write", "practice:manage");
const other = contractAt("/test/other", "practice:manage");

let product: TestProduct;
let director: TestPerson;
let colleague: TestPerson;
let stranger: TestPerson;
let meanwhile: (work: Work) => Promise<void> = () => Promise.resolve();

const handle = async ({ work, input }: { work: Work; input: { how: string } }) => {
  const id = work.newId();
  await recordChange(work, "site", { id, version: 1 }, { verb: "site.create" });
  if (input.how === "fail") throw new Error("fails after it has written");
  await meanwhile(work);
  return { id, by: work.actor.name };
};
const routes = [on(write, handle), on(other, handle)];

beforeAll(async () => {
  product = await openTestProduct(() => routes, { hook: () => {} });
  const house = await product.addOrganization("Here");
  const elsewhere = await product.addOrganization("Elsewhere");
  director = await product.addPerson(house, ["director"], "Dara Voss");
  colleague = await product.addPerson(house, ["director"], "Nils Aker");
  stranger = await product.addPerson(elsewhere, ["director"], "Otto Reyle");
});
afterAll(() => product.close());

const written = async (): Promise<number> => {
  const { rows } = await product.ownerPool.query("select count(*) as n from stepwell.revision");
  return rows[0].n;
};

describe("a key", () => {
  it("that was used is nobody else's, nor for anything else, and opens nothing in another organization", async () => {
    const key = newId();
    const first = await product.call(director, write, { words: "a" }, { key });
    expect(first.status).toBe(200);
    const before = await written();
    for (const [person, contract, words] of [
      [director, write, "b"],
      [director, other, "a"],
      [colleague, write, "a"],
    ] as const)
      expect(await product.call(person, contract, { words }, { key })).toMatchObject({
        status: 409,
        body: { code: "idempotency-key-reused" },
      });
    expect(await written()).toBe(before);
    const theirs = await product.call(stranger, write, { words: "a" }, { key });
    expect(theirs).toMatchObject({ status: 200, body: { by: "Otto Reyle" } });
    expect((await product.call(director, write, { words: "a" }, { key })).body).toEqual(first.body);
  });

  it("is free again after a failure that came behind a write", async () => {
    const key = newId();
    const before = await written();
    expect((await product.call(director, write, { words: "a", how: "fail" }, { key })).status).toBe(
      500,
    );
    expect(await written()).toBe(before);
    expect((await product.call(director, other, { words: "a" }, { key })).status).toBe(200);
  });

  it("counts once from two servers at the same moment", async () => {
    const pool = openPool({ url: product.database.appUrl, most: 3 });
    const second = await buildServer({
      services: {
        ...product.services,
        pool,
        doorPool: pool,
        filePool: pool,
        audit: auditWriter(pool),
      },
      routes,
      logger: openLog({ level: "silent", stream: { write: () => {} } }),
    });
    const before = await written();
    const key = newId();
    const headers = { cookie: `stepwell_session=${director.token}`, "idempotency-key": key };
    const ask = (app: typeof second) =>
      app.inject({ method: "POST", url: "/api/test/write", headers, payload: { words: "x" } });
    const answers = await Promise.all([
      ask(second),
      ask(product.app),
      ask(second),
      ask(product.app),
    ]);
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    expect(await written()).toBe(before + 1);
    await second.close();
    await pool.end();
  });

  it("answers what was done or does it, when the connection was lost before the commit", async () => {
    const key = newId();
    const before = await written();
    meanwhile = async ({ tx, organizationId }) => {
      meanwhile = () => Promise.resolve();
      const { rows } = await tx.executeQuery<{ pid: number }>({
        sql: `select pg_backend_pid() as pid, '${organizationId}' as organization_id`,
        parameters: [],
        query: { kind: "RawNode", sqlFragments: [], parameters: [] },
        queryId: { queryId: newId() },
      });
      const killer = new pg.Client({ connectionString: inject("testPostgres").superUrl });
      await killer.connect();
      await killer.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
      await killer.end();
    };
    const lost = await product.call(director, write, { words: "lost" }, { key });
    expect(lost).toMatchObject({ status: 503, body: { code: "not-ready" } });
    expect(await written()).toBe(before);
    expect((await product.call(director, write, { words: "lost" }, { key })).status).toBe(200);
    expect(await written()).toBe(before + 1);
  });
});

describe("a body", () => {
  const send = (payload: string, token: string | undefined) =>
    product.app.inject({
      method: "POST",
      url: "/api/test/write",
      headers: {
        "content-type": "application/json",
        "idempotency-key": newId(),
        ...(token !== undefined && { cookie: `stepwell_session=${token}` }),
      },
      payload,
    });
  const nested = (open: string, inner: string, close: string) =>
    `{"words":${open.repeat(100_000)}${inner}${close.repeat(100_000)}}`;

  it.each([
    ["lists in lists", nested("[", "1", "]")],
    ["records in records", nested('{"a":', "1", "}")],
    ["what is nobody's field", `{"words":"x","more":${"[".repeat(100_000)}${"]".repeat(100_000)}}`],
  ])("of %s without end is refused as what cannot be read", async (_, payload) => {
    for (const token of [undefined, director.token]) {
      const answer = await send(payload, token);
      expect({ status: answer.statusCode, code: answer.json().code }).toEqual({
        status: 400,
        code: "invalid-input",
      });
    }
  });

  it("with the names of prototypes, lone surrogates and nothing at all harms nobody", async () => {
    for (const payload of [
      '{"words":{"__proto__":{"isAdmin":true}}}',
      '{"words":{"constructor":{"prototype":{"x":1}}}}',
      "null",
      "[]",
      '"x"',
      "{",
      "",
    ])
      expect((await send(payload, director.token)).statusCode, payload).toBeLessThan(500);
    expect((await send(String.raw`{"words":"\ud800"}`, director.token)).statusCode).toBe(200);
  });
});
