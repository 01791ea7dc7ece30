import { afterAll, beforeAll, expect, it } from "vitest";
import type { AuditFilter } from "#domain/audit/audit.api.ts";
import {
  countAuditEvents,
  findAuditEvent,
  findSealOf,
  selectAuditEvents,
  selectAuditPeople,
} from "#server/audit/audit.queries.ts";
import { openPool } from "#server/db/pool.ts";
import { inTransaction, type Tx } from "#server/db/transaction.ts";
import {
  selectSealedRows,
  selectSealsByNumber,
} from "#server/platform/audit/audit-verification.queries.ts";
import { newId } from "#server/platform/ids.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/test-database.ts";

const many = 100_000;
const organizationId = newId();
const accountId = newId();
const patientId = newId();
const recordId = newId();
const auditId = newId();

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly Plan[];
}

let database: TestDatabase;
/** The ids of the seals made here begin with their number: this one with 1388. */
let eventOfSeal5000 = "";
const lowestSealId = "00001380-0000-7000-8000-000000000000";
let pool: ReturnType<typeof openPool>;
let sent: { readonly text: string; readonly values: readonly unknown[] }[] = [];

const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** Rows a plan looked at, whether it kept them or not. */
const rowsRead = (plan: Plan): number =>
  nodesOf(plan)
    .filter((node) => node["Relation Name"] !== undefined)
    .reduce(
      (sum, node) =>
        sum + (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"],
      0,
    );

const fill = async (): Promise<void> => {
  const owner = openPool({ url: database.ownerUrl, most: 1 });
  const people = Array.from({ length: 40 }, newId);
  await owner.query(
    "insert into stepwell.organization (organization_id, name, slug, zone, created_at) values ($1, 'Large House', 'large-house', 'America/Denver', now())",
    [organizationId],
  );
  await owner.query(
    `insert into stepwell.audit_event (organization_id, id, at, outcome, verb, purpose, actor_kind, account_id, actor_name, request_id, record_id)
     select $1, gen_random_uuid(), now() - n * interval '30 seconds', case when n % 50 = 0 then 'refused' else 'read' end,
            'noun' || n % 20 || '.read', 'operations', 'staff', ($2::uuid[])[1 + n % 40], 'x', gen_random_uuid(), gen_random_uuid()
       from generate_series(1, ${many}) n`,
    [organizationId, people],
  );
  await owner.query(
    "insert into stepwell.audit_event (organization_id, id, at, outcome, verb, purpose, actor_kind, account_id, actor_name, request_id, record_id) select $1, case when n = 1 then $2 else gen_random_uuid() end, now() - n * interval '1 day', 'read', 'noun1.read', 'operations', 'staff', $3, 'x', gen_random_uuid(), $4 from generate_series(1, 30) n",
    [organizationId, auditId, accountId, recordId],
  );
  await owner.query(
    "insert into stepwell.audit_subject (organization_id, audit_id, patient_id, at) select organization_id, id, case when account_id = $2 then $3 else gen_random_uuid() end, at from stepwell.audit_event where organization_id = $1",
    [organizationId, accountId, patientId],
  );
  await owner.query(
    `insert into stepwell.audit_seal (organization_id, id, number, sealed_at, audit_ids, digests, previous_hash, hash)
     select $1, (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000000')::uuid, n, now(), array_agg(id), array_agg('\\x00'::bytea), '', ''
       from (select id, 1 + row_number() over () / 20 as n from stepwell.audit_event where organization_id = $1) e group by n`,
    [organizationId],
  );
  const { rows } = await owner.query<{ id: string }>(
    "select audit_ids[1] as id from stepwell.audit_seal where organization_id = $1 and number = 5000",
    [organizationId],
  );
  eventOfSeal5000 = rows[0]?.id ?? "";
  await owner.query("analyze");
  await owner.end();
};

beforeAll(async () => {
  database = await openTestDatabase();
  pool = openPool({
    url: database.appUrl,
    most: 1,
    hook: (text, values) => {
      if (/^\s*(select|with)/.test(text)) sent.push({ text, values });
    },
  });
  await fill();
}, 60_000);
afterAll(async () => {
  await pool.end();
  await database.close();
});

const search = (filter: AuditFilter & { until?: string }) => ({ organizationId, ...filter });
const week = new Date(Date.now() - 7 * 86_400_000).toISOString();
const page = { after: undefined, limit: 51 };
const deep = { after: { at: week, id: newId() }, limit: 51 };

/** What is asked, and the most rows its plan may look at. */
const questions: Record<string, readonly [number, (tx: Tx) => Promise<unknown>]> = {
  "the newest": [500, (tx) => selectAuditEvents(tx, search({}), page)],
  "a page deep down": [500, (tx) => selectAuditEvents(tx, search({}), deep)],
  "a week's end": [500, (tx) => selectAuditEvents(tx, search({ until: week }), page)],
  "a person": [500, (tx) => selectAuditEvents(tx, search({ accountId }), page)],
  "a patient": [500, (tx) => selectAuditEvents(tx, search({ patientId }), page)],
  "a patient, deep down": [500, (tx) => selectAuditEvents(tx, search({ patientId }), deep)],
  "a patient and a person": [
    500,
    (tx) => selectAuditEvents(tx, search({ patientId, accountId }), page),
  ],
  "a record": [500, (tx) => selectAuditEvents(tx, search({ recordId }), page)],
  "a verb, one in twenty": [
    5000,
    (tx) => selectAuditEvents(tx, search({ verb: "noun7.read" }), page),
  ],
  "refusals, one in fifty": [
    10_000,
    (tx) => selectAuditEvents(tx, search({ outcome: "refused" }), page),
  ],
  "how many of a person": [500, (tx) => countAuditEvents(tx, search({ accountId }), 10_001)],
  "how many in all, up to a limit": [11_000, (tx) => countAuditEvents(tx, search({}), 10_001)],
  "one line": [20, (tx) => findAuditEvent(tx, organizationId, auditId)],
  "the seal of a line": [
    100,
    (tx) => findSealOf(tx, organizationId, { id: eventOfSeal5000, lowestSealId }),
  ],
  everybody: [500, (tx) => selectAuditPeople(tx, organizationId, 2001)],
  "eight seals with their rows": [1500, (tx) => selectSealedRows(tx, organizationId, 100, 107)],
  "seals by number": [20, (tx) => selectSealsByNumber(tx, organizationId, [7, 8, 9])],
};

it.each(Object.keys(questions))(
  "%s: reads by an index, and little more than it answers",
  async (name) => {
    const [most, ask] = questions[name] ?? [0, () => Promise.resolve()];
    await inTransaction(pool, { organizationId, accountId: null }, async (tx) => {
      sent = [];
      await ask(tx);
    });
    const [statement] = sent;
    expect(statement?.text).toMatch(/stepwell"?\./);
    const client = await pool.connect();
    await client.query("begin");
    await client.query("select set_config('app.organization_id', $1, true)", [organizationId]);
    const { rows } = await client.query(`explain (analyze, format json) ${statement?.text}`, [
      ...(statement?.values ?? []),
    ]);
    await client.query("rollback");
    client.release();
    const { Plan: plan }: { Plan: Plan } = rows[0]["QUERY PLAN"][0];
    const scans = nodesOf(plan).filter(
      (node) =>
        node["Node Type"] === "Seq Scan" &&
        !["login_session", "audit_unsealed"].includes(node["Relation Name"] ?? ""),
    );
    expect(scans.map((node) => node["Relation Name"])).toEqual([]);
    expect(rowsRead(plan)).toBeLessThan(most);
  },
);
