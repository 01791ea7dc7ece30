import type pg from "pg";
import {
  exchange,
  setPrelude,
  type Outcome,
  type Prelude,
  type Step,
} from "#server/db/exchange.ts";
import { begin, connect, transactionOver, type OpenTransaction } from "#server/db/transaction.ts";

export interface ForeseenTransaction extends OpenTransaction {
  /** Answers when the opening has been accepted, and sends it where nothing else has; throws where it was refused. */
  settle(): Promise<void>;
  isSettled(): boolean;
}

type Accept = (answered: readonly Outcome[]) => void;

/**
 * A transaction whose opening waits for its first statement. `accept` sees what the opening answered before anybody sees a row of that
 * statement; what it throws, the statement throws.
 */
const foreseen = async (
  pool: pg.Pool,
  accept: Accept,
  preludeOf: (judge: Accept) => Prelude,
): Promise<ForeseenTransaction> => {
  const client = await connect(pool);
  const transaction = transactionOver(client, pool);
  let state: "waiting" | "accepted" | "refused" = "waiting";
  const judge: Accept = (answered) => {
    if (state === "refused") throw new Error("the transaction was opened on other facts");
    state = "refused";
    accept(answered);
    state = "accepted";
  };
  setPrelude(client, preludeOf(judge));
  return {
    ...transaction,
    isSettled: () => state === "accepted",
    settle: async () => {
      if (state === "waiting") await exchange(client, []);
      if (state !== "accepted") throw new Error("the transaction was opened on other facts");
    },
  };
};

/**
 * Opens a transaction for reads without a round trip of its own: `opening` travels in front of the first statement, and the
 * two are a transaction by themselves, as PostgreSQL sees it, that has ended when they answer. A second statement brings
 * `begin` and `opening` with it. Under "read committed" each statement sees its own moment anyway; what is lost is that
 * writes would stand and fall together, so this is for reads alone.
 */
export const foresee = (
  pool: pg.Pool,
  opening: Step,
  accept: Accept,
): Promise<ForeseenTransaction> =>
  foreseen(pool, accept, (judge) => ({
    steps: [opening],
    accept: judge,
    next: { steps: [begin, opening], accept: ([, ...answered]) => judge(answered) },
  }));

/**
 * The same for changes: `begin` and `opening` travel in front of the first statement, and everything from there to the commit stands
 * and falls together. It must be settled before it is committed.
 */
export const foreseeChange = (
  pool: pg.Pool,
  opening: readonly Step[],
  accept: Accept,
): Promise<ForeseenTransaction> =>
  foreseen(pool, accept, (judge) => ({
    steps: [begin, ...opening],
    accept: ([, ...answered]) => judge(answered),
  }));
