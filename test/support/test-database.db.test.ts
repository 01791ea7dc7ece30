import pg from "pg";
import { expect, test } from "vitest";
import { openTestDatabase } from "./test-database.ts";

const ask = async (url: string, statement: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
};

test("each clone is migrated and keeps what is written in it to itself", async () => {
  const [one, other] = await Promise.all([openTestDatabase(), openTestDatabase()]);
  await ask(one.ownerUrl, "create table only_here (id int)");
  const migrated =
    "select count(*) > 0 as is_migrated from pg_tables where schemaname = 'stepwell'";
  expect(await ask(other.ownerUrl, migrated)).toEqual([{ is_migrated: true }]);
  const found = "select to_regclass('only_here') is not null as is_here";
  expect(await ask(one.appUrl, found)).toEqual([{ is_here: true }]);
  expect(await ask(other.appUrl, found)).toEqual([{ is_here: false }]);
  await Promise.all([one.close(), other.close()]);
  await expect(ask(one.appUrl, "select 1")).rejects.toThrow("does not exist");
});

test("closing ends what is still connected", async () => {
  const database = await openTestDatabase();
  const client = new pg.Client({ connectionString: database.appUrl });
  const errors: Error[] = [];
  client.on("error", (error) => errors.push(error));
  await client.connect();
  await database.close();
  await expect.poll(() => errors.length).toBeGreaterThan(0);
  await expect(client.query("select 1")).rejects.toThrow();
});
