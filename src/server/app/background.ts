import { errandHandlers } from "#server/app/errand-handlers.ts";
import type { Lifetime } from "#server/app/lifetime.ts";
import type { Pools } from "#server/app/pools.ts";
import type { Settings } from "#server/app/settings.ts";
import { startSweeping } from "#server/app/sweep.ts";
import { openMailer } from "#server/connectors/email/open-mailer.ts";
import { inGlobalTransaction, type Tx } from "#server/db/transaction.ts";
import type { AnchorFile } from "#server/platform/audit/audit-anchors.ts";
import { startSealer } from "#server/platform/audit/audit-sealer.ts";
import type { Metrics } from "#server/platform/health/metrics.ts";
import type { HttpServices } from "#server/platform/http/request-context.ts";
import { startDeliveries } from "#server/platform/outbox/deliver.ts";

interface BackgroundParts {
  readonly settings: Settings;
  readonly pools: Pools;
  readonly services: HttpServices;
  readonly metrics: Metrics;
  readonly anchors: AnchorFile;
  readonly publicUrl: () => string;
  readonly lifetime: Lifetime;
  readonly onError: (error: unknown) => void;
}

/** Letters are written when the address is known, which is after the server listens. */
const letterServices = ({ settings, pools, services, publicUrl }: BackgroundParts) => {
  const { clock, newId } = services;
  const pool = pools.errands;
  const keep = (step: (tx: Tx) => Promise<void>) => inGlobalTransaction(pool, step);
  return {
    get publicUrl() {
      return publicUrl();
    },
    get mailer() {
      const address = { smtpUrl: settings.smtpUrl, publicUrl: publicUrl() };
      return openMailer(address, { keep, clock, newId });
    },
  };
};

/** Starts what runs by itself: errands, the sealer of the trail, and clearing away what is long over. */
export const startBackground = async (
  parts: BackgroundParts,
): Promise<{ isWorkerRunning(): boolean }> => {
  const { pools, services, metrics, anchors, lifetime, onError } = parts;
  const { clock, newId } = services;
  const pool = pools.errands;
  const onOutcome = metrics.delivery.bind(metrics);
  const delivery = { pool, clock, newId, onOutcome };
  const handlers = errandHandlers(letterServices(parts), { pool, clock, newId });
  const runner = await startDeliveries(delivery, pools.worker, handlers);
  let isWorkerRunning = true;
  void runner.promise.catch(onError).finally(() => {
    isWorkerRunning = false;
  });
  lifetime.onStop(() => runner.stop());
  const sealer = startSealer({ pool, clock, anchors, newId, onError });
  lifetime.onStop(() => sealer.stop());
  const sweeping = startSweeping({ pool, clock, newId }, onError);
  lifetime.onStop(() => sweeping.stop());
  return { isWorkerRunning: () => isWorkerRunning };
};
