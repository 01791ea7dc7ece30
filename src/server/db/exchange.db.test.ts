import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exchange } from "#server/db/exchange.ts";
import { openPool } from "#server/db/pool.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/test-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe.each([true, false])("an exchange (named statements: %s)", (named) => {
  let pool: pg.Pool;
  let client: pg.PoolClient;
  const ask = async (text: string, ...values: unknown[]) => {
    const [outcome] = await exchange(client, [{ text, values }]);
    return outcome;
  };
  beforeAll(async () => {
    pool = openPool({ url: database.ownerUrl, most: 1, named });
    client = await pool.connect();
    await client.query("create temporary table thing (id integer primary key, word text)");
  });
  afterAll(async () => {
    client.release();
    await pool.end();
  });

  it("answers every statement, the second time as the first", async () => {
    for (const id of [1, 2])
      expect(
        await exchange(client, [
          { text: "begin" },
          { text: "insert into thing values ($1, $2)", values: [id, "é".repeat(5000)] },
          { text: "select id, length(word) as letters from thing where id = $1", values: [id] },
          { text: "commit" },
        ]),
      ).toEqual([
        { command: "BEGIN", rowCount: null, rows: [] },
        { command: "INSERT", rowCount: 1, rows: [] },
        { command: "SELECT", rowCount: 1, rows: [{ id, letters: 5000 }] },
        { command: "COMMIT", rowCount: null, rows: [] },
      ]);
  });

  it("runs nothing that stands behind a failure, and goes on afterwards", async () => {
    const failing = [
      { text: "select 1 / $1::integer as share", values: [0] },
      { text: "delete from thing" },
    ];
    for (let time = 0; time < 2; time++)
      await expect(exchange(client, failing)).rejects.toThrow("division by zero");
    await expect(ask("select $1::uuid as id", "nonsense")).rejects.toThrow("invalid input syntax");
    expect(
      await ask("select $1::uuid as id", "0199f9a6-7f4e-7cc5-8000-0242ac120002"),
    ).toMatchObject({ rows: [{ id: "0199f9a6-7f4e-7cc5-8000-0242ac120002" }] });
    expect(await ask("select 1 / $1::integer as share", 1)).toMatchObject({ rows: [{ share: 1 }] });
    expect(await ask("select count(*) from thing")).toMatchObject({ rows: [{ count: 2 }] });
  });

  it("carries values of every kind", async () => {
    const text =
      "select $1::bytea as a, $2::text[] as b, $3::jsonb as c, $4::timestamptz as d, $5::text as e";
    const values = [Buffer.from([0, 255]), ['"', "x,y"], { z: [1] }, new Date(0), null];
    const [a, b, c, , e] = values;
    expect(await ask(text, ...values)).toMatchObject({
      rows: [{ a, b, c, d: "1970-01-01T00:00:00Z", e }],
    });
  });

  it("refuses a number that is not safe, and what cannot be sent", async () => {
    await expect(ask("select $1::bigint as n", "9007199254740993")).rejects.toThrow("not a safe");
    await expect(ask("select $1::text", { toJSON: () => 1n })).rejects.toThrow("BigInt");
    expect(await ask("select $1::bigint as n", "7")).toMatchObject({ rows: [{ n: 7 }] });
  });
});
