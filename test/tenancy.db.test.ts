import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPool } from "#server/db/pool.ts";
import { inTransaction } from "#server/db/transaction.ts";
import { newId } from "#server/platform/ids.ts";
import { addBillingRecords } from "#test/support/billing-records.ts";
import { addExportRecords } from "#test/support/export-records.ts";
import { addImportRecords } from "#test/support/import-records.ts";
import { addMeasureRecords } from "#test/support/measure-records.ts";
import { addNoteRecords } from "#test/support/note-records.ts";
import { addPersonRecords } from "#test/support/person-records.ts";
import { addScheduleRecords } from "#test/support/schedule-records.ts";
import { addStayRecords } from "#test/support/stay-records.ts";
import { refuseWithoutOrganization } from "#test/support/statement-guard.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/test-database.ts";

interface Table {
  readonly schema: string;
  readonly name: string;
  readonly isProtected: boolean;
  readonly policies: number;
  readonly key: string[] | null;
  readonly privileges: string[];
}

let database: TestDatabase;
let owner: pg.Pool;
let app: pg.Pool;
let tables: readonly Table[];
const mine = newId();
const theirs = newId();
const now = "2026-11-19T20:00:00Z";

const at = (name: string, word: string) => `${name}_${word}`;

/** One row in every tenant table for an organization; a new table makes this test fail until it is added. */
const fill = async (organizationId: string, word: string): Promise<void> => {
  const accountId = newId();
  const [siteId, staffId, auditId] = [newId(), newId(), newId()];
  const run = (text: string, values: readonly unknown[]) =>
    owner.query(text, [organizationId, ...values]);
  await run(
    "insert into stepwell.organization (organization_id, name, slug, zone, created_at) values ($1, $2, $2, 'America/Denver', $3)",
    [word, now],
  );
  await owner.query(
    "insert into global.account (id, email, name, created_at) values ($1, $2, $2, $3)",
    [accountId, `${word}@test.example`, now],
  );
  await run("insert into stepwell.idempotency_key values ($1, $2, $3, '\\x00', null, null, $4)", [
    newId(),
    accountId,
    now,
  ]);
  await run(
    "insert into stepwell.revision values ($1, $2, 'site', $3, 1, $4, null, 'x', 'site.create', null, '{}')",
    [newId(), siteId, now],
  );
  await run(
    "insert into stepwell.site (organization_id, id, name, zone, street, city, state, postal_code, created_at) values ($1, $2, $3, 'America/Denver', 's', 'c', 'CO', '80202', $4)",
    [siteId, at("site", word), now],
  );
  await run(
    "insert into stepwell.room (organization_id, id, site_id, name, seats, created_at) values ($1, $2, $3, 'r', 12, $4)",
    [newId(), siteId, now],
  );
  await run(
    "insert into stepwell.staff (organization_id, id, given_name, family_name, position, created_at) values ($1, $2, 'g', 'f', 'therapist', $3)",
    [staffId, now],
  );
  await run(
    "insert into stepwell.staff_credential (organization_id, id, staff_id, kind, code, created_at) values ($1, $2, $3, 'license', 'LCSW', $4)",
    [newId(), staffId, now],
  );
  await run(
    "insert into stepwell.affiliation (organization_id, id, account_id, roles, invited_at, invited_by) values ($1, $2, $3, '{director}', $4, 'x')",
    [newId(), accountId, now],
  );
  await run(
    "insert into stepwell.draft (organization_id, id, account_id, author_name, route, form, place, fields, revision, label, created_at, changed_at) values ($1, $2, $3, 'x', 'PATCH /account', 'f', '/', '{}', 1, 'restricted', $4, $4)",
    [newId(), accountId, now],
  );
  await run(
    "insert into stepwell.outbox (organization_id, id, kind, created_at, created_by) values ($1, $2, 'x', $3, 'x')",
    [newId(), now],
  );
  await run(
    "insert into stepwell.audit_event (organization_id, id, at, outcome, verb, purpose, actor_kind, actor_name, request_id) values ($1, $2, $3, 'read', 'x.y', 'operations', 'system', 'x', $2)",
    [auditId, now],
  );
  const personRecords = await addPersonRecords(run, { siteId, now });
  const stayRecords = await addStayRecords(run, { ...personRecords, now });
  await addScheduleRecords(run, { ...personRecords, ...stayRecords, siteId, staffId, now });
  await addBillingRecords(run, { ...personRecords, ...stayRecords, siteId, now });
  await addExportRecords(run, { ...personRecords, now });
  await addImportRecords(run, { ...personRecords, now });
  await addMeasureRecords(run, { ...personRecords, now });
  await addNoteRecords(run, { ...personRecords, siteId, staffId, now });
  await run("insert into stepwell.audit_subject values ($1, $2, $3, $4)", [auditId, newId(), now]);
  await run("insert into stepwell.audit_unsealed values ($1, $2)", [auditId]);
  await run("insert into stepwell.audit_seal values ($1, $2, 1, $3, '{}', '{}', '\\x', '\\x')", [
    newId(),
    now,
  ]);
};

beforeAll(async () => {
  database = await openTestDatabase();
  owner = openPool({ url: database.ownerUrl, most: 2 });
  app = openPool({ url: database.appUrl, most: 2 });
  const { rows } = await owner.query<Table>(`
    select n.nspname as schema, c.relname as name, c.relrowsecurity as "isProtected",
      (select count(*) from pg_policy p where p.polrelid = c.oid) as policies,
      (select array_agg(a.attname::text order by k.place) from pg_index i
         cross join lateral unnest(i.indkey::int[]) with ordinality as k(attnum, place)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as key,
      (select coalesce(array_agg(p.name), '{}') from unnest(array['select', 'insert', 'update', 'delete']) as p(name)
        where has_table_privilege('stepwell_app', c.oid, p.name)) as privileges
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    order by 1, 2`);
  tables = rows;
  await fill(mine, "mine");
  await fill(theirs, "theirs");
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.close();
});

const tenantTables = () => tables.filter((table) => table.schema === "stepwell");

describe("every table in the catalogue", () => {
  it("belongs to a schema we know", () => {
    const schemas = new Set(tables.map((table) => table.schema));
    expect([...schemas].toSorted()).toEqual(["global", "graphile_worker", "stepwell"]);
    expect(tenantTables().length).toBeGreaterThanOrEqual(13);
  });

  it("outside the global schema has row-level security with a policy", () => {
    const open = tables.filter(
      (table) => table.schema !== "global" && (!table.isProtected || table.policies === 0),
    );
    expect(open).toEqual([]);
  });

  it("of an organization starts its key with the organization", () => {
    const wrong = tenantTables().filter((table) => table.key?.[0] !== "organization_id");
    expect(wrong).toEqual([]);
  });

  it("of an organization refers to others with the organization in the key", async () => {
    const { rows } = await owner.query(`
      select k.conname, k.conrelid::regclass::text as table from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
      where k.contype = 'f' and c.relnamespace = 'stepwell'::regnamespace and f.relnamespace = 'stepwell'::regnamespace
        and not exists (select from unnest(k.conkey) as n join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n
                         where a.attname = 'organization_id')`);
    expect(rows).toEqual([]);
  });

  it("shows nothing to nobody", async () => {
    for (const table of tables.filter((one) => one.schema !== "global")) {
      const { rows } = await app.query(`select count(*) as n from ${table.schema}.${table.name}`);
      expect({ table: table.name, rows: rows[0]?.n }).toEqual({ table: table.name, rows: 0 });
    }
  });

  it("shows an organization its own rows and no others", async () => {
    for (const table of tenantTables()) {
      const { rows } = await owner.query(
        `select count(distinct organization_id) as n from stepwell.${table.name}`,
      );
      expect({ table: table.name, organizations: rows[0]?.n }).toEqual({
        table: table.name,
        organizations: 2,
      });
      const client = await app.connect();
      await client.query("begin");
      await client.query("select set_config('app.organization_id', $1, true)", [mine]);
      const seen = await client.query(
        `select distinct organization_id from stepwell.${table.name}`,
      );
      expect({ table: table.name, rows: seen.rows }).toEqual({
        table: table.name,
        rows: [{ organization_id: mine }],
      });
      await client.query("rollback");
      client.release();
    }
  });

  it("neither takes, changes nor gives up rows of another organization", async () => {
    for (const table of tenantTables()) {
      const client = await app.connect();
      const attempt = async (text: string, values: unknown[]) => {
        await client.query("begin");
        await client.query("select set_config('app.organization_id', $1, true)", [mine]);
        const outcome = await client.query(text, values).then(
          (result) => result.rowCount,
          (error: unknown) => (error as { code: string }).code,
        );
        await client.query("rollback");
        return outcome;
      };
      const { name } = table;
      const moved = await attempt(
        `insert into stepwell.${name} select (jsonb_populate_record(null::stepwell.${name}, jsonb_build_object('organization_id', $1::text))).*`,
        [theirs],
      );
      // 42501 by policy or privilege; a generated column (428C9) refuses such a copy before either.
      expect({ name, moved }).toEqual({ name, moved: expect.stringMatching(/^(42501|428C9)$/) });
      if (table.privileges.includes("update"))
        expect(
          await attempt(
            `update stepwell.${name} set organization_id = organization_id where organization_id = $1`,
            [theirs],
          ),
        ).toBe(0);
      if (table.privileges.includes("delete"))
        expect(
          await attempt(`delete from stepwell.${name} where organization_id = $1`, [theirs]),
        ).toBe(0);
      client.release();
    }
  });

  it("keeps history and trail from being changed by the application", () => {
    const appendOnly = [
      "audit_event",
      "audit_subject",
      "revision",
      "session_note",
      "member_note",
      "note_act",
      "attendance_event",
      "disclosure",
    ];
    const writable = tenantTables().filter(
      (table) =>
        appendOnly.includes(table.name) &&
        (table.privileges.includes("update") || table.privileges.includes("delete")),
    );
    expect(writable).toEqual([]);
    const seal = tenantTables().find((table) => table.name === "audit_seal");
    expect(seal?.privileges).toEqual(["select"]);
  });

  it("with a label the application may change has the guard that lets none become weaker", async () => {
    const { rows } = await owner.query(`
      select c.relname as table from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'stepwell'::regnamespace and c.relkind = 'r' and a.attname = 'label'
         and has_column_privilege('stepwell_app', c.oid, a.attnum, 'update')
         and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'label_never_weaker')`);
    expect(rows).toEqual([]);
  });

  it("belongs to the owner, never to the application", async () => {
    const { rows } = await owner.query(
      "select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'stepwell_app'",
    );
    expect(rows).toEqual([]);
  });
});

describe("a statement", () => {
  it("that names a tenant table without the organization is refused before it is sent", async () => {
    const guarded = openPool({ url: database.appUrl, most: 1, hook: refuseWithoutOrganization });
    const scope = { organizationId: mine, accountId: null };
    const forgetful = inTransaction(guarded, scope, (tx) =>
      tx.selectFrom("stepwell.site").select("name").execute(),
    );
    await expect(forgetful).rejects.toThrow("names site and organization_id 0 times");
    const careful = inTransaction(guarded, scope, (tx) =>
      tx.selectFrom("stepwell.site").select("name").where("organizationId", "=", mine).execute(),
    );
    await expect(careful).resolves.toEqual([{ name: "site_mine" }]);
    await guarded.end();
  });

  it("cannot leave its organization by a made-up id", async () => {
    const scope = { organizationId: "x', true); drop table stepwell.site; --", accountId: null };
    await expect(inTransaction(app, scope, () => Promise.resolve(1))).rejects.toThrow(
      "not an organization's id",
    );
  });
});
