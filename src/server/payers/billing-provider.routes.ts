import * as api from "#domain/payers/billing-provider.api.ts";
import * as providers from "#server/payers/billing-provider.service.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";

export const billingProviderRoutes: readonly MountedRoute[] = [
  on(api.listBillingProviders, ({ work }) => providers.listBillingProviders(work)),
  on(api.createBillingProvider, ({ work, input }) => providers.createBillingProvider(work, input)),
  on(api.changeBillingProvider, ({ work, input }) => providers.changeBillingProvider(work, input)),
  on(api.listBillingProviderRevisions, ({ work, input }) =>
    providers.billingProviderHistory(work, input.billingProviderId),
  ),
];
