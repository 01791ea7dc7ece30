import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAuditEvents } from "#domain/audit/audit.api.ts";
import { listPeople } from "#domain/access/people.api.ts";
import { listCredentials } from "#domain/practice/credential.api.ts";
import { listSites, readSite } from "#domain/practice/site.api.ts";
import { listStaff, readStaff } from "#domain/practice/staff.api.ts";
import { readSession } from "#domain/access/session.api.ts";
import { readOperations } from "#domain/operations/operations.api.ts";
import type { AnyRoute } from "#domain/contract/route.ts";
import { newId } from "#server/platform/ids.ts";
import { fillLargely, type Run } from "#test/support/large-ground.ts";
import { testRoutes } from "#test/support/test-routes.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

const many = 300_000;

/** Tables that hold thousands of rows here; the few rows of the others may be read from end to end. */
const large = new Set([
  "site",
  "staff",
  "staff_credential",
  "audit_event",
  "audit_subject",
  "outbox",
  "account",
  "revision",
]);

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Plans?: readonly Plan[];
}

let product: TestProduct;
let house: TestOrganization;
let admin: TestPerson;
let siteId: string;
let staffId: string;
const sent: { text: string; values: readonly unknown[] }[] = [];
let isListening = false;

const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** The plan of a statement as the application role inside the organization: row-level security and all. */
const planOf = async (statement: { text: string; values: readonly unknown[] }): Promise<Plan> => {
  const client = await product.pool.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.organization_id', $1, true)", [
      house.organizationId,
    ]);
    const { rows } = await client.query(`explain (format json) ${statement.text}`, [
      ...statement.values,
    ]);
    return (rows[0] as { "QUERY PLAN": [{ Plan: Plan }] })["QUERY PLAN"][0].Plan;
  } finally {
    await client.query("rollback");
    client.release();
  }
};

/** Thirty thousand rows of each larger kind in each of ten organizations, as one installation of many programs has. */
const fill = async (run: Run): Promise<void> => {
  const each = `from stepwell.organization o cross join generate_series(1, ${many / 10}) n`;
  await run(`insert into stepwell.site (organization_id, id, name, zone, street, city, state, postal_code, created_at)
    select o.organization_id, gen_random_uuid(), 'Site ' || n, 'America/Denver', 's', 'c', 'CO', '80202', now() ${each} where n <= 2000`);
  await run(`insert into stepwell.staff (organization_id, id, given_name, family_name, position, created_at)
    select o.organization_id, gen_random_uuid(), 'Given' || n, md5(n::text), 'nurse', now() ${each}`);
  await run(`insert into stepwell.staff_credential (organization_id, id, staff_id, kind, code, expires_on, created_at)
    select s.organization_id, gen_random_uuid(), s.id, 'license', 'RN', date '2026-01-01' + (random() * 3000)::int, now() from stepwell.staff s`);
  await run(`insert into stepwell.audit_event (organization_id, id, at, outcome, verb, purpose, actor_kind, account_id, actor_name, request_id)
    select o.organization_id, gen_random_uuid(), now() - n * interval '1 minute', 'read', 'site.read', 'operations', 'staff', gen_random_uuid(), 'x', gen_random_uuid() ${each}`);
  await run(`insert into stepwell.audit_subject (organization_id, audit_id, patient_id, at)
    select e.organization_id, e.id, gen_random_uuid(), e.at from stepwell.audit_event e where e.id < '40000000-0000-0000-0000-000000000000'`);
  await run(`insert into stepwell.outbox (organization_id, id, kind, created_at, created_by, delivered_at)
    select o.organization_id, gen_random_uuid(), 'x', now() - n * interval '1 minute', 'x', now() ${each}`);
  await run(`insert into stepwell.revision (organization_id, id, record_kind, record_id, version, changed_at, actor_name, verb, changes)
    select o.organization_id, gen_random_uuid(), 'site', gen_random_uuid(), 1, now(), 'x', 'create', '{}' ${each} where n <= 3000`);
  await run(`insert into global.account (id, email, name, created_at)
    select gen_random_uuid(), 'a' || n || '@many.example', 'x', now() from generate_series(1, 100000) n`);
};

beforeAll(async () => {
  product = await openTestProduct(testRoutes, {
    hook: (text, values) => {
      if (isListening && /^\s*(select|with|update|delete)/i.test(text)) sent.push({ text, values });
    },
  });
  house = await product.addOrganization("Large House");
  admin = await product.addPerson(house, ["administrator", "privacy-officer"]);
  await fillLargely(product, fill);
  const { rows } = await product.ownerPool.query<{ site: string; staff: string }>(
    `select (select id from stepwell.site where organization_id = $1 limit 1) as site,
            (select id from stepwell.staff where organization_id = $1 limit 1) as staff`,
    [house.organizationId],
  );
  siteId = rows[0]?.site ?? "";
  staffId = rows[0]?.staff ?? "";
}, 300_000);
afterAll(() => product.close());

/** Each act of every day, with the input that makes its statements read the large tables. */
const acts = (): readonly (readonly [string, AnyRoute, Record<string, unknown>])[] => [
  ["who am I", readSession, {}],
  ["sites, first page", listSites, {}],
  ["sites by name", listSites, { q: "main" }],
  ["one site", readSite, { siteId }],
  ["staff, first page", listStaff, {}],
  ["staff by family name", listStaff, { q: "zuck" }],
  ["staff by given name", listStaff, { q: "zed" }],
  ["one colleague", readStaff, { staffId }],
  ["credentials of one colleague", listCredentials, { staffId }],
  ["people", listPeople, {}],
  ["trail, newest first", listAuditEvents, {}],
  ["trail of a person", listAuditEvents, { accountId: newId() }],
  ["trail of a patient", listAuditEvents, { patientId: newId() }],
  [
    "trail of an hour",
    listAuditEvents,
    { from: "2026-11-19T10:00:00Z", to: "2026-11-19T11:00:00Z" },
  ],
  ["operations", readOperations, {}],
];

describe(`as the application, over ${many} rows`, () => {
  it.each(acts().map(([name]) => name))("%s reads no large table from end to end", async (name) => {
    const act = acts().find((one) => one[0] === name);
    if (act === undefined) throw new Error("no such act");
    sent.length = 0;
    isListening = true;
    const answer = await product.call(admin, act[1], act[2]);
    isListening = false;
    expect(answer.status).toBe(200);
    const tenant = sent.filter((statement) => /stepwell|global/.test(statement.text));
    expect(tenant.length).toBeGreaterThan(0);
    for (const statement of tenant) {
      const scans = nodesOf(await planOf(statement)).filter(
        (node) => node["Node Type"] === "Seq Scan" && large.has(node["Relation Name"] ?? ""),
      );
      expect({
        statement: statement.text,
        scans: scans.map((scan) => scan["Relation Name"]),
      }).toEqual({
        statement: statement.text,
        scans: [],
      });
    }
  });
});
