import { useLingui } from "@lingui/react/macro";
import type { ClaimHoldCode } from "#domain/billing/claims/hold.ts";
import { claimHoldWords } from "#web/billing/claims/claim-words.ts";

const isClaimHold = (code: string): code is ClaimHoldCode => code in claimHoldWords;

interface HoldSaid {
  readonly name: string;
  readonly sentence: string;
  readonly mend: string;
}

/** What a hold of a claim says; null for the hold of a day. */
export const useClaimHolds = (): ((code: string) => HoldSaid | null) => {
  const { i18n } = useLingui();
  return (code) => {
    if (!isClaimHold(code)) return null;
    const { name, sentence, mend } = claimHoldWords[code];
    return { name: i18n._(name), sentence: i18n._(sentence), mend: i18n._(mend) };
  };
};
