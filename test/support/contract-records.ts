import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import { newId } from "#server/platform/ids.ts";

type Insert = (text: string, values: readonly unknown[]) => Promise<unknown>;

/** A contract with a draft and a confirmed version, a price and who bills, for routes about them. */
export interface ContractRecords {
  readonly contractId: string;
  readonly contractVersionId: string;
  readonly feeId: string;
  readonly billingProviderId: string;
}

/** A day of IOP on an institutional claim with code and revenue code, its groups as components. */
export const sampleTerms: ContractTerms = {
  form: "institutional",
  filing: "CI",
  perDiem: {
    procedure: { code: "S9480", modifiers: [] },
    revenueCode: "0905",
    unit: "day",
    quarterRule: "full",
    maxUnits: 1,
    minimumMinutes: 150,
    minimumServices: null,
  },
  belowMinimum: "components",
  services: [
    {
      service: "group-therapy",
      mode: "component",
      procedure: { code: "90853", modifiers: [] },
      revenueCode: "0915",
      unit: "service",
      quarterRule: "full",
      minimumMinutes: 45,
      maxPerDay: 1,
    },
  ],
  modifiers: [],
  billType: "13",
  conditionCodes: [],
  placeOfService: null,
  placeOfServiceTelehealth: null,
  frequency: "admit-through-discharge",
  claimSpan: "week",
  datesPerClaim: 7,
  weekStartsOn: 1,
  diagnosis: { primaryPrefixes: [], most: 12 },
  authorization: { needed: true, unit: "days" },
  timelyFilingDays: 180,
  providers: { rendering: "none", supervising: false, attending: true, serviceFacility: false },
};

/** What an organization may say of who bills. */
export const sampleProvider = {
  siteId: null,
  name: "Sample Program",
  npi: "2000010019",
  taxonomy: "261QR0405X",
  taxIdKind: "ein",
  taxId: "930000000",
  address: {
    street: "1 Any Street",
    unit: null,
    city: "Denver",
    state: "CO",
    postalCode: "80202-0001",
  },
  phone: "3035550100",
  contactName: "Sample Person",
  submitterId: "SAMPLE1",
  receiverName: "Sample Clearing",
  receiverId: "SAMPLECLR",
  usage: "T",
} as const;

/** One record of each kind around a contract, put in by the owner of the database; `$1` is the organization. */
export const addContractRecords = async (
  insert: Insert,
  { payerId, siteId, now }: { payerId: string; siteId: string; now: string },
): Promise<ContractRecords> => {
  const ids = {
    contractId: newId(),
    contractVersionId: newId(),
    feeId: newId(),
    billingProviderId: newId(),
  };
  const { contractId, contractVersionId, feeId, billingProviderId } = ids;
  await insert(
    "insert into stepwell.contract (organization_id, id, payer_id, name, created_at) values ($1, $2, $3, 'Any contract', $4)",
    [contractId, payerId, now],
  );
  await insert(
    "insert into stepwell.contract_version (organization_id, id, contract_id, number, effective_from, terms, source, created_at, created_by) values ($1, $2, $3, 1, '2026-01-01', $4, 'Any exhibit', $5, 'Test')",
    [contractVersionId, contractId, JSON.stringify(sampleTerms), now],
  );
  await insert(
    "insert into stepwell.contract_fee (organization_id, id, contract_id, code, effective_from, amount_cents, created_at, created_by) values ($1, $2, $3, 'S9480', '2026-01-01', 30000, $4, 'Test')",
    [feeId, contractId, now],
  );
  await insert(
    "insert into stepwell.billing_provider (organization_id, id, site_id, name, npi, taxonomy, tax_id_kind, tax_id, street, city, state, postal_code, phone, contact_name, submitter_id, receiver_name, receiver_id, usage, created_at) values ($1, $2, $3, 'Any', '2000010019', '261QR0405X', 'ein', '930000000', 's', 'c', 'CO', '80202-0001', '3035550100', 'Any', 'ANY', 'Any', 'ANY', 'T', $4)",
    [billingProviderId, siteId, now],
  );
  for (const [kind, id] of [
    ["contract", contractId],
    ["contract-version", contractVersionId],
    ["contract-fee", feeId],
    ["billing-provider", billingProviderId],
  ] as const)
    await insert(
      "insert into stepwell.revision (organization_id, id, record_kind, record_id, version, changed_at, actor_name, verb, changes) values ($1, $2, $3, $4, 1, $5, 'Test', 'create', '{}')",
      [newId(), kind, id, now],
    );
  return ids;
};
