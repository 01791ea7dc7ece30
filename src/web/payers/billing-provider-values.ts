import type { changeBillingProvider } from "#domain/payers/billing-provider.api.ts";
import type { BillingProvider } from "#domain/payers/billing-provider.ts";
import { spokenPhone } from "#domain/basics/phone.ts";
import type { UsAddress } from "#domain/basics/us-address.ts";
import type { Input } from "#domain/contract/route.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import type { FieldProblems } from "#web/platform/use-form.ts";

/** What is typed of who bills. An empty site is the whole organization. */
export type ProviderValues = {
  readonly siteId: string;
  readonly name: string;
  readonly npi: string;
  readonly taxonomy: string;
  readonly taxIdKind: BillingProvider["taxIdKind"] | "";
  readonly taxId: string;
  readonly street: string;
  readonly unit: string;
  readonly city: string;
  readonly state: UsAddress["state"] | "";
  readonly postalCode: string;
  readonly phone: string;
  readonly contactName: string;
  readonly submitterId: string;
  readonly receiverName: string;
  readonly receiverId: string;
  readonly usage: BillingProvider["usage"] | "";
};

export const emptyProvider: ProviderValues = {
  siteId: "",
  name: "",
  npi: "",
  taxonomy: "",
  taxIdKind: "ein",
  taxId: "",
  street: "",
  unit: "",
  city: "",
  state: "",
  postalCode: "",
  phone: "",
  contactName: "",
  submitterId: "",
  receiverName: "",
  receiverId: "",
  usage: "T",
};

export const providerValues = ({
  address,
  siteId,
  phone,
  ...provider
}: BillingProvider): ProviderValues => ({
  siteId: siteId ?? "",
  name: provider.name,
  npi: provider.npi,
  taxonomy: provider.taxonomy,
  taxIdKind: provider.taxIdKind,
  taxId: provider.taxId,
  street: address.street,
  unit: address.unit ?? "",
  city: address.city,
  state: address.state,
  postalCode: address.postalCode,
  phone: spokenPhone(phone),
  contactName: provider.contactName,
  submitterId: provider.submitterId,
  receiverName: provider.receiverName,
  receiverId: provider.receiverId,
  usage: provider.usage,
});

type Facts = Omit<Required<Input<typeof changeBillingProvider>>, "billingProviderId" | "version">;

export const providerFactsOf = (values: ProviderValues): Facts => {
  const { street, unit, city, state, postalCode, taxIdKind, usage, siteId: _, ...facts } = values;
  return {
    ...facts,
    taxIdKind: made(taxIdKind),
    usage: made(usage),
    address: { street, unit, city, state: made(state), postalCode },
  };
};

export const checkProvider = (values: ProviderValues): FieldProblems =>
  missingOf(values, [
    "name",
    "npi",
    "taxonomy",
    "taxIdKind",
    "taxId",
    "street",
    "city",
    "state",
    "postalCode",
    "phone",
    "contactName",
    "submitterId",
    "receiverName",
    "receiverId",
    "usage",
  ]);
