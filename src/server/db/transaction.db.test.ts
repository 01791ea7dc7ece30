import { sql } from "kysely";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPool } from "#server/db/pool.ts";
import { afterCommit, foresee, inTransaction, type Tx } from "#server/db/transaction.ts";
import { newId } from "#server/platform/ids.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/test-database.ts";

let database: TestDatabase;
let pool: pg.Pool;
const scope = { organizationId: newId(), accountId: null };
beforeAll(async () => {
  database = await openTestDatabase();
  pool = openPool({ url: database.ownerUrl, most: 1 });
  await pool.query("create table public.thing (word text)", []);
});
afterAll(async () => {
  await pool.end();
  await database.close();
});

const write = (tx: Tx, word: string) => sql`insert into public.thing values (${word})`.execute(tx);

const words = async (): Promise<unknown[]> => {
  const { rows } = await pool.query("select word from public.thing order by word", []);
  return rows.map((row) => row.word);
};

/** A transaction that has ended: as the one left behind when another part of the same request failed. */
const ended = async (outcome: "commit" | "rollback"): Promise<Tx> => {
  let left: Tx | undefined;
  await inTransaction(pool, scope, (tx) => {
    left = tx;
    return outcome === "commit" ? Promise.resolve() : Promise.reject(new Error("undone"));
  }).catch(() => {});
  if (left === undefined) throw new Error("never opened");
  return left;
};

describe.each(["commit", "rollback"] as const)("a statement asked after the %s", (outcome) => {
  it("is carried out neither by itself nor in whatever uses the connection next", async () => {
    const left = await ended(outcome);
    await expect(write(left, "by itself")).rejects.toThrow("has ended");
    await inTransaction(pool, scope, async (tx) => {
      await expect(write(left, "in another's")).rejects.toThrow("has ended");
      expect(() => afterCommit(left, () => {})).toThrow("not open");
      await write(tx, outcome);
    });
    expect(await words()).not.toContain("by itself");
    expect(await words()).not.toContain("in another's");
    expect(await words()).toContain(outcome);
  });
});

describe("what follows a commit", () => {
  it("that throws takes back neither the commit nor what else follows", async () => {
    const done: string[] = [];
    await inTransaction(pool, scope, async (tx) => {
      afterCommit(tx, () => {
        throw new Error("cannot be told");
      });
      afterCommit(tx, () => done.push("told"));
      await write(tx, "kept");
    });
    expect(done).toEqual(["told"]);
    expect(await words()).toContain("kept");
  });
});

describe("a transaction that was foreseen", () => {
  const opening = { text: "select 1 as one", values: [] };

  it("whose first statement fails gives its connection back whole", async () => {
    const read = await foresee(pool, opening, () => {});
    await expect(sql`select 1 / 0`.execute(read.tx)).rejects.toThrow("division by zero");
    await read.rollback();
    await inTransaction(pool, scope, (tx) => write(tx, "after a failure"));
    expect(await words()).toContain("after a failure");
  });

  it("that asked nothing leaves nothing in front of the next one's statements", async () => {
    const read = await foresee(pool, opening, () => {
      throw new Error("must not be asked");
    });
    await read.rollback();
    expect(await words()).toContain("kept");
  });
});
