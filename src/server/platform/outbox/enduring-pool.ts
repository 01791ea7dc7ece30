import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { isLostConnection } from "#server/db/lost-connection.ts";

const againAfterMs = 500;
/** What the queue's package takes as a reason to try the statement again, a few seconds later at most. */
const tryAgain = "40001";

const codeOf = (error: unknown): string | undefined => {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
};

/** On these connections nothing but the queue is asked: what has no code, or one of the system, is the connection's too. */
const isLost = (error: unknown): boolean => {
  const code = codeOf(error);
  return code === undefined || /^E[A-Z]{2}/.test(code) || isLostConnection(error);
};

const asRetryable = (error: unknown): unknown =>
  isLost(error)
    ? Object.assign(new Error("the connection to the database was lost", { cause: error }), {
        code: tryAgain,
      })
    : error;

type Ask = (...parts: unknown[]) => Promise<unknown>;

const enduringClient = (client: pg.PoolClient): pg.PoolClient =>
  new Proxy(client, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      const act = value.bind(target) as Ask;
      if (name !== "query") return act;
      return async (...parts: unknown[]) => {
        try {
          return await act(...parts);
        } catch (error) {
          throw asRetryable(error);
        }
      };
    },
  });

/**
 * The worker's connections for a database that goes away for a while: whoever wants one waits until there is one, and
 * a statement that lost its connection is tried again. The queue's package ends the process where it cannot write
 * down that a job is done. `isStopping`: nobody waits any more.
 */
export const enduringPool = (pool: pg.Pool, isStopping: () => boolean): pg.Pool => {
  const connect = async (): Promise<pg.PoolClient> => {
    for (;;) {
      try {
        return enduringClient(await pool.connect());
      } catch (error) {
        if (isStopping() || pool.ending || !isLost(error)) throw error;
        await pause(againAfterMs);
      }
    }
  };
  return new Proxy(pool, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (name !== "connect") return value.bind(target) as unknown;
      // With a callback it is the listener, which looks after itself.
      return (callback?: Parameters<pg.Pool["connect"]>[0]) =>
        callback === undefined ? connect() : target.connect(callback);
    },
  });
};
