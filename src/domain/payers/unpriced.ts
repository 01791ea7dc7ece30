import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import { feeOn, type PricedCode } from "#domain/payers/fee.ts";

/** A line as a price is looked up for it. */
export interface Priceable {
  readonly code: string | null;
  readonly revenueCode: string | null;
}

const lineOf = (of: {
  readonly procedure: { readonly code: string } | null;
  readonly revenueCode: string | null;
}): Priceable => ({ code: of.procedure?.code ?? null, revenueCode: of.revenueCode });

/** Every different line these terms can bill. */
const linesOf = ({ perDiem, services }: ContractTerms): readonly Priceable[] => {
  const billed = services.filter(
    ({ mode }) => mode === "component" || mode === "carved-out" || mode === "per-service",
  );
  const lines = [...(perDiem === null ? [] : [perDiem]), ...billed].map(lineOf);
  const keyed = lines.map((line) => [`${line.code} ${line.revenueCode}`, line] as const);
  return [...new Map(keyed).values()];
};

/**
 * What these terms bill and no price is there for on a day, at no level of care: days with it would be held, because
 * without a price nothing is charged.
 */
export const unpricedLines = (
  terms: ContractTerms,
  fees: readonly PricedCode[],
  on: string,
): readonly Priceable[] => {
  const anyLevel = fees.map((fee) => ({ ...fee, levelOfCareId: null }));
  return linesOf(terms).filter(
    (line) => feeOn(anyLevel, { ...line, levelOfCareId: "any", on }) === null,
  );
};
