import type { StayDiagnosis } from "#domain/billing/claims/claim-facts.ts";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";

/** 005010X222A1, loop 2300 HI, takes twelve. */
const mostOfAll = 12;

const isInForce = (
  { diagnosedOn, resolvedOn }: StayDiagnosis,
  { from, through }: { readonly from: string; readonly through: string },
): boolean => diagnosedOn <= through && (resolvedOn === null || resolvedOn >= from);

/**
 * The diagnoses of a claim in their order: those in force on its days by rank, the first that the payer accepts as
 * principal in front, as many as the contract takes.
 */
export const claimDiagnoses = (
  diagnoses: readonly StayDiagnosis[],
  { primaryPrefixes, most }: ContractTerms["diagnosis"],
  days: { readonly from: string; readonly through: string },
): { code: string; rank: number }[] => {
  const byRank = diagnoses
    .filter((one) => isInForce(one, days))
    .toSorted((a, b) => a.rank - b.rank || (a.diagnosedOn < b.diagnosedOn ? -1 : 1));
  const once = [...new Map(byRank.map((one) => [one.code, one])).values()];
  const accepted = (code: string): boolean =>
    primaryPrefixes.length === 0 || primaryPrefixes.some((prefix) => code.startsWith(prefix));
  const principal = once.find(({ code }) => accepted(code));
  const inOrder =
    principal === undefined ? once : [principal, ...once.filter((one) => one !== principal)];
  return inOrder
    .slice(0, Math.min(most, mostOfAll))
    .map(({ code }, place) => ({ code, rank: place + 1 }));
};
