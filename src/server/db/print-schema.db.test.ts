import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { printSchema } from "#server/db/print-schema.ts";
import { openTestDatabase } from "#test/support/test-database.ts";
import type { TestDatabase } from "#test/support/test-database.ts";

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await openTestDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.close();
});

const blocks = async (): Promise<string[]> => (await printSchema(client)).trimEnd().split("\n\n");

/** Runs `statements` and answers what the print gained by them. */
const gained = async (statements: string): Promise<string> => {
  const before = new Set(await blocks());
  await client.query(statements);
  return (await blocks()).filter((block) => !before.has(block)).join("\n\n");
};

test("the checked-in schema is what the migrations make, whatever the version of the server", async () => {
  const file = path.resolve(import.meta.dirname, "../../../db/schema.sql");
  expect(await printSchema(client)).toBe(readFileSync(file, "utf8"));
});

test("a table is printed with all that hangs on it, in a fixed order", async () => {
  const text = await gained(`
    create extension hstore schema public;
    create type stepwell.mood as enum ('good', 'bad');
    create table stepwell."Odd Name" (
      organization_id uuid not null, id integer generated always as identity, during tstzrange,
      name text collate "C" default 'x' not null, mood stepwell.mood default 'good', gone integer,
      price bigint, doubled bigint generated always as (price * 2) stored,
      constraint odd_key primary key (organization_id, id), unique nulls not distinct (name, mood),
      constraint odd_apart exclude using gist (organization_id with =, during with &&) deferrable,
      constraint odd_price_positive check (price > 0));
    alter table stepwell."Odd Name" drop column gone;
    create index odd_lower on stepwell."Odd Name" (organization_id, lower(name) desc) where mood = 'good';
    create function stepwell.stamp() returns trigger language plpgsql as 'begin return new; end';
    create trigger odd_stamp before update of name on stepwell."Odd Name" for each row execute function stepwell.stamp();
    alter table stepwell."Odd Name" enable row level security, force row level security;
    create policy one on stepwell."Odd Name" as restrictive for update to stepwell_app using (id > 0) with check (true);
    grant select, update (name), insert (name, mood) on stepwell."Odd Name" to stepwell_app;
    comment on column stepwell."Odd Name".name is 'it''s a name';
    comment on constraint odd_key on stepwell."Odd Name" is 'the key';`);
  expect(text).toBe(`CREATE EXTENSION hstore WITH SCHEMA public;

CREATE TYPE stepwell.mood AS ENUM ('good', 'bad');

CREATE TABLE stepwell."Odd Name" (
  organization_id uuid NOT NULL,
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  during tstzrange,
  name text COLLATE "C" DEFAULT 'x'::text NOT NULL,
  mood stepwell.mood DEFAULT 'good'::stepwell.mood,
  price bigint,
  doubled bigint GENERATED ALWAYS AS ((price * 2)) STORED,
  CONSTRAINT odd_key PRIMARY KEY (organization_id, id),
  CONSTRAINT "Odd Name_name_mood_key" UNIQUE NULLS NOT DISTINCT (name, mood),
  CONSTRAINT odd_apart EXCLUDE USING gist (organization_id WITH =, during WITH &&) DEFERRABLE,
  CONSTRAINT odd_price_positive CHECK ((price > 0))
);
CREATE INDEX odd_lower ON stepwell."Odd Name" USING btree (organization_id, lower(name) DESC) WHERE (mood = 'good'::stepwell.mood);
CREATE TRIGGER odd_stamp BEFORE UPDATE OF name ON stepwell."Odd Name" FOR EACH ROW EXECUTE FUNCTION stepwell.stamp();
ALTER TABLE stepwell."Odd Name" ENABLE ROW LEVEL SECURITY;
ALTER TABLE stepwell."Odd Name" FORCE ROW LEVEL SECURITY;
CREATE POLICY one ON stepwell."Odd Name" AS RESTRICTIVE FOR UPDATE TO stepwell_app
  USING ((id > 0))
  WITH CHECK (true);
GRANT SELECT, INSERT (mood), INSERT (name), UPDATE (name) ON TABLE stepwell."Odd Name" TO stepwell_app;
COMMENT ON CONSTRAINT odd_key on stepwell."Odd Name" IS 'the key';
COMMENT ON COLUMN stepwell."Odd Name".name IS 'it''s a name';

CREATE OR REPLACE FUNCTION stepwell.stamp()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin return new; end$function$;`);
});

test("views, domains and closed functions read alike on every version", async () => {
  const text = await gained(`
    create domain stepwell.cents as bigint constraint cents_whole check (value >= 0);
    create view stepwell.open_site with (security_invoker = true) as
      select id, upper(name) as shown from stepwell.site where retired_at is null;
    create function stepwell.twice(x integer) returns integer language sql immutable return x * 2;
    revoke all on function stepwell.twice from public;
    grant execute on function stepwell.twice to stepwell_app;
    grant all on stepwell.open_site to stepwell_app;`);
  expect(text).toBe(`CREATE DOMAIN stepwell.cents AS bigint
  CONSTRAINT cents_whole CHECK ((VALUE >= 0));

CREATE VIEW stepwell.open_site WITH (security_invoker=true) AS
 SELECT site.id,
     upper(site.name) AS shown
    FROM stepwell.site
   WHERE (site.retired_at IS NULL);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE stepwell.open_site TO stepwell_app;

CREATE OR REPLACE FUNCTION stepwell.twice(x integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN (x * 2);
REVOKE ALL ON FUNCTION stepwell.twice(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stepwell.twice(integer) TO stepwell_app;`);
});

test("printing changes nothing, not even the settings of the session", async () => {
  const settings = "select current_setting('search_path') as path";
  const { rows } = await client.query(settings);
  const first = await printSchema(client);
  expect(await printSchema(client)).toBe(first);
  expect((await client.query(settings)).rows).toEqual(rows);
});
