import { createHash } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confirmSession } from "#domain/access/session.api.ts";
import { listSites } from "#domain/practice/site.api.ts";
import { Lifetime, StoppedMeanwhile } from "#server/app/lifetime.ts";
import { openTransaction } from "#server/db/transaction.ts";
import type { AuditEvent } from "#server/platform/audit/audit-event.ts";
import { auditWriter } from "#server/platform/audit/audit-writer.ts";
import { auditStep } from "#server/platform/audit/audit.queries.ts";
import { newId } from "#server/platform/ids.ts";
import { enter } from "#server/platform/session.ts";
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
let person: TestPerson;

beforeAll(async () => {
  // Nothing looks at statements here: an attacker's would not be looked at either.
  product = await openTestProduct(testRoutes, { hook: () => {} });
  house = await product.addOrganization("Watched House");
  person = await product.addPerson(house, ["administrator", "privacy-officer"]);
});
afterAll(() => product.close());

const countLines = async (): Promise<number> => {
  const { rows } = await product.ownerPool.query(
    "select count(*) as n from stepwell.audit_event where organization_id = $1",
    [house.organizationId],
  );
  return rows[0].n;
};

const eventOf = (over: Partial<AuditEvent> = {}): AuditEvent => ({
  organizationId: house.organizationId,
  id: newId(),
  at: testNow,
  outcome: "read",
  verb: "site.read",
  purpose: "operations",
  actorKind: "staff",
  accountId: null,
  actorName: "Test",
  sessionId: null,
  requestId: newId(),
  address: null,
  record: undefined,
  subjects: [],
  details: {},
  ...over,
});

describe("the database", () => {
  it("lets nobody put types of their own before ours in a function that runs as the owner", async () => {
    const { rows } = await product.ownerPool.query(`
      select p.oid::regprocedure::text as name, p.proconfig from pg_proc p
      where p.prosecdef and p.pronamespace in ('stepwell'::regnamespace, 'global'::regnamespace)`);
    expect(rows.length).toBeGreaterThanOrEqual(9);
    const open = rows.filter((row) => !String(row.proconfig).includes("pg_catalog, pg_temp"));
    expect(open).toEqual([]);
  });

  it("lets the application neither change nor delete the trail, whatever it tries", async () => {
    for (const statement of [
      "delete from stepwell.audit_event",
      "update stepwell.audit_event set verb = 'x'",
      "truncate stepwell.audit_event",
      "alter table stepwell.audit_event disable row level security",
      "set role stepwell_owner",
    ])
      await expect(product.pool.query(statement)).rejects.toThrow(
        /permission denied|must be owner/,
      );
  });
});

describe("a session", () => {
  it("never waits for its own download, however long that takes", async () => {
    product.clock.moveTo(later({ minutes: 5 }));
    const download = await enter(product.pool, person.token, product.clock.now());
    expect(download).not.toBeNull();
    // If it waited, it would for ever: the download ends only after the answer.
    expect(await product.call(person, listSites, {})).toMatchObject({ status: 200 });
    await download?.rollback();
    product.clock.moveTo(testNow);
  });
});

describe("the trail", () => {
  it("keeps the line of a refusal, whatever stands in the place of an id", async () => {
    const before = await countLines();
    const url = `/api/sites/${"-".repeat(36)}`;
    const headers = { cookie: `stepwell_session=${person.token}` };
    const response = await product.app.inject({ method: "GET", url, headers });
    expect(response.statusCode).toBe(400);
    expect(await countLines()).toBe(before + 1);
  });

  it("loses only the event that cannot be written, and not those beside it", async () => {
    const writer = auditWriter(product.pool);
    const before = await countLines();
    const good = Array.from({ length: 5 }, () => writer.write(eventOf()));
    const bad = writer.write(eventOf({ outcome: "unheard of" as "read" }));
    await expect(bad).rejects.toThrow();
    await Promise.all(good);
    expect(await countLines()).toBe(before + 5);
    expect(writer.waiting()).toBe(0);
  });

  it("goes with the commit of the first read of a batch, and of no transaction that has failed", async () => {
    const writer = auditWriter(product.pool);
    const before = await countLines();
    const open = await Promise.all(Array.from({ length: 3 }, () => openTransaction(product.pool)));
    await Promise.all(open.map((one) => writer.writeOnce(eventOf(), undefined, one)));
    expect(await countLines()).toBe(before + 3);
    const failed = await openTransaction(product.pool);
    await expect(sql`select 1 / 0`.execute(failed.tx)).rejects.toThrow("division by zero");
    await expect(writer.writeOnce(eventOf(), undefined, failed)).rejects.toThrow("had failed");
    expect(writer.waiting()).toBe(0);
  });

  it("takes no other read with an event that cannot be written", async () => {
    const writer = auditWriter(product.pool);
    const before = await countLines();
    const [one, other] = [await openTransaction(product.pool), await openTransaction(product.pool)];
    const bad = writer.writeOnce(eventOf({ outcome: "unheard of" as "read" }), undefined, one);
    const good = writer.writeOnce(eventOf(), undefined, other);
    await expect(bad).rejects.toThrow();
    await good;
    expect(await countLines()).toBe(before + 1);
    await expect(one.commit(auditStep([eventOf()]))).rejects.toThrow("has ended");
  });

  it("takes a patient who is named twice once", async () => {
    const patientId = newId();
    await auditWriter(product.pool).write(eventOf({ subjects: [patientId, patientId] }));
    const { rows } = await product.ownerPool.query(
      "select count(*) as n from stepwell.audit_subject where patient_id = $1",
      [patientId],
    );
    expect(rows[0].n).toBe(1);
  });

  it("writes in few statements while the disk is busy", async () => {
    let statements = 0;
    const disk = Promise.withResolvers<void>();
    const busy = {
      query: () => {
        statements++;
        return disk.promise;
      },
    };
    const writer = auditWriter(busy as never);
    const first = writer.write(eventOf());
    await expect.poll(() => statements).toBe(1);
    const others: Promise<void>[] = [];
    for (let event = 0; event < 300; event++) {
      others.push(writer.write(eventOf()));
      await new Promise((resolve) => setImmediate(resolve));
    }
    disk.resolve();
    await Promise.all([first, ...others]);
    expect(statements).toBe(2);
  });

  it("has a line for every question of a visit, and one for a question asked again", async () => {
    const headers = { "x-visit-id": newId() };
    const before = await countLines();
    for (const q of ["a", "b", "a", "b", "a"])
      await product.call(person, listSites, { q }, { headers });
    expect(await countLines()).toBe(before + 2);
  });
});

describe("a password", () => {
  it("is nowhere in the database in a form that can be guessed at full speed", async () => {
    const key = newId();
    await product.ownerPool.query(
      "insert into global.account_credential (account_id, kind, secret, created_at) values ($1, 'password', '$argon2id$none', $2)",
      [person.accountId, testNow],
    );
    await product.call(person, confirmSession, { password: "kettle and bell" }, { key });
    const { rows } = await product.ownerPool.query(
      "select request_hash from stepwell.idempotency_key where organization_id = $1",
      [house.organizationId],
    );
    const guess = createHash("sha256")
      .update('POST /session/confirmation {"password":"kettle and bell"}')
      .digest("hex");
    expect(rows.map((row) => row.request_hash.toString("hex"))).not.toContain(guess);
  });
});

describe("stopping", () => {
  it("also stops what is started while it is under way, and lets nothing more start", async () => {
    const lifetime = new Lifetime();
    const stopped: string[] = [];
    lifetime.onStop(() => stopped.push("first"));
    lifetime.onStop(() => {
      throw new Error("a part that cannot stop");
    });
    const stopping = lifetime.stop();
    expect(() => lifetime.onStop(() => stopped.push("late"))).toThrow(StoppedMeanwhile);
    await stopping;
    await lifetime.stop();
    expect(stopped).toEqual(["first", "late"]);
  });
});
