import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ClaimRow } from "#domain/billing/claims/claim.ts";
import {
  claimStateWords,
  frequencyWords,
  placeTakenWords,
} from "#web/billing/claims/claim-words.ts";
import { Chip } from "#web/ui/chip.tsx";
import { ClockIcon, SendIcon } from "#web/ui/icons.ts";

const looks = {
  built: { icon: ClockIcon },
  scrubbed: { meaning: "held" },
  ready: { meaning: "ontime" },
  exported: { icon: SendIcon },
  withdrawn: {},
} as const;

/** Where a claim stands, in a word with a shape. */
export const ClaimStateChip = (props: { readonly state: ClaimRow["state"] }): ReactNode => {
  const { i18n } = useLingui();
  return <Chip {...looks[props.state]}>{i18n._(claimStateWords[props.state])}</Chip>;
};

/** What is not ordinary about a claim: out of date, a test, a correction, a void, one of a sequence. */
export const ClaimMarks = (props: {
  readonly claim: Pick<
    ClaimRow,
    "isOutdated" | "isTest" | "frequency" | "replacedBy" | "rejectedAt" | "state"
  >;
}): ReactNode => {
  const { i18n } = useLingui();
  const { isOutdated, isTest, frequency, replacedBy, rejectedAt } = props.claim;
  return (
    <>
      {replacedBy !== null && <Chip>{i18n._(placeTakenWords(props.claim, replacedBy))}</Chip>}{" "}
      {rejectedAt !== null && (
        <Chip {...(replacedBy === null && { meaning: "risk" as const })}>
          <Trans>Rejected</Trans>
        </Chip>
      )}{" "}
      {isOutdated && (
        <Chip meaning="held">
          <Trans>Out of date</Trans>
        </Chip>
      )}{" "}
      {isTest && (
        <Chip>
          <Trans>Test claim</Trans>
        </Chip>
      )}{" "}
      {frequency !== "1" && <Chip>{i18n._(frequencyWords[frequency])}</Chip>}
    </>
  );
};
