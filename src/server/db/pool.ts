import pg from "pg";
import {
  exchange,
  exchangeThen,
  setManner,
  type Outcome,
  type StatementHook,
} from "#server/db/exchange.ts";
import { settleSoon } from "#server/db/soon.ts";

const instantText = (text: string): string =>
  text.endsWith("+00")
    ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z`
    : new Date(text).toISOString();

// A civil date stays `YYYY-MM-DD` (pg would make it a local midnight), an instant is ISO 8601 in UTC as the
// screens get it; counts and cents become checked numbers.
const parsers: readonly (readonly [number, (text: string) => unknown])[] = [
  [1082, (text) => text],
  [1184, instantText],
  [
    20,
    (text) => {
      const value = Number(text);
      if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${text}`);
      return value;
    },
  ],
];
for (const [oid, parse] of parsers) pg.types.setTypeParser(oid, parse);

type Query = (...parameters: unknown[]) => unknown;
type Callback = (error: unknown, outcome?: Outcome) => void;

/** Whatever comes with values, be they none, goes over our own exchange: prepared once, described once, one write. */
const wrapQuery = (client: pg.ClientBase, hook: StatementHook | undefined) => {
  const query = client.query.bind(client) as unknown as Query;
  const wrapped: Query = (text, values, callback) => {
    if (typeof text !== "string") return query(text, values, callback);
    if (!Array.isArray(values)) {
      hook?.(text, []);
      return query(text, values, callback);
    }
    const steps = [{ text, values }];
    if (typeof callback === "function")
      return exchangeThen(client, steps, (error, outcomes) =>
        (callback as Callback)(error, outcomes?.[0]),
      );
    return exchange(client, steps).then(([outcome]) => outcome);
  };
  Object.assign(client, { query: wrapped });
};

export interface PoolOptions {
  readonly url: string;
  readonly most?: number;
  readonly named?: boolean;
  readonly hook?: StatementHook;
  /** Connections of the job worker say so: only they see the queue. */
  readonly worker?: boolean;
  readonly onError?: (error: Error) => void;
}

/** Who waits longer for a connection is told that the server is not ready, instead of hanging. */
const longestWaitMs = 10_000;

/** A pool ends after what its last commits left to do. */
const endAfterwards = (pool: pg.Pool): void => {
  const end = pool.end.bind(pool);
  const ending = () => settleSoon(pool).then(end);
  Object.assign(pool, { end: ending });
};

/** What PostgreSQL compiles a statement for takes longer than any of ours runs: a page of holds took seconds by it. */
const everybody = "-c timezone=UTC -c jit=off";

const settingsOf = ({ worker }: PoolOptions): string =>
  worker === true ? `${everybody} -c app.worker=on` : everybody;

/** A pool of connections. A lost connection is told to `onError` and replaced; it never ends the process. */
export const openPool = (options: PoolOptions): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.most ?? 10,
    application_name: "stepwell",
    connectionTimeoutMillis: longestWaitMs,
    // Connections stay: a timer for each return to the pool costs more than they do.
    idleTimeoutMillis: 0,
    options: settingsOf(options),
  });
  const tell = options.onError ?? (() => {});
  pool.on("error", tell);
  pool.on("connect", (client) => {
    client.on("error", tell);
    setManner(client, { named: options.named !== false, hook: options.hook });
    wrapQuery(client, options.hook);
  });
  endAfterwards(pool);
  return pool;
};
