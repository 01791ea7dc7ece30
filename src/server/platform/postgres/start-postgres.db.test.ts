import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testedBinDir } from "#test/support/postgres.ts";
import { makeThrowawayFolder } from "#test/support/throwaway-folder.ts";
import { DataFolderInUse } from "./data-owner.ts";
import type { EmbeddedPostgres } from "./embedded-postgres.ts";
import { findPostgres } from "./find-postgres.ts";
import { startPostgres } from "./start-postgres.ts";

const folder = makeThrowawayFolder();
const options = {
  dataDir: folder,
  ...(testedBinDir === undefined ? {} : { binDir: testedBinDir }),
  durable: false,
};

const ask = async (url: string, statement: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a first start", () => {
  let postgres: EmbeddedPostgres;
  beforeAll(async () => {
    postgres = await startPostgres(options);
  });
  afterAll(() => postgres.stop());

  test("makes the data folder, named by the major version, and leaves nothing half done", () => {
    expect(postgres.initializedNow).toBe(true);
    expect(postgres.dataDir).toBe(path.join(folder, `pg${postgres.version}`));
    expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  test("listens on its socket only", async () => {
    const rows = await ask(postgres.appUrl("stepwell"), "show listen_addresses");
    expect(rows).toEqual([{ listen_addresses: "" }]);
  });

  test("has one role that owns the database and one that may only use it", async () => {
    const owners = await ask(
      postgres.ownerUrl("stepwell"),
      "select pg_get_userbyid(datdba) as owner from pg_database where datname = current_database()",
    );
    expect(owners).toEqual([{ owner: "stepwell_owner" }]);
    const roles = await ask(
      postgres.appUrl("stepwell"),
      `select rolname, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as mighty
         from pg_roles where rolname like 'stepwell%' order by rolname`,
    );
    expect(roles).toEqual([
      { rolname: "stepwell_app", mighty: false },
      { rolname: "stepwell_owner", mighty: false },
    ]);
  });

  test("sorts by code point, whatever the machine's libraries say", async () => {
    const rows = await ask(
      postgres.appUrl("stepwell"),
      "select string_agg(word, '' order by word) as sorted from (values ('a'), ('B'), ('ä'), ('Z')) as list (word)",
    );
    expect(rows).toEqual([{ sorted: "BZaä" }]);
  });

  test("refuses a second start while it runs, and is left untouched", async () => {
    await expect(startPostgres(options)).rejects.toThrow(DataFolderInUse);
    expect(await ask(postgres.appUrl("stepwell"), "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("is found by a command beside it", () => {
    const found = findPostgres(folder, testedBinDir);
    expect(found?.pid).toBe(postgres.pid);
    expect(found?.ownerUrl("stepwell")).toBe(postgres.ownerUrl("stepwell"));
  });

  test("writes nothing into its log that somebody typed", async () => {
    const client = new pg.Client({ connectionString: postgres.ownerUrl("stepwell") });
    await client.connect();
    await client.query("create table contact (email text primary key)");
    await client.query("insert into contact values ('wren.ash@example.org')");
    await expect(
      client.query("insert into contact values ('wren.ash@example.org')"),
    ).rejects.toThrow("contact_pkey");
    await expect(client.query("select 'wren.ash@example.org'::uuid")).rejects.toThrow("uuid");
    await client.end();
    const log = readFileSync(`${postgres.dataDir}.log`, "utf8");
    expect(log).toContain("ready to accept connections");
    expect(log).not.toContain("wren.ash");
  });
});

describe("a later start", () => {
  test("finds the data and the passwords of the first, and tells that nothing was made", async () => {
    const postgres = await startPostgres(options);
    const rows = await ask(postgres.ownerUrl("stepwell"), "select email from contact");
    await postgres.stop();
    expect(postgres.initializedNow).toBe(false);
    expect(rows).toEqual([{ email: "wren.ash@example.org" }]);
    expect(findPostgres(folder, testedBinDir)).toBeUndefined();
  });

  test("makes new passwords when their file was lost", async () => {
    rmSync(path.join(folder, "secrets.json"));
    const postgres = await startPostgres(options);
    const rows = await ask(postgres.ownerUrl("stepwell"), "select count(*)::int from contact");
    await postgres.stop();
    expect(rows).toEqual([{ count: 1 }]);
  });
});
