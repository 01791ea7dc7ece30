import { addChargeRecords, type ChargeRecords } from "#test/support/charge-records.ts";
import { addClaimRecords, type ClaimRecords } from "#test/support/claim-records.ts";
import { addContractRecords, type ContractRecords } from "#test/support/contract-records.ts";
import type { PersonRecords } from "#test/support/person-samples.ts";
import type { StayRecords } from "#test/support/stay-records.ts";

type Insert = (text: string, values: readonly unknown[]) => Promise<unknown>;

/** From the contract over a day to its claim, for routes about money. */
export interface BillingRecords extends ContractRecords, ChargeRecords, ClaimRecords {}

type Ground = Pick<PersonRecords, "patientId"> &
  StayRecords & { readonly siteId: string; readonly now: string };

/** One record of each kind between contract and claim file, put in by the owner of the database; `$1` is the organization. */
export const addBillingRecords = async (
  insert: Insert,
  ground: Ground,
): Promise<BillingRecords> => {
  const contract = await addContractRecords(insert, ground);
  const billed = { ...ground, ...contract };
  const charge = await addChargeRecords(insert, billed);
  const claim = await addClaimRecords(insert, billed);
  return { ...contract, ...charge, ...claim };
};
