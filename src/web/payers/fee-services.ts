import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import type { Fee } from "#domain/payers/fee.ts";

type FeeCodes = Pick<Fee, "code" | "revenueCode">;
type Line = Pick<ContractTerms["services"][number], "procedure" | "revenueCode">;

const isOf = ({ procedure, revenueCode }: Line, fee: FeeCodes): boolean =>
  (procedure?.code ?? null) === fee.code &&
  (fee.revenueCode === null || revenueCode === fee.revenueCode);

/**
 * What the terms pay by these codes, in our own words and no one else’s: `day` for the day as a whole, else services, each
 * once. Nothing where the terms do not know them.
 */
export const servicesOfFee = (fee: FeeCodes, terms: ContractTerms | null): readonly string[] => {
  if (terms === null) return [];
  const isDay = terms.perDiem !== null && isOf(terms.perDiem, fee);
  const services = terms.services
    .filter(({ mode }) => mode !== "in-per-diem" && mode !== "not-billable")
    .filter((term) => isOf(term, fee));
  return [...(isDay ? ["day"] : []), ...new Set(services.map(({ service }) => service))];
};
