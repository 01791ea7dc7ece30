import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ClaimDifference } from "#domain/billing/claims/claim-differences.ts";
import type { rehearseCorrection } from "#domain/billing/claims/claim.api.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import type { MendPlace } from "#domain/billing/claims/finding.ts";
import type { Output } from "#domain/contract/route.ts";
import { claimProblemWords } from "#web/billing/claims/claim-words.ts";
import { MendAction } from "#web/billing/claims/mend-action.tsx";
import { useFindingPlaces } from "#web/billing/claims/use-finding-places.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { useSay } from "#web/platform/use-say.ts";
import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

type Rehearsed = Output<typeof rehearseCorrection>;

const differenceWords: Readonly<Record<ClaimDifference, MessageDescriptor>> = {
  days: msg`the days`,
  charges: msg`the charges`,
  treated: msg`who treated`,
  diagnoses: msg`the diagnoses`,
  person: msg`who the person is, or where they live`,
  coverage: msg`the policy`,
  authorization: msg`the authorization`,
  "billing-provider": msg`who bills, or where it was`,
  bill: msg`the kind of bill`,
};

const mended: readonly MendPlace[] = ["charges", "coverage", "diagnoses"];

/** Where that is put right of which a correction would say another thing. */
const MendFirst = (props: { readonly claim: Claim }): ReactNode => {
  const { t } = useLingui();
  const placeOf = useFindingPlaces(props.claim);
  const names: Partial<Record<MendPlace, string>> = {
    charges: t`Who treated, the minutes or the price`,
    coverage: t`The policy or the authorization`,
    diagnoses: t`The diagnoses`,
  };
  return (
    <Rows label={t`Where it is put right`}>
      {mended.map((one) => {
        const place = placeOf(one, null);
        return place && <Row key={one} title={names[one]} action={<MendAction place={place} />} />;
      })}
    </Rows>
  );
};

/** What the claim that would be made now says otherwise than the one that was sent. */
export const CorrectionDifferences = (props: {
  readonly claim: Claim;
  readonly rehearsed: Rehearsed;
}): ReactNode => {
  const { i18n } = useLingui();
  const say = useSay();
  const { claim, rehearsed } = props;
  const { differs, blockedBy, totalCents } = rehearsed;
  if (blockedBy !== null) return <Note meaning="held">{say(claimProblemWords, blockedBy)}</Note>;
  if (differs.length === 0)
    return (
      <>
        <Note meaning="short">
          <Trans>
            Nothing differs yet: a claim made now says the same as the one that was sent. Put right
            first what was wrong.
          </Trans>
        </Note>
        <MendFirst claim={claim} />
      </>
    );
  const what = differs.map((one) => i18n._(differenceWords[one])).join(", ");
  const [was, is] = [sayMoney(claim.totalCents), sayMoney(totalCents)];
  return (
    <Note>
      <Trans>The new claim differs in: {what}.</Trans>{" "}
      {totalCents !== claim.totalCents && (
        <Trans>
          It asks {is} instead of {was}.
        </Trans>
      )}
    </Note>
  );
};

/** Nothing is known of what the payer said while its file has no answer: that comes first. */
export const NoAnswerYet = (props: {
  readonly claimFileId: string;
  readonly isHere: boolean;
}): ReactNode => (
  <Note
    meaning="short"
    action={
      <Button to={paths.claimFile(props.claimFileId)}>
        <Trans>Open the file</Trans>
      </Button>
    }
  >
    {props.isHere ? (
      <Trans>
        Its file was not downloaded yet: the payer has nothing of it. Take the file back, then
        withdraw the claim or build it anew.
      </Trans>
    ) : (
      <Trans>
        Its file has no answer yet, so nobody knows whether the payer read it. Take in the answer,
        or note on the file what they said; then correct it.
      </Trans>
    )}
  </Note>
);
