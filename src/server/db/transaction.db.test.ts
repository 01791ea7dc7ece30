import { sql } from "kysely";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPool } from "#server/db/pool.ts";
import { foresee } from "#server/db/foreseen-transaction.ts";
import { afterCommit, inTransaction, writeLast, type Tx } from "#server/db/transaction.ts";
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

describe("the last write of a transaction", () => {
  const step = (word: string) => ({ text: "insert into public.thing values ($1)", values: [word] });
  const refused = { text: "select stepwell.refuse_unless(false, 'thing_as_seen')" };
  const asItWas = (error: unknown) => error;

  it("stands with the commit, behind all that was asked before", async () => {
    const told: string[] = [];
    await inTransaction(pool, scope, async (tx) => {
      await write(tx, "before the last");
      writeLast(tx, step("the last"), asItWas);
      afterCommit(tx, () => told.push("told"));
    });
    expect(await words()).toEqual(expect.arrayContaining(["before the last", "the last"]));
    expect(told).toEqual(["told"]);
  });

  it("takes back everything where it fails, as what its failure is told as, and tells nobody", async () => {
    const told: string[] = [];
    const failing = inTransaction(pool, scope, async (tx) => {
      await write(tx, "before a failure");
      afterCommit(tx, () => told.push("told"));
      writeLast(tx, refused, (error) => new Error("refused", { cause: error }));
    });
    await expect(failing).rejects.toMatchObject({
      message: "refused",
      cause: { constraint: "thing_as_seen", code: "23514" },
    });
    expect(await words()).not.toContain("before a failure");
    expect(told).toEqual([]);
  });

  it("is the last: nothing is asked or written after it, and nothing of it stays where the transaction is undone", async () => {
    const undone = inTransaction(pool, scope, async (tx) => {
      writeLast(tx, step("undone"), asItWas);
      expect(() => writeLast(tx, step("another"), asItWas)).toThrow("has its last write");
      await expect(write(tx, "after the last")).rejects.toThrow("has ended");
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await words()).not.toContain("undone");
    expect(await words()).not.toContain("after the last");
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
