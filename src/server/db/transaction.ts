import { CamelCasePlugin, Kysely, PostgresDialect, sql } from "kysely";
import type pg from "pg";
import { problem } from "#domain/contract/problem.ts";
import { isId } from "#domain/basics/ids.ts";
import { dropPrelude, exchange, failuresOf, type Outcome, type Step } from "#server/db/exchange.ts";
import type { DB } from "#server/db/rows.ts";

declare const insideTransaction: unique symbol;

/** A transaction: the only thing a query can be run on. Made by `inTransaction` and its siblings alone. */
export type Tx = Kysely<DB> & { readonly [insideTransaction]: true };

export interface Scope {
  readonly organizationId: string;
  readonly accountId: string | null;
}

/** One for all: it remembers how names are written. */
const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })];

/**
 * A query builder over a connection, for one transaction. Whatever was left behind when its request failed must not be carried out in
 * the next transaction of the connection, which is somebody else's.
 */
const builderOver = (client: pg.PoolClient, isOpen: () => boolean): Tx => {
  const ask = client.query.bind(client) as (...asked: unknown[]) => unknown;
  const query = (...asked: unknown[]): unknown =>
    isOpen() ? ask(...asked) : Promise.reject(new Error("the transaction has ended"));
  const single = { query: query as typeof client.query, release: () => {} };
  const dialect = new PostgresDialect({
    pool: { options: {}, connect: () => Promise.resolve(single), end: () => Promise.resolve() },
  });
  return new Kysely<DB>({ dialect, plugins }) as Tx;
};

export interface OpenTransaction {
  readonly tx: Tx;
  /** `last` is sent together with the commit, and stands or falls with it. */
  commit(last?: Step): Promise<void>;
  /** True after a statement has failed in it, even where the failure was caught. */
  hasFailed(): boolean;
  /** Undoes everything; never throws, for it is called where something has failed already. */
  rollback(): Promise<void>;
}

export const begin: Step = { text: "begin" };

/** A connection of the pool, or `not-ready` where none can be had. */
export const connect = (pool: pg.Pool): Promise<pg.PoolClient> =>
  pool.connect().catch((error: unknown) => {
    throw Object.assign(problem("not-ready"), { cause: error });
  });

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

/** What is to be done once a transaction stands, over the pool it came from. */
type Afterwards = (pool: pg.Pool) => void;
const afterwards = new WeakMap<Tx, Afterwards[]>();

/**
 * Does something once this transaction has been committed, and never where it was not: for word that may be lost with the process,
 * and whatever else would only keep others waiting inside of it.
 */
export const afterCommit = (tx: Tx, act: Afterwards): void => {
  const acts = afterwards.get(tx);
  if (acts === undefined) throw new Error("the transaction is not open");
  acts.push(act);
};

/** Forgets, when it is called, what was to be done after the commit and was asked for since: it was taken back. */
export const unsaidSince = (tx: Tx): (() => void) => {
  const acts = afterwards.get(tx);
  const kept = acts?.length ?? 0;
  return () => void acts?.splice(kept);
};

/** The last write of a transaction, which travels with its commit, and what its failure is told as. */
interface LastWrite {
  readonly step: Step;
  readonly told: (error: unknown) => unknown;
}
const lastWrites = new WeakMap<Tx, (write: LastWrite) => void>();

/**
 * Writes as the last of a transaction, together with its commit: one round trip less. Nothing can be asked after it, so it must refuse
 * by itself what may not stand; where it fails, the commit does, with what `told` makes of the failure.
 */
export const writeLast = (tx: Tx, step: Step, told: LastWrite["told"]): void => {
  const take = lastWrites.get(tx);
  if (take === undefined) throw new Error("the transaction is not open, or has its last write");
  take({ step, told });
};

/** It was committed: whatever throws now is told to whoever watches the pool, and keeps nothing else from being done. */
const doAfterwards = (pool: pg.Pool, acts: readonly Afterwards[]): void => {
  for (const act of acts) {
    try {
      act(pool);
    } catch (error) {
      pool.emit("error", asError(error));
    }
  }
};

const failedBefore = () => new Error("the transaction had failed before its commit");

/** The two ends of a transaction over a connection, which goes back to the pool with either. */
export const transactionOver = (client: pg.PoolClient, pool: pg.Pool): OpenTransaction => {
  const { hasFailed, forget } = failuresOf(client);
  forget();
  let open = true;
  let lastWrite: LastWrite | undefined;
  const tx = builderOver(client, () => open && lastWrite === undefined);
  const acts: Afterwards[] = [];
  afterwards.set(tx, acts);
  lastWrites.set(tx, (write) => {
    lastWrite = write;
    lastWrites.delete(tx);
  });
  const send = async (statement: "commit" | "rollback", last?: Step): Promise<void> => {
    const ending = { text: statement };
    // PostgreSQL answers the commit of a failed transaction with ROLLBACK and no error.
    const written = statement === "commit" ? [lastWrite?.step, last] : [];
    const outcomes = await exchange(client, [
      ...written.filter((step) => step !== undefined),
      ending,
    ]);
    if (statement === "commit" && outcomes.at(-1)?.command !== "COMMIT") throw failedBefore();
  };
  /** Where `begin` was never sent: a statement by itself is a transaction of its own, and has been committed. */
  const sendAlone = async (statement: "commit" | "rollback", last?: Step): Promise<void> => {
    if (statement === "rollback") await exchange(client, []);
    else if (hasFailed()) throw failedBefore();
    else if (lastWrite !== undefined)
      throw new Error("a last write needs a transaction that has begun");
    else if (last !== undefined) await exchange(client, [last]);
  };
  const end = async (statement: "commit" | "rollback", last?: Step): Promise<void> => {
    if (!open && last !== undefined) throw new Error("the transaction has ended already");
    if (!open) return;
    open = false;
    afterwards.delete(tx);
    lastWrites.delete(tx);
    try {
      await (dropPrelude(client) ? sendAlone : send)(statement, last);
    } catch (error) {
      client.release(asError(error));
      if (statement === "commit") throw lastWrite?.told(error) ?? error;
      return;
    }
    client.release();
    if (statement === "commit") doAfterwards(pool, acts);
  };
  return {
    tx,
    commit: (last) => end("commit", last),
    hasFailed,
    rollback: () => end("rollback"),
  };
};

/** Opens a transaction with one round trip: `opening` is sent together with `begin`, and what each of it answered is told. */
export const openTransaction = async (
  pool: pg.Pool,
  opening: readonly Step[] = [],
): Promise<OpenTransaction & { readonly opened: readonly Outcome[] }> => {
  const client = await connect(pool);
  const transaction = transactionOver(client, pool);
  try {
    const [, ...opened] = await exchange(client, [begin, ...opening]);
    return { ...transaction, opened };
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
};

/** The statement that fixes organization and account for the rest of a transaction. */
const settingsOf = (scope: Scope): Step => {
  if (!isId(scope.organizationId)) throw new Error("not an organization's id");
  if (scope.accountId !== null && !isId(scope.accountId)) throw new Error("not an account's id");
  return {
    text: "select set_config('app.organization_id', $1, true), set_config('app.account_id', $2, true)",
    values: [scope.organizationId, scope.accountId ?? ""],
  };
};

const run = async <Result>(
  pool: pg.Pool,
  opening: readonly Step[],
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> => {
  const transaction = await openTransaction(pool, opening);
  try {
    const result = await work(transaction.tx);
    await transaction.commit();
    return result;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
};

/** Runs `work` inside one organization: row-level security shows it that organization and nothing else. */
export const inTransaction = async <Result>(
  pool: pg.Pool,
  scope: Scope,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> => run(pool, [settingsOf(scope)], work);

/** A whole transaction inside one organization, from `begin` to `commit`, with one round trip. What it answers is not told. */
export const inOneExchange = async (
  pool: pg.Pool,
  scope: Scope,
  steps: readonly Step[],
): Promise<void> => {
  const client = await connect(pool);
  try {
    await exchange(client, [begin, settingsOf(scope), ...steps, { text: "commit" }]);
    client.release();
  } catch (error) {
    client.release(asError(error));
    throw error;
  }
};

/** Runs `work` outside of every organization: it sees the global schema only. */
export const inGlobalTransaction = <Result>(
  pool: pg.Pool,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> => run(pool, [], work);

/** Goes inside one organization for the rest of this transaction: row-level security shows it and nothing else. */
export const enterOrganization = async (
  tx: Tx,
  organizationId: string,
  accountId: string | null,
): Promise<void> => {
  await sql`select set_config('app.organization_id', ${organizationId}, true),
                   set_config('app.account_id', ${accountId ?? ""}, true)`.execute(tx);
};
