import type pg from "pg";
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";

export interface MetricsSources {
  readonly pool: pg.Pool;
  /** How many lines of the audit trail wait to be written. */
  auditWaiting(): number;
  readonly version: string;
}

export interface MeasuredRequest {
  readonly method: string;
  /** The pattern of the route, never the address: `/api/sites/:siteId`. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What this process counts. Labels are patterns, codes and states: no name, no id, nothing of a person. */
export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  request(measured: MeasuredRequest): void;
  delivery(outcome: "delivered" | "retried" | "failed"): void;
}

const secondsBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

const watchPool = (pool: pg.Pool, registers: Registry[]): Gauge => {
  const gauge: Gauge<"state"> = new Gauge({
    name: "stepwell_database_connections",
    help: "Connections of the pool by state; waiting counts requests without one.",
    labelNames: ["state"],
    registers,
    collect: () => {
      gauge.set({ state: "idle" }, pool.idleCount);
      gauge.set({ state: "busy" }, pool.totalCount - pool.idleCount);
      gauge.set({ state: "waiting" }, pool.waitingCount);
    },
  });
  return gauge;
};

const watchAudit = (waiting: () => number, registers: Registry[]): Gauge => {
  const gauge: Gauge = new Gauge({
    name: "stepwell_audit_waiting",
    help: "Lines of the audit trail that wait to be written.",
    registers,
    collect: () => gauge.set(waiting()),
  });
  return gauge;
};

/** Opens the counters of this process, with those of Node itself (memory, event loop, garbage collection). */
export const openMetrics = ({ pool, auditWaiting, version }: MetricsSources): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  watchPool(pool, registers);
  watchAudit(auditWaiting, registers);
  new Gauge({
    name: "stepwell_version",
    help: "Always 1; the version is the label.",
    labelNames: ["version"],
    registers,
  }).set({ version }, 1);
  const requests = new Histogram({
    name: "stepwell_http_request_seconds",
    help: "Time from the request to the end of its answer.",
    labelNames: ["method", "route", "status"],
    buckets: secondsBuckets,
    registers,
  });
  const deliveries = new Counter({
    name: "stepwell_deliveries_total",
    help: "Errands of the outbox by outcome of an attempt.",
    labelNames: ["outcome"],
    registers,
  });
  for (const outcome of ["delivered", "retried", "failed"]) deliveries.inc({ outcome }, 0);
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status }, seconds),
    delivery: (outcome) => deliveries.inc({ outcome }),
  };
};
