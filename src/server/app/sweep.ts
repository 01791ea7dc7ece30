import { sweepAccounts } from "#server/access/sweep.service.ts";
import { knownOrganizations } from "#server/app/organizations.queries.ts";
import { chargeHeldDays, chargeUnchargedDays } from "#server/billing/charges/day-charge.service.ts";
import { recheckClaims } from "#server/billing/claims/recheck.service.ts";
import { sweepDrafts } from "#server/drafts/draft.service.ts";
import { inGlobalTransaction, inTransaction, type Tx } from "#server/db/transaction.ts";
import type { HttpServices } from "#server/platform/http/request-context.ts";
import { forgetKeys } from "#server/platform/http/idempotency.queries.ts";
import { removeExpiredExports } from "#server/exports/export-run.service.ts";
import { reviveErrands } from "#server/platform/outbox/revive.ts";
import { materializeAhead, seriesBehind } from "#server/scheduling/series.service.ts";
import { systemActor } from "#server/platform/system-actor.ts";
import type { Work } from "#server/platform/work.ts";

type SweepServices = Pick<HttpServices, "pool" | "clock" | "newId">;

const everyMinutes = 2;
const sweepsBetweenCleanings = 180;

const inEachOrganization = async (
  { pool }: SweepServices,
  act: (tx: Tx, organizationId: string) => Promise<unknown>,
): Promise<void> => {
  for (const { organizationId } of await knownOrganizations(pool))
    await inTransaction(pool, { organizationId, accountId: null }, (tx) => act(tx, organizationId));
};

/** Puts errands back into the queue that a killed process took with it. */
const revive = (services: SweepServices): Promise<void> => {
  const { clock, newId } = services;
  const actor = systemActor("Errands");
  return inEachOrganization(services, (tx, organizationId) =>
    reviveErrands({ tx, organizationId, actor, now: clock.now(), requestId: newId(), newId }),
  );
};

/** Makes charges of days: those of which no event spoke, and a few times a day those that wait. */
const chargeDays = (services: SweepServices, withHeld: boolean): Promise<void> => {
  const { clock, newId } = services;
  const actor = systemActor("Charges");
  return inEachOrganization(services, async (tx, organizationId) => {
    const work = { tx, organizationId, actor, now: clock.now(), requestId: newId(), newId };
    await chargeUnchargedDays(work);
    if (withHeld) await chargeHeldDays(work);
    if (withHeld) await recheckClaims(work);
  });
};

/**
 * Makes the sessions of the weeks ahead, each series in a transaction of its own: one that meets a booking keeps no other
 * waiting.
 */
const makeSessions = async ({ pool, clock, newId }: SweepServices): Promise<void> => {
  const actor = systemActor("Calendar");
  const failures: unknown[] = [];
  for (const { organizationId } of await knownOrganizations(pool)) {
    const inside = <Result>(act: (work: Work) => Promise<Result>): Promise<Result> =>
      inTransaction(pool, { organizationId, accountId: null }, (tx) =>
        act({ tx, organizationId, actor, now: clock.now(), requestId: newId(), newId }),
      );
    for (const seriesId of await inside(seriesBehind))
      await inside((work) => materializeAhead(work, seriesId)).catch((error: unknown) =>
        failures.push(error),
      );
  }
  if (failures.length > 0) throw new AggregateError(failures, "sessions ahead could not be made");
};

/** Takes away the files of exports that have been kept long enough. */
const removeExports = (services: SweepServices): Promise<void> => {
  const { clock, newId } = services;
  const actor = systemActor("Exports");
  return inEachOrganization(services, (tx, organizationId) =>
    removeExpiredExports({
      tx,
      organizationId,
      actor,
      now: clock.now(),
      requestId: newId(),
      newId,
    }),
  );
};

/** Clears away what is long over: sessions, links and pauses of accounts, kept answers of a day ago, and the ends of drafts. */
const clean = async (services: SweepServices): Promise<void> => {
  const now = services.clock.now();
  await inGlobalTransaction(services.pool, (tx) => sweepAccounts(tx, now));
  const before = now.subtract({ hours: 24 }).toString();
  await inEachOrganization(services, async (tx, organizationId) => {
    await forgetKeys(tx, organizationId, before);
    await sweepDrafts({ tx, organizationId, now });
  });
  await removeExports(services);
};

/**
 * Revives errands and charges days now and every few minutes, and cleans a few times a day; answers how to stop. What fails is tried
 * again with the next sweep.
 */
export const startSweeping = (
  services: SweepServices,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } => {
  let running = Promise.resolve();
  let sweeps = 0;
  const sweep = () => {
    const isCleaning = sweeps % sweepsBetweenCleanings === 0;
    sweeps++;
    running = running
      .then(() => revive(services))
      .then(() => chargeDays(services, isCleaning))
      .then(() => (isCleaning ? clean(services) : undefined))
      .then(() => (isCleaning ? makeSessions(services) : undefined))
      .catch(onError);
  };
  sweep();
  const timer = setInterval(sweep, everyMinutes * 60_000).unref();
  return {
    stop() {
      clearInterval(timer);
      return running;
    },
  };
};
