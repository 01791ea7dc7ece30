import path from "node:path";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { startBackground } from "#server/app/background.ts";
import { buildServer } from "#server/app/build-server.ts";
import type { Lifetime } from "#server/app/lifetime.ts";
import type { Database } from "#server/app/open-database.ts";
import { readMachineFacts } from "#server/app/machine-facts.ts";
import { openPools, type Pools } from "#server/app/pools.ts";
import { routes } from "#server/app/routes.ts";
import type { Settings } from "#server/app/settings.ts";
import { readLifeProgress } from "#demo/life/life-progress.ts";
import { startTrailWatch } from "#server/app/trail-watch.ts";
import { version } from "#server/app/version.ts";
import { serveWebFiles } from "#server/app/web-files.ts";
import { readDatabaseFacts } from "#server/db/database-facts.ts";
import { inGlobalTransaction } from "#server/db/transaction.ts";
import { registerPages } from "#server/pages/pages.routes.ts";
import { openAnchorFile } from "#server/platform/audit/audit-anchors.ts";
import { auditWriter } from "#server/platform/audit/audit-writer.ts";
import { openVerificationLog } from "#server/platform/audit/verification-log.ts";
import { systemClock } from "#server/platform/clock.ts";
import { registerHealth } from "#server/platform/health/health.routes.ts";
import { openMetrics, type Metrics } from "#server/platform/health/metrics.ts";
import { logRequests, measureRequests } from "#server/platform/health/request-watch.ts";
import { rateLimiter } from "#server/platform/http/rate-limit.ts";
import type { MountedRoute } from "#server/platform/http/on.ts";
import type { HttpServices } from "#server/platform/http/request-context.ts";
import { newId } from "#server/platform/ids.ts";
import { startLiveHub } from "#server/platform/live/live-hub.ts";
import { openLog } from "#server/platform/log.ts";
import type { Work } from "#server/platform/work.ts";

/** Where the heads of the audit trail's seals are kept, besides the database. */
export const anchorFileOf = (settings: Pick<Settings, "dataDir">): string =>
  path.join(settings.dataDir, "audit-anchors.jsonl");

/** What verifications of the trail came to, beside those heads. */
export const verificationFileOf = (settings: Pick<Settings, "dataDir">): string =>
  path.join(settings.dataDir, "audit-verifications.jsonl");

/** The product, ready to listen. */
export interface Product {
  readonly app: FastifyInstance;
  readonly services: HttpServices;
  /** Tells letters where the product is reached, unless the settings say so. */
  announceOrigin(origin: string): void;
}

const servicesOver = (pools: Pools): HttpServices => ({
  pool: pools.requests,
  doorPool: pools.door,
  filePool: pools.files,
  clock: systemClock,
  audit: auditWriter(pools.trail),
  limiter: rateLimiter(),
  newId,
});

const serverOf = (
  settings: Settings,
  services: HttpServices,
  mounted: readonly MountedRoute[],
  watching: { readonly logger: Logger; readonly metrics: Metrics },
): Promise<FastifyInstance> =>
  buildServer({
    services,
    routes: mounted,
    logger: watching.logger,
    watch: (app) => {
      measureRequests(app, watching.metrics);
      logRequests(app);
    },
    isHttps: settings.publicUrl?.startsWith("https:") === true,
    ...(settings.trustProxy !== undefined && { trustProxy: settings.trustProxy }),
  });

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
  const pools = openPools(settings, database.appUrl, lifetime, onError);
  const services = servicesOver(pools);
  const live = await startLiveHub({ url: database.listenUrl, onError });
  lifetime.onStop(() => live.stop());
  let origin = "http://localhost";
  const publicUrl = () => settings.publicUrl ?? origin;
  const { pool, audit } = services;
  const metrics = openMetrics({ pool, auditWaiting: () => audit.waiting(), version });
  const anchors = openAnchorFile(anchorFileOf(settings));
  const parts = { settings, pools, services, metrics, anchors, publicUrl, lifetime, onError };
  const { isWorkerRunning } = await startBackground(parts);
  const apart = <Result>(step: Parameters<typeof inGlobalTransaction<Result>>[1]) =>
    inGlobalTransaction(pools.apart, step);
  const installation = {
    read: async () => ({
      machine: await readMachineFacts(settings, true),
      database: await readDatabaseFacts(pools.apart),
    }),
    verifications: openVerificationLog(verificationFileOf(settings)),
    demo: (work: Work) => (settings.livesOn ? readLifeProgress(work) : Promise.resolve(null)),
  };
  const { clock } = services;
  const { verifications } = installation;
  const watch = startTrailWatch({ pool: pools.errands, clock, anchors, verifications }, onError);
  lifetime.onStop(() => watch.stop());
  const mounted = routes({ apart, anchors, live, installation });
  const app = await serverOf(settings, services, mounted, { logger, metrics });
  lifetime.onStop(() => app.close());
  registerHealth(app, { pool, isWorkerRunning, metrics, metricsToken: settings.metricsToken });
  await serveWebFiles(app, path.join(settings.root, "dist/web"));
  const contracts = mounted.map((route) => route.contract);
  const { isDemo, showsLetters } = settings;
  await registerPages(app, { services, contracts, isDemo, showsLetters, publicUrl, version });
  const announceOrigin = (address: string) => {
    origin = address;
  };
  return { app, services, announceOrigin };
};
