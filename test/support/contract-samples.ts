import {
  sampleProvider,
  sampleTerms,
  type ContractRecords,
} from "#test/support/contract-records.ts";
import type { StayRecords } from "#test/support/stay-records.ts";

type Inputs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const reason = "because";
const facts = { effectiveFrom: "2026-02-01", terms: sampleTerms, source: "Any exhibit" };

/** An input that each route about contracts, their prices and who bills accepts. */
export const contractSamples = (record: ContractRecords & Pick<StayRecords, "payerId">): Inputs => {
  const { payerId, contractId, contractVersionId, feeId, billingProviderId } = record;
  return {
    "GET /contracts": {},
    "POST /contracts": { payerId, name: "Another contract", planName: "Gold" },
    "GET /contracts/{contractId}": { contractId },
    "PATCH /contracts/{contractId}": { contractId, version: 1, name: "Another name" },
    "GET /contracts/{contractId}/revisions": { contractId },
    "POST /contracts/{contractId}/retirement": { contractId, version: 1, reason },
    "DELETE /contracts/{contractId}/retirement": { contractId, version: 1 },
    "POST /contracts/{contractId}/versions": { contractId, ...facts },
    "PATCH /contract-versions/{contractVersionId}": {
      contractVersionId,
      version: 1,
      source: "Another exhibit",
    },
    "GET /contract-versions/{contractVersionId}/revisions": { contractVersionId },
    "POST /contract-versions/{contractVersionId}/testing": { contractVersionId, version: 1 },
    "POST /contract-versions/{contractVersionId}/confirmation": { contractVersionId, version: 1 },
    "POST /contract-versions/{contractVersionId}/retirement": {
      contractVersionId,
      version: 1,
      reason,
    },
    "POST /contracts/{contractId}/fees": {
      contractId,
      code: "90853",
      effectiveFrom: "2026-02-01",
      amountCents: 4000,
    },
    "POST /contract-fees/{feeId}/withdrawal": { feeId, version: 1, reason },
    "GET /billing-providers": {},
    "POST /billing-providers": sampleProvider,
    "PATCH /billing-providers/{billingProviderId}": {
      billingProviderId,
      version: 1,
      name: "Another name",
    },
    "GET /billing-providers/{billingProviderId}/revisions": { billingProviderId },
  };
};
