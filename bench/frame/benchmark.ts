/** What a figure is counted in, and whether more of it is better. */
export const units = [
  "req/s",
  "events/s",
  "tx/s",
  "people/s",
  "MB/s",
  "ms",
  "MB",
  "kB",
  "actions",
  "letters",
] as const;
export type Unit = (typeof units)[number];

/** What is counted and not timed: a loaded machine does not change it. */
export const isCount = (unit: Unit): boolean => unit === "actions" || unit === "letters";

/** What a figure has to reach. Shown beside the figure; a machine under load proves nothing, so nothing fails on it. */
export type Target =
  /** Subject divided by ceiling, for figures of which more is better. */
  | { readonly ratioAtLeast: number }
  /** Subject divided by ceiling, for figures of which less is better. */
  | { readonly ratioAtMost: number }
  | { readonly atMost: number }
  /** What 95 of 100 have to be answered in, in milliseconds. */
  | { readonly p95AtMost: number };

/** One question a benchmark asks of every contender: the same work at one size or one number of connections. */
export interface Case {
  readonly name: string;
  readonly unit: Unit;
  readonly targets?: readonly Target[];
}

/** What is measured beside the figure itself; null where this machine cannot tell. */
export interface Figures {
  readonly p50Ms?: number | null;
  readonly p95Ms?: number | null;
  readonly p99Ms?: number | null;
  /** CPU time of the measured process for one request, event or transaction. */
  readonly nodeCpuMs?: number | null;
  /** The same of every process of PostgreSQL. */
  readonly postgresCpuMs?: number | null;
  readonly rssMb?: number | null;
}
export type FigureName = keyof Figures;

export interface Measurement {
  readonly value: number;
  /** Requests that were not answered as they should be. A result with one of them does not count. */
  readonly failures: number;
  readonly figures: Figures;
}

/**
 * Somebody who does the work. The subject is the product; a ceiling is the best the same stack does without
 * the product's logic; a peer is another product.
 */
export interface Contender {
  readonly name: string;
  readonly role: "subject" | "ceiling" | "peer";
  /** The bytes of one answer. Those of all contenders that give one must be the same. */
  answer?(): Promise<string>;
  /** Null where this contender has no part in the case. */
  measure(one: Case, seconds: number): Promise<Measurement | null>;
}

/** A benchmark that is set up: servers run, rows are in place. */
export interface OpenBenchmark {
  readonly cases: readonly Case[];
  readonly contenders: readonly Contender[];
  /** What a reader has to know of this run: settings of the database, sizes, what could not be measured. */
  readonly notes: readonly string[];
  close(): Promise<void>;
}

export interface Pace {
  readonly rounds: number;
  /** Of one measurement. */
  readonly seconds: number;
  /** How many times faster than life something is replayed. */
  readonly speed: number;
}

export interface Benchmark {
  readonly name: string;
  /** What is compared with what, in one sentence. */
  readonly summary: string;
  /** Where more rounds would tell nothing more, or take too long. */
  readonly mostRounds?: number;
  open(pace: Pace): Promise<OpenBenchmark>;
}
