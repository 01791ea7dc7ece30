import type { DayWords } from "#web/billing/claims/day-words.ts";
import { useClaimHolds } from "#web/billing/claims/use-claim-holds.ts";

/** What a hold is called: that of a claim or that of a day. */
export const useHoldName = (dayWords: DayWords): ((code: string) => string) => {
  const ofClaim = useClaimHolds();
  return (code) => (ofClaim(code) ?? dayWords.hold({ code, values: {} }))?.name ?? code;
};
