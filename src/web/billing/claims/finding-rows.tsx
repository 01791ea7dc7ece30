import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Claim } from "#domain/billing/claims/claim.ts";
import type { Finding } from "#domain/billing/claims/finding.ts";
import { MendAction } from "#web/billing/claims/mend-action.tsx";
import { mendPlaceWords, scrubWords } from "#web/billing/claims/scrub-words.ts";
import { useFindingPlaces } from "#web/billing/claims/use-finding-places.ts";
import { useSay } from "#web/platform/use-say.ts";
import { Chip } from "#web/ui/chip.tsx";
import { NoteIcon, RiskIcon } from "#web/ui/icons.ts";
import { Row, Rows } from "#web/ui/rows.tsx";

/** What the scrubber found, each with where it stands in the file, and where it is mended. */
export const FindingRows = (props: {
  readonly claim: Claim;
  readonly findings: readonly Finding[];
}): ReactNode => {
  const { t, i18n } = useLingui();
  const say = useSay();
  const placeOf = useFindingPlaces(props.claim);
  return (
    <Rows label={t`What was found`}>
      {props.findings.map((finding, at) => {
        const { rule, severity, loop, element, values, mend } = finding;
        // Checks of before did not say which.
        const isUnsaid = rule === "text-characters" && values["written"] === undefined;
        // It was written in letters that files have, and nobody has to change how somebody is called.
        const isSettled = rule === "text-characters" && severity === "warning";
        const sentence = isUnsaid
          ? t`A text has characters that the file cannot carry.`
          : say(scrubWords, rule, values);
        // What fills a sentence may be of the person, and an address is kept by browsers.
        const isBare = Object.keys(values).length === 0;
        const what = isBare ? sentence : t`Something that the payer asks for is missing or wrong.`;
        const place = isSettled ? null : placeOf(mend, severity === "error" ? what : null);
        return (
          <Row
            key={at}
            icon={severity === "error" ? RiskIcon : NoteIcon}
            title={sentence}
            below={
              <>
                <Trans>
                  Loop {loop}, {element}.
                </Trans>{" "}
                {isSettled ? <Trans>Nothing to do.</Trans> : i18n._(mendPlaceWords[mend])}
              </>
            }
            marks={
              severity === "error" ? (
                <Chip meaning="risk">
                  <Trans>Fault</Trans>
                </Chip>
              ) : isSettled ? (
                <Chip>
                  <Trans>Written otherwise</Trans>
                </Chip>
              ) : (
                <Chip>
                  <Trans>Warning, may go</Trans>
                </Chip>
              )
            }
            action={place !== null && <MendAction place={place} />}
          />
        );
      })}
    </Rows>
  );
};
