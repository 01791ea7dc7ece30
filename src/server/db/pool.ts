import { createHash } from "node:crypto";
import pg from "pg";

/** Sees every statement before it is sent; a test refuses those without the organization. */
export type StatementHook = (text: string, values: readonly unknown[]) => void;

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

const names = new Map<string, string>();
const mostNames = 5000;

const nameOf = (text: string): string | undefined => {
  const known = names.get(text);
  if (known !== undefined || names.size > mostNames) return known;
  const name = createHash("md5").update(text).digest("hex");
  names.set(text, name);
  return name;
};

type Query = (...parameters: unknown[]) => unknown;

/** Named statements keep their plan: an aggregate takes half the time. Off behind poolers in transaction mode. */
const wrapQuery = (client: pg.ClientBase, named: boolean, hook: StatementHook | undefined) => {
  const query = client.query.bind(client) as unknown as Query;
  const wrapped: Query = (text, values, callback) => {
    if (hook !== undefined && typeof text === "string")
      hook(text, Array.isArray(values) ? values : []);
    const plain = typeof text !== "string" || !Array.isArray(values) || values.length === 0;
    if (plain || !named) return query(text, values, callback);
    return query({ name: nameOf(text), text, values }, undefined, callback);
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

/** A pool of connections. A lost connection is told to `onError` and replaced; it never ends the process. */
export const openPool = (options: PoolOptions): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.most ?? 10,
    application_name: "stepwell",
    connectionTimeoutMillis: longestWaitMs,
    // Connections stay: a timer for each return to the pool costs more than they do.
    idleTimeoutMillis: 0,
    options: options.worker === true ? "-c timezone=UTC -c app.worker=on" : "-c timezone=UTC",
  });
  const tell = options.onError ?? (() => {});
  pool.on("error", tell);
  pool.on("connect", (client) => {
    client.on("error", tell);
    if (options.named !== false || options.hook !== undefined)
      wrapQuery(client, options.named !== false, options.hook);
  });
  return pool;
};
