import { pino, stdTimeFunctions, type DestinationStream, type Logger } from "pino";

/**
 * The only fields a line may carry. Whatever else a caller hands over is dropped and counted, so that a body, an
 * address or a person's name cannot get into the log by a careless call.
 */
const loggable = new Set([
  "reqId",
  "requestId",
  "method",
  "route",
  "status",
  "ms",
  "bytes",
  "err",
  "name",
  "errorCode",
  "constraint",
  "stack",
  "code",
  "kind",
  "count",
  "attempt",
  "outboxId",
  "organizationId",
  "version",
  "port",
  "pid",
  "signal",
]);

type Fields = Record<string, unknown>;

const mostSigns = 300;
const mostFrames = 12;
/** SQLSTATE, the codes of Node and its packages, and our own (`changed-meanwhile`). A date or a number is none. */
const codeShape = /^(?:[0-9A-Z]{5}|[A-Z][A-Z0-9_]{1,60}|[a-z]+(?:-[a-z]+)+)$/;
const classShape = /^[A-Z][A-Za-z]{1,60}$/;

/** Where an error happened, never what it was about: messages of databases and libraries quote values. */
const errorFields = (error: unknown): Fields => {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    name: classShape.test(error.name) ? error.name : "Error",
    errorCode: typeof code === "string" && codeShape.test(code) ? code : undefined,
    // Constraints bear names of ours; they hold no value of a row.
    constraint: typeof constraint === "string" ? constraint.slice(0, mostSigns) : undefined,
    stack: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, mostFrames),
  };
};

const plainValue = (value: unknown): unknown => {
  if (typeof value === "string") return value.slice(0, mostSigns);
  if (Array.isArray(value))
    return value.filter((one) => typeof one === "string").slice(0, mostFrames);
  return typeof value === "number" || typeof value === "boolean" || value === null
    ? value
    : undefined;
};

const keep = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => loggable.has(name))
      .map(([name, value]) => [name, name === "err" ? errorFields(value) : plainValue(value)]),
  );

/** What was dropped is counted, so that it is missed. */
const keepAndCount = (fields: Fields): Fields => {
  const kept = keep(fields);
  const leftOut = Object.keys(fields).length - Object.keys(kept).length;
  return leftOut === 0 ? kept : { ...kept, leftOut };
};

/** One call as fields and a sentence. Values meant for `%s` are dropped, and an error's own message is not a sentence. */
const safeCall = (first: unknown, second: unknown): readonly [Fields, string] => {
  if (typeof first === "string") return [{}, first];
  if (typeof first !== "object" || first === null) return [{}, "no sentence"];
  const fields: Fields = first instanceof Error ? { err: first } : { ...first };
  const { err } = fields;
  const isQuoted = err instanceof Error && second === err.message;
  return [fields, typeof second === "string" && !isQuoted ? second : "no sentence"];
};

export interface LogOptions {
  readonly level: "silent" | "error" | "warn" | "info" | "debug";
  readonly stream: DestinationStream;
}

/** Children too are bound to the list; pino asks a child's own `formatters` only, so the door is kept here. */
const keepBindings = (log: Logger): Logger => {
  const { child } = log;
  return Object.assign(log, {
    child(this: Logger, bindings: Fields, options?: Parameters<Logger["child"]>[1]) {
      return child.call(this, keep(bindings), options);
    },
  });
};

/** The log of the machine: one JSON object a line, of codes, ids and times, with nothing in it about a person. */
export const openLog = ({ level, stream }: LogOptions): Logger =>
  keepBindings(
    pino(
      {
        level,
        base: null,
        timestamp: stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }), log: keepAndCount },
        hooks: {
          logMethod(inputs, method) {
            const [fields, sentence] = safeCall(inputs[0], inputs[1]);
            method.call(this, fields, sentence);
          },
        },
      },
      stream,
    ),
  );
