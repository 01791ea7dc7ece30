import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "#server/db/migrate.ts";
import { openEmptyDatabase, type TestDatabase } from "#test/support/test-database.ts";

const migrations = path.resolve("db/migrations");
const oneLead = "0046";
const before = mkdtempSync(path.join(tmpdir(), "stepwell-before-"));

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  for (const name of readdirSync(migrations).filter((one) => one < oneLead))
    cpSync(path.join(migrations, name), path.join(before, name));
  database = await openEmptyDatabase();
  await migrate({ ownerUrl: database.ownerUrl, folder: before });
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.close();
  rmSync(before, { recursive: true, force: true });
});

/** An id that says what it is of, ordered as its number. */
const id = (of: number, n = 0): string => `00000000-0000-4000-8000-0000000${of}000${n}`;
const house = id(1);
const [first, second, third] = [id(2, 1), id(2, 2), id(2, 3)];
const [doubled, single, evening] = [id(3, 1), id(3, 2), id(4)];

const fill = [
  `insert into stepwell.organization (organization_id, name, slug, zone, created_at) values ('${house}', 'A', 'a', 'America/Denver', now())`,
  `insert into stepwell.site (organization_id, id, name, zone, street, city, state, postal_code, created_at)
    values ('${house}', '${id(5)}', 'S', 'America/Denver', 's', 'c', 'CO', '80202', now())`,
  `insert into stepwell.program (organization_id, id, site_id, name, slug, ages, created_at)
    values ('${house}', '${id(6)}', '${id(5)}', 'P', 'p', 'adults', now())`,
  `insert into stepwell.activity_type (organization_id, id, name, format, modality, counts_toward_hours, created_at)
    values ('${house}', '${id(7)}', 'Group', 'group', 'process', true, now())`,
  ...[first, second, third].map(
    (
      staff,
    ) => `insert into stepwell.staff (organization_id, id, given_name, family_name, position, created_at)
      values ('${house}', '${staff}', 'A', 'B', 'nurse', now())`,
  ),
  `insert into stepwell.series (organization_id, id, site_id, program_id, activity_type_id, name, zone, weekdays, starts_at_wall, minutes,
    starts_on, capacity, created_at)
    values ('${house}', '${evening}', '${id(5)}', '${id(6)}', '${id(7)}', 'E', 'America/Denver', '{1}', '18:00', 60, '2026-01-05', 12, now())`,
  ...[doubled, single].map(
    (
      session,
      at,
    ) => `insert into stepwell.session (organization_id, id, site_id, program_id, activity_type_id, name, zone, service_date,
      starts_at, ends_at, capacity, created_at) values ('${house}', '${session}', '${id(5)}', '${id(6)}', '${id(7)}', 'E', 'America/Denver',
      '2026-01-0${5 + at}', '2026-01-0${5 + at} 20:00Z', '2026-01-0${5 + at} 21:00Z', 12, now())`,
  ),
];

const facilitators: readonly (readonly [session: string, staff: string, role: string])[] = [
  [doubled, third, "lead"],
  [doubled, first, "co-facilitator"],
  [doubled, second, "lead"],
  [single, third, "lead"],
  [single, first, "trainee"],
];

const roles = async (table: string, of: string) =>
  (
    await client.query<{ of: string; staff: string; role: string }>(
      `select ${of} as of, staff_id as staff, role from stepwell.${table} order by ${of}, staff_id`,
    )
  ).rows.map((row) => [row.of, row.staff, row.role]);

test("where two were written down as leads, the first goes on leading and the others help", async () => {
  for (const text of fill) await client.query(text);
  for (const [session, staff, role] of facilitators) {
    await client.query(
      `insert into stepwell.session_facilitator (organization_id, session_id, staff_id, role, starts_at, ends_at, state)
        select organization_id, id, $2, $3, starts_at, ends_at, state from stepwell.session where id = $1`,
      [session, staff, role],
    );
    if (session === doubled)
      await client.query(
        "insert into stepwell.series_facilitator (organization_id, series_id, staff_id, role) values ($1, $2, $3, $4)",
        [house, evening, staff, role],
      );
  }
  expect(await migrate({ ownerUrl: database.ownerUrl })).toContain("0046-gaps-and-one-lead.sql");
  expect(await roles("session_facilitator", "session_id")).toEqual([
    [doubled, first, "co-facilitator"],
    [doubled, second, "lead"],
    [doubled, third, "co-facilitator"],
    [single, first, "trainee"],
    [single, third, "lead"],
  ]);
  expect(await roles("series_facilitator", "series_id")).toEqual([
    [evening, first, "co-facilitator"],
    [evening, second, "lead"],
    [evening, third, "co-facilitator"],
  ]);
});
