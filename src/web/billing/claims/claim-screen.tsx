import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listClaimRevisions, readClaim } from "#domain/billing/claims/claim.api.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import { isVoidUnread } from "#domain/billing/claims/rejected-claim.ts";
import { BuildAlike } from "#web/billing/claims/build-alike.tsx";
import { ClaimActs } from "#web/billing/claims/claim-acts.tsx";
import { BillFacts, PartyFacts } from "#web/billing/claims/claim-facts.tsx";
import { ClaimHistory } from "#web/billing/claims/claim-history.tsx";
import { ClaimLines } from "#web/billing/claims/claim-lines.tsx";
import { ClaimChips } from "#web/billing/claims/claim-state-chip.tsx";
import { placeTakenWords } from "#web/billing/claims/claim-words.ts";
import type { DayWords } from "#web/billing/claims/day-words.ts";
import { FindingRows } from "#web/billing/claims/finding-rows.tsx";
import { RejectedBecause } from "#web/billing/claims/rejected-because.tsx";
import { HeldBecause } from "#web/billing/claims/hold-rows.tsx";
import { Segments } from "#web/billing/claims/segments.tsx";
import { saySpan } from "#web/billing/claims/span-text.ts";
import { useParam, useSearchWord } from "#web/platform/address.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Card } from "#web/ui/card.tsx";
import { Link } from "#web/ui/link.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { Tabs } from "#web/ui/tabs.tsx";

/** Which claim this one replaces, which replaced it, and that nothing of it stands where its days were let go. */
const Relatives = (props: { readonly claim: Claim }): ReactNode => {
  const { replaces, replacedBy, rejectedAt, frequency, isLetGo, state } = props.claim;
  const { i18n } = useLingui();
  // A void that follows a rejected one says the same again.
  const isVoid = frequency === "8" && replaces?.frequency !== "8";
  const became = replacedBy === null ? "" : i18n._(placeTakenWords(props.claim, replacedBy));
  return (
    <>
      {replacedBy !== null && (
        <Note meaning="short">
          <Link to={paths.claim(replacedBy.id)}>
            {state === "withdrawn" ? (
              <Trans>It was never sent. Claim {replacedBy.control} was built in its place.</Trans>
            ) : rejectedAt === null && isVoidUnread(replacedBy) ? (
              <Trans>
                Claim {replacedBy.control} was to take it back and was rejected unread: the payer
                still has this one.
              </Trans>
            ) : (
              <Trans>
                {became} by claim {replacedBy.control}.
              </Trans>
            )}
          </Link>
        </Note>
      )}
      {isLetGo && (
        <Note>
          <Trans>
            It was rejected unread and closed: nothing of it is left to correct. What can be billed
            of its days goes in another claim.
          </Trans>
        </Note>
      )}
      {replaces !== null && (
        <Note>
          <Link to={paths.claim(replaces.id)}>
            {state === "withdrawn" ? (
              <Trans>It was withdrawn before it took the place of claim {replaces.control}.</Trans>
            ) : isVoid ? (
              <Trans>It takes back claim {replaces.control}.</Trans>
            ) : (
              <Trans>It takes the place of claim {replaces.control}.</Trans>
            )}
          </Link>
        </Note>
      )}
    </>
  );
};

const Findings = (props: { readonly claim: Claim }): ReactNode => {
  const { claim } = props;
  const errors = claim.findings.filter(({ severity }) => severity === "error");
  const others = claim.findings.filter(({ severity }) => severity !== "error");
  const mayManage = useCan("claims:manage");
  if (claim.findings.length === 0) return null;
  const { alike } = claim;
  return (
    <Card
      flush
      title={<Trans>What the check found</Trans>}
      actions={alike > 0 && mayManage && <BuildAlike claim={claim} />}
      aside={
        <>
          <Plural value={errors.length} one="# fault" other="# faults" /> ·{" "}
          <Plural value={others.length} one="# warning" other="# warnings" />
          {alike > 0 && (
            <>
              {" "}
              ·{" "}
              <Plural
                value={alike}
                one="# other claim waits for the same"
                other="# other claims wait for the same"
              />
            </>
          )}
        </>
      }
    >
      <FindingRows claim={claim} findings={[...errors, ...others]} />
    </Card>
  );
};

const views = ["lines", "sent"] as const;

const Sight = (props: { readonly claim: Claim; readonly dayWords: DayWords }): ReactNode => {
  const { t } = useLingui();
  const { claim } = props;
  const [word, setWord] = useSearchWord("view");
  const view = views.find((one) => one === word) ?? "lines";
  return (
    <Card flush>
      <Tabs
        label={t`The claim`}
        chosen={view}
        onChoose={(name) => setWord(name === "lines" ? "" : name)}
        tabs={[
          { name: "lines", label: <Trans>Lines and what proves them</Trans> },
          { name: "sent", label: <Trans>As it is sent</Trans> },
        ]}
      >
        {view === "lines" ? (
          <ClaimLines claim={claim} dayWords={props.dayWords} />
        ) : (
          <Segments segments={claim.segments} />
        )}
      </Tabs>
    </Card>
  );
};

const ClaimPage = (props: { readonly claim: Claim; readonly dayWords: DayWords }): ReactNode => {
  const { t } = useLingui();
  const { claim, dayWords } = props;
  const mayManage = useCan("claims:manage");
  const history = useRead(listClaimRevisions, { claimId: claim.id });
  const days = saySpan(claim.fromDate, claim.throughDate);
  const amount = sayMoney(claim.totalCents);
  return (
    <Screen
      title={t`${claim.patient.name}, ${amount}`}
      shortTitle={claim.control}
      above={[{ label: t`Claims`, to: paths.claims }]}
      facts={
        <>
          {claim.payer.name} · {days} · {claim.control}
        </>
      }
      marks={<ClaimChips claim={claim} />}
      otherActions={mayManage && <ClaimActs claim={claim} />}
    >
      <Relatives claim={claim} />
      <Columns
        aside={
          <>
            <BillFacts claim={claim} />
            <PartyFacts claim={claim} />
            <ClaimHistory read={history} before={claim.replaces?.control} />
          </>
        }
      >
        <HeldBecause
          holds={claim.openHolds}
          isSent={claim.state === "exported"}
          dayWords={dayWords}
        />
        <RejectedBecause claim={claim} />
        <Findings claim={claim} />
        <Sight claim={claim} dayWords={dayWords} />
      </Columns>
    </Screen>
  );
};

/** One claim: where it stands, what keeps it, and every line opening to what proves it. */
export const ClaimScreen = (props: { readonly dayWords: DayWords }): ReactNode => {
  const claimId = useParam("claimId");
  const claim = useRead(
    readClaim,
    { claimId },
    { alsoOn: ["hold", "claim-file", "day-charge", "task"] },
  );
  return (
    <Loaded read={claim}>
      {(data) => <ClaimPage key={data.id} claim={data} dayWords={props.dayWords} />}
    </Loaded>
  );
};
