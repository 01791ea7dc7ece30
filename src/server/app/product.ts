import path from "node:path";
import type { FastifyInstance } from "fastify";
import type pg from "pg";
import { accessJobs } from "#server/access/access.jobs.ts";
import { buildServer } from "#server/app/build-server.ts";
import type { Lifetime } from "#server/app/lifetime.ts";
import type { Database } from "#server/app/open-database.ts";
import { routes } from "#server/app/routes.ts";
import type { Settings } from "#server/app/settings.ts";
import { startSweeping } from "#server/app/sweep.ts";
import { version } from "#server/app/version.ts";
import { serveWebFiles } from "#server/app/web-files.ts";
import { openMailer } from "#server/connectors/email/open-mailer.ts";
import { openPool } from "#server/db/pool.ts";
import { inGlobalTransaction } from "#server/db/transaction.ts";
import { registerPages } from "#server/pages/pages.routes.ts";
import { openAnchorFile } from "#server/platform/audit/audit-anchors.ts";
import { startSealer } from "#server/platform/audit/audit-sealer.ts";
import { auditWriter } from "#server/platform/audit/audit-writer.ts";
import { systemClock } from "#server/platform/clock.ts";
import { registerHealth } from "#server/platform/health/health.routes.ts";
import { openMetrics, type Metrics } from "#server/platform/health/metrics.ts";
import { logRequests, measureRequests } from "#server/platform/health/request-watch.ts";
import { rateLimiter } from "#server/platform/http/rate-limit.ts";
import type { HttpServices } from "#server/platform/http/request-context.ts";
import { newId } from "#server/platform/ids.ts";
import { startLiveHub } from "#server/platform/live/live-hub.ts";
import { openLog } from "#server/platform/log.ts";
import { startDeliveries } from "#server/platform/outbox/deliver.ts";

/** Where the heads of the audit trail's seals are kept, besides the database. */
export const anchorFileOf = (settings: Pick<Settings, "dataDir">): string =>
  path.join(settings.dataDir, "audit-anchors.jsonl");

/** The product, ready to listen. */
export interface Product {
  readonly app: FastifyInstance;
  readonly services: HttpServices;
  /** Tells letters where the product is reached, unless the settings say so. */
  announceOrigin(origin: string): void;
}

/** Four pools: requests never wait behind the trail, errands or tries that are counted apart. */
const openPools = (
  settings: Settings,
  database: Database,
  lifetime: Lifetime,
  onError: (error: unknown) => void,
) => {
  const open = (most: number, worker = false): pg.Pool => {
    const pool = openPool({ url: database.appUrl, most, named: settings.named, worker, onError });
    lifetime.onStop(() => pool.end());
    return pool;
  };
  return { requests: open(10), trail: open(2), apart: open(3), worker: open(5, true) };
};

const startWorkers = async (
  services: HttpServices,
  parts: {
    readonly settings: Settings;
    readonly metrics: Metrics;
    readonly workerPool: pg.Pool;
    readonly publicUrl: () => string;
    readonly lifetime: Lifetime;
    readonly onError: (error: unknown) => void;
  },
): Promise<{ isRunning(): boolean }> => {
  const { settings, metrics, lifetime, onError } = parts;
  const { pool, clock } = services;
  const keep = (step: Parameters<typeof inGlobalTransaction<void>>[1]) =>
    inGlobalTransaction(pool, step);
  const letterServices = {
    get publicUrl() {
      return parts.publicUrl();
    },
    get mailer() {
      const address = { smtpUrl: settings.smtpUrl, publicUrl: parts.publicUrl() };
      return openMailer(address, { keep, clock, newId });
    },
  };
  const onOutcome = metrics.delivery.bind(metrics);
  const runner = await startDeliveries(
    { pool, clock, newId, onOutcome },
    parts.workerPool,
    accessJobs(letterServices),
  );
  let isRunning = true;
  void runner.promise.catch(onError).finally(() => {
    isRunning = false;
  });
  lifetime.onStop(() => runner.stop());
  const anchors = openAnchorFile(anchorFileOf(settings));
  const sealer = startSealer({ pool, clock, anchors, newId, onError });
  lifetime.onStop(() => sealer.stop());
  const sweeping = startSweeping(services, onError);
  lifetime.onStop(() => sweeping.stop());
  return { isRunning: () => isRunning };
};

/** Puts the product together over a database that is up to date, and starts everything that runs by itself. */
export const startProduct = async (
  settings: Settings,
  database: Database,
  lifetime: Lifetime,
): Promise<Product> => {
  const logger = openLog({ level: settings.logLevel, stream: process.stderr });
  // Connections that break because everything is being stopped are nobody's concern.
  const onError = (error: unknown) => {
    if (!lifetime.isStopping) logger.error({ err: error }, "something that runs by itself failed");
  };
  const pools = openPools(settings, database, lifetime, onError);
  const audit = auditWriter(pools.trail);
  const services: HttpServices = {
    pool: pools.requests,
    clock: systemClock,
    audit,
    limiter: rateLimiter(),
    newId,
  };
  const live = await startLiveHub({ url: database.listenUrl, onError });
  lifetime.onStop(() => live.stop());
  let origin = "http://localhost";
  const publicUrl = () => settings.publicUrl ?? origin;
  const metrics = openMetrics({
    pool: pools.requests,
    auditWaiting: () => audit.waiting(),
    version,
  });
  const worker = await startWorkers(services, {
    settings,
    metrics,
    workerPool: pools.worker,
    publicUrl,
    lifetime,
    onError,
  });
  const mounted = routes({
    apart: (step) => inGlobalTransaction(pools.apart, step),
    anchors: openAnchorFile(anchorFileOf(settings)),
    live,
    mail: settings.smtpUrl === undefined ? "catcher" : "server",
  });
  const app = await buildServer({
    services,
    routes: mounted,
    logger,
    watch: (watched) => {
      measureRequests(watched, metrics);
      logRequests(watched);
    },
    ...(settings.trustProxy !== undefined && { trustProxy: settings.trustProxy }),
  });
  lifetime.onStop(() => app.close());
  registerHealth(app, {
    pool: pools.requests,
    isWorkerRunning: worker.isRunning,
    metrics,
    metricsToken: settings.metricsToken,
  });
  await serveWebFiles(app, path.join(settings.root, "dist/web"));
  const contracts = mounted.map((route) => route.contract);
  const catchesMail = settings.smtpUrl === undefined;
  await registerPages(app, {
    services,
    contracts,
    isDemo: settings.isDemo,
    catchesMail,
    publicUrl,
    version,
  });
  return {
    app,
    services,
    announceOrigin: (address) => {
      origin = address;
    },
  };
};
