import { createHash } from "node:crypto";
import pg from "pg";
import { prepareValue } from "pg/lib/utils.js";
import { wireBytes } from "#server/db/wire-messages.ts";

/** One statement with its values. */
export interface Step {
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** What one statement answered, in the shape of the driver's own results. */
export interface Outcome {
  command: string;
  rowCount: number | null;
  rows: Record<string, unknown>[];
}

interface Column {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

/** The columns of statements a connection has prepared, by their text. */
const prepared = new WeakMap<pg.Connection, Map<string, readonly Column[]>>();

const names = new Map<string, string>();
const mostNames = 5000;

/** A name for a text; beyond a number that no program of ours has, statements stay unnamed. */
const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined || names.size > mostNames) return known ?? "";
  const name = createHash("md5").update(text).digest("hex");
  names.set(text, name);
  return name;
};

/** Sees every statement before it is sent; a test refuses those without the organization. */
export type StatementHook = (text: string, values: readonly unknown[]) => void;

export interface ExchangeManner {
  /** Named statements keep their plan: an aggregate takes half the time. Off behind poolers in transaction mode. */
  readonly named: boolean;
  readonly hook?: StatementHook | undefined;
}

const rowOf = (columns: readonly Column[], texts: readonly (string | null)[]) => {
  const row: Record<string, unknown> = {};
  columns.forEach(({ name, parse }, place) => {
    const text = texts[place] ?? null;
    row[name] = text === null ? null : parse(text);
  });
  return row;
};

const columnOf = ({ name, dataTypeID }: pg.FieldDef): Column => ({
  name,
  parse: pg.types.getTypeParser(dataTypeID, "text") as Column["parse"],
});

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

type Answered = (error: Error | null, outcomes?: readonly Outcome[]) => void;

/** What the driver runs: it calls `submit` when the connection is free, then hands over the messages that come back. */
class Exchange {
  readonly #steps: readonly Step[];
  readonly #named: boolean;
  readonly callback: Answered;
  readonly #outcomes: Outcome[] = [];
  #known = new Map<string, readonly Column[]>();
  #columns: readonly Column[] | undefined;
  #rows: Record<string, unknown>[] = [];
  #failure: Error | undefined;

  constructor(steps: readonly Step[], named: boolean, callback: Answered) {
    this.#steps = steps;
    this.#named = named;
    this.callback = callback;
  }

  /** Answers an error when nothing was sent. */
  submit(connection: pg.Connection): Error | null {
    this.#known = prepared.get(connection) ?? this.#known;
    prepared.set(connection, this.#known);
    try {
      connection.stream.write(this.#bytes());
      this.#beginStep();
      return null;
    } catch (error) {
      return asError(error);
    }
  }

  handleRowDescription({ fields }: { readonly fields: readonly pg.FieldDef[] }): void {
    this.#columns = fields.map(columnOf);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    try {
      this.#rows.push(rowOf(this.#columns ?? [], fields));
    } catch (error) {
      this.#failure ??= asError(error);
    }
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const words = text.split(" ");
    const count = Number(words.at(-1));
    const rowCount = Number.isNaN(count) ? null : count;
    this.#outcomes.push({ command: words[0] ?? "", rowCount, rows: this.#rows });
    const step = this.#steps[this.#outcomes.length - 1];
    if (step !== undefined && this.#named) this.#known.set(step.text, this.#columns ?? []);
    this.#beginStep();
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: "" });
  }

  handleError(error: Error): void {
    this.callback(this.#failure ?? error);
  }

  handleReadyForQuery(): void {
    if (this.#failure === undefined) this.callback(null, this.#outcomes);
    else this.callback(this.#failure);
  }

  #beginStep(): void {
    this.#rows = [];
    this.#columns = this.#known.get(this.#steps[this.#outcomes.length]?.text ?? "");
  }

  #bytes(): Buffer {
    return wireBytes((messages) => {
      for (const { text, values = [] } of this.#steps) {
        const name = this.#named ? nameOf(text) : "";
        const isKnown = name !== "" && this.#known.has(text);
        if (!isKnown) messages.parse(name, text);
        messages.bind(
          name,
          values.map((value) => prepareValue(value)),
        );
        if (!isKnown) messages.describe();
        messages.execute();
      }
      messages.sync();
    });
  }
}

const manners = new WeakMap<pg.ClientBase, ExchangeManner>();

export const setManner = (client: pg.ClientBase, manner: ExchangeManner): void => {
  manners.set(client, manner);
};

const failed = new WeakSet<pg.ClientBase>();

/** Whether an exchange over this connection has failed since it was last asked to forget. */
export const failuresOf = (client: pg.ClientBase) => ({
  hasFailed: () => failed.has(client),
  forget: () => failed.delete(client),
});

/** Statements that wait for the first one that is asked over a connection, and travel in front of it. */
export interface Prelude {
  readonly steps: readonly Step[];
  /** Looks at what they answered. What it throws is what the statement behind them answers: its rows are seen by nobody. */
  accept(outcomes: readonly Outcome[]): void;
  /** What waits from then on for the statement after it, which may be asked before the first has answered. */
  readonly next?: Prelude;
}

const preludes = new WeakMap<pg.ClientBase, Prelude>();

export const setPrelude = (client: pg.ClientBase, prelude: Prelude): void => {
  preludes.set(client, prelude);
};

/** Takes back what has not been sent. Answers whether there was anything. */
export const dropPrelude = (client: pg.ClientBase): boolean => preludes.delete(client);

/** The prelude and the steps as one exchange, which answers the outcomes of the steps alone. */
const behind = (
  { steps: first, accept }: Prelude,
  steps: readonly Step[],
  callback: Answered,
): readonly [readonly Step[], Answered] => [
  [...first, ...steps],
  (error, outcomes = []) => {
    if (error !== null) return callback(error);
    try {
      accept(outcomes.slice(0, first.length));
    } catch (refusal) {
      return callback(asError(refusal));
    }
    callback(null, outcomes.slice(first.length));
  },
];

/** The same with a callback, for the driver's own way of asking. */
export const exchangeThen = (
  client: pg.ClientBase,
  asked: readonly Step[],
  callback: Answered,
): void => {
  const { named = true, hook } = manners.get(client) ?? {};
  const prelude = preludes.get(client);
  if (prelude?.next === undefined) preludes.delete(client);
  else preludes.set(client, prelude.next);
  const [steps, answered] =
    prelude === undefined ? [asked, callback] : behind(prelude, asked, callback);
  for (const { text, values = [] } of steps) hook?.(text, values);
  const noted: Answered = (error, outcomes) => {
    if (error !== null) failed.add(client);
    answered(error, outcomes);
  };
  client.query(new Exchange(steps, named, noted));
};

/**
 * Runs statements that are sent together and answered together: one write to the socket, one round trip. The first
 * failure ends it; what stands behind it is not run. A statement the connection knows is neither parsed nor described
 * again.
 */
export const exchange = async (
  client: pg.ClientBase,
  steps: readonly Step[],
): Promise<readonly Outcome[]> => {
  try {
    return await new Promise((resolve, reject) => {
      exchangeThen(client, steps, (error, outcomes = []) =>
        error === null ? resolve(outcomes) : reject(error),
      );
    });
  } catch (error) {
    // What led here says more than the socket that the answer came from.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
};
