import type pg from "pg";
import type { OpenTransaction } from "#server/db/transaction.ts";
import type { AuditEvent } from "#server/platform/audit/audit-event.ts";
import { auditStep, insertAuditAlone } from "#server/platform/audit/audit.queries.ts";

/** Writes events that have no transaction of their own to live in: reads, refusals, rollbacks. */
export interface AuditWriter {
  /** Answers when the event is durable; no response may leave before. */
  write(event: AuditEvent): Promise<void>;
  /**
   * The same, but refetches of one screen visit collapse into their first event. Commits the transaction that is
   * handed over, and may let events go with it: a lone read then needs one round trip and one flush for both.
   */
  writeOnce(event: AuditEvent, visit: string | undefined, transaction?: Committable): Promise<void>;
  /** How many events are not on disk yet. */
  waiting(): number;
}

type Committable = Pick<OpenTransaction, "commit" | "hasFailed">;

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

/** Sends the events of a batch with the carrier's commit, or by themselves where there is none. */
const send = (pool: pg.Pool, batch: readonly Waiting[], carrier?: Committable): Promise<void> => {
  const events = batch.map((one) => one.event);
  return carrier === undefined ? insertAuditAlone(pool, events) : carrier.commit(auditStep(events));
};

/** Writes a batch; when it fails, each event by itself, so that one bad event takes no other with it. */
const insertBatch = async (
  pool: pg.Pool,
  batch: readonly Waiting[],
  carrier?: Committable,
): Promise<void> => {
  try {
    await send(pool, batch, carrier);
    for (const one of batch) one.resolve();
  } catch (error) {
    const [only] = batch;
    if (batch.length === 1) only?.reject(error);
    else for (const one of batch) await insertBatch(pool, [one]);
  }
};

/** Remembers for a while what each visit has asked, and writes only what is new. */
const oncePerVisit = () => {
  const visits = new Map<string, Visit>();
  return (event: AuditEvent, visit: string, write: () => Promise<void>) => {
    const key = keyOf(event, visit);
    const nowMs = Date.parse(event.at);
    const known = visits.get(key);
    if (known !== undefined && known.untilMs > nowMs)
      return { isFirst: false, written: known.written };
    if (visits.size >= mostVisits) visits.clear();
    const written = write();
    visits.set(key, { untilMs: nowMs + visitMinutes * 60_000, written });
    written.catch(() => visits.delete(key));
    return { isFirst: true, written };
  };
};

/**
 * Events of one turn of the event loop go out in one statement and share one flush to disk, with the commit of one of
 * the reads they tell of. While a statement is under way the next batch grows, so the writer keeps up with any load the
 * disk can take.
 */
export const auditWriter = (pool: pg.Pool): AuditWriter => {
  let waiting: Waiting[] = [];
  let carrier: Committable | undefined;
  let unwritten = 0;
  let inFlight = 0;
  let isScheduled = false;

  const flush = async (): Promise<void> => {
    isScheduled = false;
    if (inFlight >= mostInFlight || waiting.length === 0) return;
    const batch = waiting;
    const chosen = carrier;
    waiting = [];
    carrier = undefined;
    inFlight++;
    await insertBatch(pool, batch, chosen);
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

  /** The first transaction of a batch carries it; the others have nothing to wait for. One that has failed carries nothing. */
  const writeWith = async (event: AuditEvent, transaction: Committable): Promise<void> => {
    if (transaction.hasFailed()) await transaction.commit();
    const isCarrier = carrier === undefined && !transaction.hasFailed();
    if (isCarrier) carrier = transaction;
    await Promise.all([write(event), isCarrier ? undefined : transaction.commit()]);
  };

  const once = oncePerVisit();
  return {
    write,
    waiting: () => unwritten,
    async writeOnce(event, visit, transaction) {
      const writeNow = () =>
        transaction === undefined ? write(event) : writeWith(event, transaction);
      if (visit === undefined) return writeNow();
      const { isFirst, written } = once(event, visit, writeNow);
      await Promise.all([written, isFirst ? undefined : transaction?.commit()]);
    },
  };
};
