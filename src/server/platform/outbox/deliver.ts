import { run, Logger, type Task } from "graphile-worker";
import type pg from "pg";
import { z } from "zod";
import { Problem } from "#domain/contract/problem.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { inTransaction, type Tx } from "#server/db/transaction.ts";
import type { Clock } from "#server/platform/clock.ts";
import { announce } from "#server/platform/live/announce.ts";
import { handlersByKind } from "#server/platform/outbox/handlers-by-kind.ts";
import type { Errand, ErrandHandler } from "#server/platform/outbox/outbox.ts";
import { enduringPool } from "#server/platform/outbox/enduring-pool.ts";
import { lockErrand, markAttempt, markDelivered } from "#server/platform/outbox/outbox.queries.ts";
import { systemActor } from "#server/platform/system-actor.ts";
import type { Work } from "#server/platform/work.ts";

export interface DeliveryServices {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  newId(): string;
  readonly onOutcome?: (outcome: "delivered" | "retried" | "failed") => void;
}

const payloadSchema = z.object({ organizationId: idSchema, outboxId: idSchema });

const actor = systemActor("Errands");

const workOf = (services: DeliveryServices, tx: Tx, organizationId: string): Work => ({
  tx,
  organizationId,
  actor,
  now: services.clock.now(),
  requestId: services.newId(),
  newId: services.newId,
});

/** The code of what went wrong: messages may quote an address, codes cannot. */
const problemCodeOf = (error: unknown): string => {
  if (error instanceof Problem) return error.code;
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && /^[\w-]{1,60}$/.test(code) ? code : "unexpected";
};

/**
 * Carries out one errand: locked, handled and marked in one transaction, so that a crash leaves it waiting.
 * Answers false when there was nothing left to do.
 */
export const deliver = (
  services: DeliveryServices,
  handlers: ReadonlyMap<string, ErrandHandler>,
  organizationId: string,
  outboxId: string,
): Promise<boolean> =>
  inTransaction(services.pool, { organizationId, accountId: null }, async (tx) => {
    const row = await lockErrand(tx, organizationId, outboxId);
    if (row === undefined || row.deliveredAt !== null) return false;
    const handler = handlers.get(row.kind);
    if (handler === undefined) throw new Problem("no-handler", 500);
    const work = workOf(services, tx, organizationId);
    const errand: Errand = { ...row, payload: row.payload as Errand["payload"] };
    await handler.handle(work, errand);
    await markDelivered(tx, organizationId, outboxId, work.now.toString());
    announce(work, "errand", outboxId);
    return true;
  });

/** Writes down why an attempt failed and when the next one comes; null after the last. */
const noteFailure = (
  services: DeliveryServices,
  organizationId: string,
  outboxId: string,
  error: unknown,
  nextAttemptAt: string | null,
): Promise<void> =>
  inTransaction(services.pool, { organizationId, accountId: null }, async (tx) => {
    const work = workOf(services, tx, organizationId);
    const problem = problemCodeOf(error);
    const at = work.now.toString();
    await markAttempt(tx, organizationId, outboxId, { at, problem, nextAttemptAt });
    announce(work, "errand", outboxId);
  });

/** Seconds until the attempt after this one: e to the power of the attempts made, at most e¹⁰. */
export const pauseSeconds = (attempt: number): number => Math.exp(Math.min(10, attempt));

const deliveryTask =
  (services: DeliveryServices, handlers: ReadonlyMap<string, ErrandHandler>): Task =>
  async (payload, helpers) => {
    const { organizationId, outboxId } = payloadSchema.parse(payload);
    try {
      if (await deliver(services, handlers, organizationId, outboxId))
        services.onOutcome?.("delivered");
    } catch (error) {
      const { attempts, max_attempts: most } = helpers.job;
      const isLast = attempts >= most;
      const next = services.clock
        .now()
        .add({ milliseconds: Math.round(pauseSeconds(attempts) * 1000) });
      await noteFailure(services, organizationId, outboxId, error, isLast ? null : next.toString());
      services.onOutcome?.(isLast ? "failed" : "retried");
      throw new Error(problemCodeOf(error), { cause: error });
    }
  };

const silentLogger = new Logger(() => () => {});

/** A worker that carries out errands. */
export interface Deliveries {
  /** Resolves when it was stopped; rejects where it cannot go on. */
  readonly promise: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the worker: hears of new errands at once, and looks for due ones every few seconds. */
export const startDeliveries = async (
  services: DeliveryServices,
  workerPool: pg.Pool,
  handlers: readonly ErrandHandler[],
): Promise<Deliveries> => {
  let isStopping = false;
  const runner = await run({
    pgPool: enduringPool(workerPool, () => isStopping),
    concurrency: 4,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: silentLogger,
    taskList: {
      deliver: deliveryTask(services, handlersByKind(handlers)),
    },
  });
  return {
    promise: runner.promise,
    stop: () => {
      isStopping = true;
      return runner.stop();
    },
  };
};
