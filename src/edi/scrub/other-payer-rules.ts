import type { Adjustment } from "#edi/837/claim.ts";
import { bothGuides } from "#edi/scrub/claim-guide.ts";
import type { Examined } from "#edi/scrub/examined-claim.ts";
import type { ScrubRule } from "#edi/scrub/scrub-rule.ts";

const sumOf = (adjustments: readonly Adjustment[]): number =>
  adjustments.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0);

const otherPayerLineBalance: ScrubRule<Examined> = {
  id: "other-payer-line-balance",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 1.4.4.2: a line is what was paid and what was adjusted",
  at: "2430 SVD02, CAS",
  guides: bothGuides,
  check({ claim }, say) {
    for (const line of claim.lines)
      for (const { paidCents, bundledInto, adjustments } of line.adjudications) {
        if (paidCents === null || line.chargeCents === null || bundledInto !== "") continue;
        const foundCents = paidCents + sumOf(adjustments);
        if (foundCents !== line.chargeCents)
          say("2430", "SVD02", { line: line.number, chargeCents: line.chargeCents, foundCents });
      }
  },
};

const otherPayerClaimBalance: ScrubRule<Examined> = {
  id: "other-payer-claim-balance",
  severity: "error",
  source:
    "005010X222A1 and 005010X223A2, 1.4.4.1: the claim is what was paid and what was adjusted",
  at: "2320 AMT*D, CAS",
  guides: bothGuides,
  check({ claim }, say) {
    if (claim.chargeCents === null) return;
    for (const { amounts, adjustments, payer } of claim.otherCoverages) {
      if (amounts.payerPaid === undefined) continue;
      let foundCents = amounts.payerPaid + sumOf(adjustments);
      for (const line of claim.lines)
        for (const one of line.adjudications)
          if (one.payerId === payer?.id) foundCents += sumOf(one.adjustments);
      if (foundCents !== claim.chargeCents)
        say("2320", "AMT02", { chargeCents: claim.chargeCents, foundCents });
    }
  },
};

/** What another payer decided has to add up. */
export const otherPayerRules: readonly ScrubRule<Examined>[] = [
  otherPayerLineBalance,
  otherPayerClaimBalance,
];
