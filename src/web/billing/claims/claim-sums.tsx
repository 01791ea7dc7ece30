import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { sumClaims } from "#domain/billing/claims/claim.api.ts";
import type { ClaimAge } from "#domain/billing/claims/claim.ts";
import type { Output } from "#domain/contract/route.ts";
import { sayVoids } from "#web/billing/claims/say-claim-sum.ts";
import { claimAgeWords, claimCountWords } from "#web/billing/claims/claim-words.ts";
import { claimsCountedHere } from "#web/billing/claims/claims-asked.ts";
import { useAddress } from "#web/platform/address.ts";
import { sayMoney } from "#web/platform/money.ts";
import { FigureStrip } from "#web/ui/figure-strip.tsx";

type Sums = Output<typeof sumClaims>;

const sayClaims = (count: number): string => plural(count, { one: "# claim", other: "# claims" });

/** What all claims come to: each counts in one of these, with its whole amount. */
export const ClaimFigures = (props: { readonly sums: Sums }): ReactNode => {
  const { t, i18n } = useLingui();
  const { sums, readyAgainCents } = props.sums;
  const { search } = useAddress();
  const again = sayMoney(readyAgainCents);
  const ready = sayClaims(sums.ready.claims);
  const meanings = {
    asked: t`In files that left, and not refused as far as anybody answered: by last service day below. A void that waits takes nothing away before it is sent.`,
    ready: t`Every claim that goes into the next files, as the batch says it. A correction stands here beside the claim that it will replace; a void is counted and asks for nothing.`,
    held: t`Not sent, and something keeps it: the batch and Holds say what.`,
    rejected: t`Refused unread: the payer has nothing of it. It counts as ready once it is sent again.`,
    made: t`In files that nobody downloaded yet: no payer has them.`,
    test: t`The payer checks these and pays nothing.`,
  };
  const places = (["asked", "test", "made", "ready", "held", "rejected"] as const).filter(
    (place) => (place !== "test" && place !== "made") || sums[place].claims > 0,
  );
  return (
    <FigureStrip
      label={t`What claims come to`}
      figures={places.map((place) => ({
        name: i18n._(claimCountWords[place]),
        figure: sayMoney(sums[place].totalCents),
        detail: [
          place === "ready" && readyAgainCents > 0
            ? t`${ready}, ${again} of it resent or corrected`
            : sayClaims(sums[place].claims),
          sayVoids(sums[place]),
        ]
          .filter((said) => said !== "")
          .join("; "),
        to: claimsCountedHere(search, place),
        meaning: meanings[place],
      }))}
    />
  );
};

/** What payers were asked for, by how long ago its last service day was. */
export const ClaimAges = (props: { readonly sums: Sums }): ReactNode => {
  const { t, i18n } = useLingui();
  const { search } = useAddress();
  const said = (age: ClaimAge): string => i18n._(claimAgeWords[age]);
  return (
    <FigureStrip
      label={t`Asked for, by days since the last service day`}
      figures={props.sums.ages.map(({ age, claims, totalCents }) => ({
        name: t`Asked for, ${said(age)}`,
        figure: sayMoney(totalCents),
        detail: sayClaims(claims),
        to: claimsCountedHere(search, "asked", age),
      }))}
    />
  );
};

/** What of the answers of payers is read, where somebody looks for what was paid. */
export const NotPaidYet = (): ReactNode => (
  <Trans>Paid and denied are not known here: remittances (835) are not read yet.</Trans>
);
