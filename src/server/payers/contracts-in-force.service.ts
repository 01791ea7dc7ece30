import { z } from "zod";
import { contractSchema, contractVersionSchema } from "#domain/payers/contract.ts";
import { feeSchema } from "#domain/payers/fee.ts";
import type { Work } from "#server/platform/work.ts";
import * as queries from "#server/payers/contracts-in-force.queries.ts";

const contractInForceSchema = z.object({
  contract: contractSchema,
  version: contractVersionSchema,
  fees: z.array(
    feeSchema.pick({
      code: true,
      revenueCode: true,
      levelOfCareId: true,
      from: true,
      to: true,
      amountCents: true,
    }),
  ),
});
/** A version of a contract with the prices of its contract: what a day is held against. */
export type ContractInForce = z.output<typeof contractInForceSchema>;

/**
 * The versions of these payers' contracts that touch the days from `from` to `to` (civil dates, included): confirmed, in
 * testing, retired after they billed, and drafts, so that `chooseContract` can say that there is only a draft.
 */
export const contractsInForce = async (
  work: Work,
  asked: { readonly payerIds: readonly string[]; readonly from: string; readonly to: string },
): Promise<ContractInForce[]> =>
  asked.payerIds.length === 0
    ? []
    : z.array(contractInForceSchema).parse(await queries.candidatesOf(work, asked));

/** One version, whatever its state, with its contract and prices: to try it out, or to say by what a claim was made. */
export const findContractInForce = async (
  work: Work,
  contractVersionId: string,
): Promise<ContractInForce | undefined> => {
  const row = await queries.candidateOf(work, contractVersionId);
  return row === undefined ? undefined : contractInForceSchema.parse(row);
};
