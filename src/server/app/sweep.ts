import { sweepAccounts } from "#server/access/sweep.service.ts";
import { knownOrganizations } from "#server/app/organizations.queries.ts";
import { inGlobalTransaction, inTransaction } from "#server/db/transaction.ts";
import type { HttpServices } from "#server/platform/http/request-context.ts";
import { forgetKeys } from "#server/platform/http/idempotency.queries.ts";

const everyHours = 6;

/** Clears away what is long over: sessions, links and pauses of accounts, and kept answers of a day ago. */
const sweepOnce = async ({ pool, clock }: Pick<HttpServices, "pool" | "clock">): Promise<void> => {
  const now = clock.now();
  await inGlobalTransaction(pool, (tx) => sweepAccounts(tx, now));
  const before = now.subtract({ hours: 24 }).toString();
  for (const { organizationId } of await knownOrganizations(pool))
    await inTransaction(pool, { organizationId, accountId: null }, (tx) =>
      forgetKeys(tx, organizationId, before),
    );
};

/** Sweeps now and every few hours; answers how to stop. A sweep that fails is tried again with the next one. */
export const startSweeping = (
  services: Pick<HttpServices, "pool" | "clock">,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } => {
  let running = Promise.resolve();
  const sweep = () => {
    running = sweepOnce(services).catch(onError);
  };
  sweep();
  const timer = setInterval(sweep, everyHours * 3_600_000).unref();
  return {
    stop() {
      clearInterval(timer);
      return running;
    },
  };
};
