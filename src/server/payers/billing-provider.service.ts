import { changesBetween, type Revision } from "#domain/basics/revision.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/payers/billing-provider.api.ts";
import { billingProviderSchema, type BillingProvider } from "#domain/payers/billing-provider.ts";
import { conflict } from "#domain/payers/conflict.ts";
import { refusing } from "#server/db/constraint.ts";
import * as queries from "#server/payers/billing-provider.queries.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { getHistory } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";
import { holdActiveSite } from "#server/practice/site.service.ts";

const providerOf = (row: queries.ProviderRow): BillingProvider => {
  const { street, unit, city, state, postalCode, ...rest } = row;
  return billingProviderSchema.parse({
    ...rest,
    address: { street, unit, city, state, postalCode },
  });
};

const taken = {
  billing_provider_once: () =>
    conflict("billing-provider-exists", { fields: { siteId: { code: "taken" } } }),
};

export const listBillingProviders = async (
  work: Work,
): Promise<Output<typeof api.listBillingProviders>> => ({
  rows: (await queries.listProviders(work)).map(providerOf),
});

/** Who bills what was rendered at a site: the site itself where it bills, else the organization; null where nobody was named. */
export const billingProviderOf = async (
  work: Work,
  siteId: string,
): Promise<BillingProvider | null> => {
  const row = await queries.providerOfSite(work, siteId);
  return row === undefined ? null : providerOf(row);
};

export const createBillingProvider = async (
  work: Work,
  input: Parsed<typeof api.createBillingProvider>,
): Promise<BillingProvider> => {
  const { address, ...facts } = input;
  const site = facts.siteId === null ? null : await holdActiveSite(work, facts.siteId);
  if (site === undefined) throw notFound();
  const columns = { ...facts, ...address };
  const row = { id: work.newId(), createdAt: work.now.toString(), ...columns };
  await refusing(taken, () => queries.insertProvider(work, row));
  const changes = changesBetween(undefined, columns);
  await recordChange(
    work,
    "billing-provider",
    { id: row.id, version: 1 },
    { verb: "create", changes },
  );
  return providerOf({ ...row, siteName: site?.name ?? null, version: 1 });
};

export const changeBillingProvider = async (
  work: Work,
  { billingProviderId, version, ...wanted }: Parsed<typeof api.changeBillingProvider>,
): Promise<BillingProvider> => {
  const before = await queries.lockProvider(work, billingProviderId);
  if (before === undefined) throw notFound();
  await refuseStale(work, "billing-provider", before, version);
  const { address, ...facts } = wanted;
  const columns = { ...facts, ...address };
  const changes = changesBetween(before, columns);
  if (Object.keys(changes).length === 0) return providerOf(before);
  await queries.updateProvider(work, billingProviderId, columns);
  const after = { ...before, ...columns, version: version + 1 };
  await recordChange(work, "billing-provider", after, { verb: "change", changes });
  return providerOf(after);
};

export const billingProviderHistory = (
  work: Work,
  billingProviderId: string,
): Promise<{ rows: Revision[] }> => getHistory(work, "billing-provider", billingProviderId);
