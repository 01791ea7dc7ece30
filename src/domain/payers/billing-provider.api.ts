import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { billingProviderFacts, billingProviderSchema } from "#domain/payers/billing-provider.ts";

const read = { permission: "contracts:read", purpose: "payment" } as const;
const manage = { permission: "contracts:manage", purpose: "payment" } as const;
const billingProviderId = idSchema;
const ofInput = (input: { billingProviderId: string }) => ({
  kind: "billing-provider",
  id: input.billingProviderId,
});

export const listBillingProviders = route({
  ...read,
  method: "GET",
  path: "/billing-providers",
  summary: "Who bills: the organization, and sites that bill by themselves",
  audit: { verb: "billing-provider.list", subjects: "none" },
  input: z.object({}),
  output: z.object({ rows: z.array(billingProviderSchema) }),
});

export const createBillingProvider = route({
  ...manage,
  method: "POST",
  path: "/billing-providers",
  summary: "Say who bills for the organization, or for one site",
  audit: {
    verb: "billing-provider.create",
    subjects: "none",
    record: (_, provider) => ({ kind: "billing-provider", id: provider.id }),
  },
  input: billingProviderFacts,
  output: billingProviderSchema,
  errors: { "billing-provider-exists": 409, "site-retired": 409 },
  status: 201,
});

export const changeBillingProvider = route({
  ...manage,
  method: "PATCH",
  path: "/billing-providers/{billingProviderId}",
  summary: "Change what is said of who bills; claims that were built keep what they said",
  audit: { verb: "billing-provider.change", subjects: "none", record: ofInput },
  input: z.object({
    billingProviderId,
    version: versionSchema,
    ...changeable(billingProviderFacts.omit({ siteId: true }).shape),
  }),
  output: billingProviderSchema,
});

export const listBillingProviderRevisions = route({
  ...read,
  method: "GET",
  path: "/billing-providers/{billingProviderId}/revisions",
  summary: "The history of who bills, newest first",
  audit: { verb: "billing-provider.history", subjects: "none", record: ofInput },
  input: z.object({ billingProviderId }),
  output: z.object({ rows: z.array(revisionSchema) }),
});
