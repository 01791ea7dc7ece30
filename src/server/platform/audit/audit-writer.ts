import type pg from "pg";
import type { AuditEvent } from "#server/platform/audit/audit-event.ts";
import { insertAuditAlone } from "#server/platform/audit/audit.queries.ts";

/** Writes events that have no transaction of their own to live in: reads, refusals, rollbacks. */
export interface AuditWriter {
  /** Answers when the event is durable; no response may leave before. */
  write(event: AuditEvent): Promise<void>;
  /** The same, but refetches of one screen visit collapse into their first event. */
  writeOnce(event: AuditEvent, visit: string | undefined): Promise<void>;
  /** How many events are not on disk yet. */
  waiting(): number;
}

const visitMinutes = 15;
const mostVisits = 20_000;

interface Visit {
  readonly untilMs: number;
  readonly written: Promise<void>;
}

const keyOf = (event: AuditEvent, visit: string): string =>
  [
    event.sessionId,
    visit,
    event.verb,
    event.record?.id ?? "",
    event.subjects.toSorted().join(","),
  ].join("|");

interface Waiting {
  readonly event: AuditEvent;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const mostInFlight = 1;

/** Writes a batch; when it fails, each event by itself, so that one bad event takes no other with it. */
const insertBatch = async (pool: pg.Pool, batch: readonly Waiting[]): Promise<void> => {
  try {
    await insertAuditAlone(
      pool,
      batch.map((one) => one.event),
    );
    for (const one of batch) one.resolve();
  } catch (error) {
    const [only] = batch;
    if (batch.length === 1) only?.reject(error);
    else for (const one of batch) await insertBatch(pool, [one]);
  }
};

/**
 * Events of one turn of the event loop go out in one statement and share one flush to disk. While two statements are
 * under way the next batch grows, so the writer keeps up with any load the disk can take.
 */
export const auditWriter = (pool: pg.Pool): AuditWriter => {
  let waiting: Waiting[] = [];
  let unwritten = 0;
  let inFlight = 0;
  let isScheduled = false;
  const visits = new Map<string, Visit>();

  const flush = async (): Promise<void> => {
    isScheduled = false;
    if (inFlight >= mostInFlight || waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    inFlight++;
    await insertBatch(pool, batch);
    inFlight--;
    unwritten -= batch.length;
    schedule();
  };

  const schedule = (): void => {
    if (isScheduled || waiting.length === 0) return;
    isScheduled = true;
    const before = waiting.length;
    setImmediate(() => {
      // While each turn brings more, one more turn makes a fuller batch; a lone event never waits.
      if (waiting.length > before) setImmediate(() => void flush());
      else void flush();
    });
  };

  const write = (event: AuditEvent): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ event, resolve, reject });
      unwritten++;
      schedule();
    });

  return {
    write,
    waiting: () => unwritten,
    writeOnce(event, visit) {
      if (visit === undefined) return write(event);
      const key = keyOf(event, visit);
      const nowMs = Date.parse(event.at);
      const known = visits.get(key);
      if (known !== undefined && known.untilMs > nowMs) return known.written;
      if (visits.size >= mostVisits) visits.clear();
      const written = write(event);
      visits.set(key, { untilMs: nowMs + visitMinutes * 60_000, written });
      written.catch(() => visits.delete(key));
      return written;
    },
  };
};
