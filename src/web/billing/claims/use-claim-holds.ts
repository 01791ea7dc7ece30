import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ClaimHoldCode, Hold } from "#domain/billing/claims/hold.ts";
import { claimHoldWords } from "#web/billing/claims/claim-words.ts";

const isClaimHold = (code: string): code is ClaimHoldCode => code in claimHoldWords;

interface HoldSaid {
  readonly name: string;
  readonly sentence: string;
  readonly mend: string;
}

/** Where the bill before never reached the payer, its answer is not waited for. */
const afterRejected = {
  sentence: msg`The bill before, claim {control}, was rejected unread.`,
  mend: msg`Send that one again first.`,
};

/** What a hold of a claim says; null for the hold of a day. */
export const useClaimHolds = (): ((code: string, values?: Hold["values"]) => HoldSaid | null) => {
  const { i18n } = useLingui();
  return (code, values = {}) => {
    if (!isClaimHold(code)) return null;
    const control = values["rejectedBefore"];
    const words = {
      ...claimHoldWords[code],
      ...(typeof control === "string" && afterRejected),
    };
    return {
      name: i18n._(words.name),
      sentence: i18n._({ ...words.sentence, values: { control } }),
      mend: i18n._(words.mend),
    };
  };
};
