import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ClaimRow } from "#domain/billing/claims/claim.ts";
import {
  claimStandsWords,
  frequencyWords,
  placeTakenWords,
} from "#web/billing/claims/claim-words.ts";
import { isPlaceTaken } from "#domain/billing/claims/rejected-claim.ts";
import { Chip } from "#web/ui/chip.tsx";
import { ClockIcon, SendIcon } from "#web/ui/icons.ts";

const looks = {
  built: { icon: ClockIcon },
  scrubbed: { meaning: "held" },
  ready: { meaning: "ontime" },
  exported: { icon: SendIcon },
  withdrawn: {},
} as const;

type Standing = Pick<
  ClaimRow,
  "countsAs" | "isOutdated" | "isTest" | "frequency" | "replacedBy" | "rejectedAt" | "state"
>;

/** What of a claim comes first: what is to be done about it, else where it stands. */
const StandingChip = (props: { readonly claim: Standing }): ReactNode => {
  const { i18n } = useLingui();
  const { claim } = props;
  const { replacedBy, rejectedAt, isOutdated, state } = claim;
  if (replacedBy !== null && state === "exported")
    return (
      <Chip {...(!isPlaceTaken(replacedBy) && { meaning: "short" as const })}>
        {i18n._(placeTakenWords(claim, replacedBy))}
      </Chip>
    );
  if (rejectedAt !== null)
    return (
      <Chip meaning="risk">
        <Trans>Rejected</Trans>
      </Chip>
    );
  if (isOutdated)
    return (
      <Chip meaning="held">
        <Trans>Out of date</Trans>
      </Chip>
    );
  return <Chip {...looks[state]}>{i18n._(claimStandsWords(claim))}</Chip>;
};

/** What is not ordinary about a claim: a correction, a void, one of a sequence; else a test. */
export const ClaimMarks = (props: {
  readonly claim: Pick<Standing, "isTest" | "frequency">;
}): ReactNode => {
  const { i18n } = useLingui();
  const { isTest, frequency } = props.claim;
  if (frequency !== "1") return <Chip>{i18n._(frequencyWords[frequency])}</Chip>;
  return (
    isTest && (
      <Chip>
        <Trans>Test claim</Trans>
      </Chip>
    )
  );
};

/** Where a claim stands and what it is, in two words at most; everything else stands among its facts. */
export const ClaimChips = (props: { readonly claim: Standing }): ReactNode => (
  <>
    <StandingChip claim={props.claim} /> <ClaimMarks claim={props.claim} />
  </>
);
