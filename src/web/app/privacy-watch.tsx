import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Output } from "#domain/contract/route.ts";
import { readPrivacyWatch } from "#domain/reporting/privacy-watch.api.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { paths } from "#web/platform/paths.ts";
import { useRead, type Read } from "#web/platform/use-read.ts";
import { kindWords } from "#web/privacy/consent-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { FigureStrip } from "#web/ui/figure-strip.tsx";
import { ConsentIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Time } from "#web/ui/time.tsx";

type Watch = Output<typeof readPrivacyWatch>;

const usePrivacyWatch = (): Read<Watch> =>
  useRead(readPrivacyWatch, {}, { alsoOn: ["consent", "disclosure", "enrollment", "restriction"] });

const Strip = (props: { readonly watch: Watch }): ReactNode => {
  const { t } = useLingui();
  const { withoutConsentCount, endingCount, unanswered } = props.watch;
  const part2 = sayCount(props.watch.underPart2);
  const asked = sayCount(props.watch.asked);
  const standing = sayCount(props.watch.standingCount);
  const told = sayCount(props.watch.disclosures);
  return (
    <FigureStrip
      label={t`What to look after`}
      figures={[
        {
          name: t`Without a signed consent`,
          figure: sayCount(withoutConsentCount),
          detail: t`of ${part2} under Part 2`,
          meaning: t`People in care whose records fall under 42 CFR Part 2, the federal rule for substance use records, and for whom no signed consent for treatment, payment and operations stands. Their bills wait; their care does not.`,
        },
        {
          name: t`Consents that end`,
          figure: sayCount(endingCount),
          detail: t`of ${standing} in the next 30 days`,
          meaning: t`Signed consents of people in care whose last day is near and that no longer one follows.`,
        },
        {
          name: t`Requests to answer`,
          figure: sayCount(unanswered.length),
          detail: t`of ${asked} to keep something back`,
          meaning: t`People who asked that something is not told to somebody and have no answer yet (42 CFR 2.26; 45 CFR 164.522). The denominator counts all who asked and did not take it back.`,
        },
        {
          name: t`Disclosures`,
          figure: told,
          detail: t`in the last 30 days`,
          to: paths.whatLeft,
          meaning: t`Everything that left the program, claims among it: each has its line in the accounting of the person.`,
        },
        {
          name: t`Told in emergencies`,
          figure: sayCount(props.watch.emergencies),
          detail: t`of ${told} disclosures`,
          to: `${paths.whatLeft}?basis=emergency`,
          meaning: t`What was told to medical personnel in an emergency, without a consent (42 CFR 2.51): whether each was one is yours to look at.`,
        },
      ]}
    />
  );
};

const WithoutRow = (props: { readonly one: Watch["withoutConsent"][number] }): ReactNode => (
  <Row
    icon={ConsentIcon}
    to={paths.patientConsents(props.one.patientId)}
    title={props.one.name}
    below={<Trans>No signed consent for treatment, payment and operations stands.</Trans>}
    marks={
      <Chip meaning="held">
        <Trans>Bills wait</Trans>
      </Chip>
    }
    action={
      <Button size="small" to={paths.patientConsents(props.one.patientId)}>
        <Trans>Consents</Trans>
      </Button>
    }
  />
);

const UnansweredRow = (props: { readonly one: Watch["unanswered"][number] }): ReactNode => (
  <Row
    icon={ConsentIcon}
    to={paths.patientConsents(props.one.patientId)}
    title={props.one.name}
    below={<Trans>Asked that something is kept back. Until it is agreed to, nothing is.</Trans>}
    marks={
      <Chip meaning="held">
        <Trans>
          Asked <Time at={props.one.askedOn} as="day" />
        </Trans>
      </Chip>
    }
    action={
      <Button size="small" to={paths.patientConsents(props.one.patientId)}>
        <Trans>Answer</Trans>
      </Button>
    }
  />
);

const EndingRow = (props: { readonly one: Watch["ending"][number] }): ReactNode => {
  const { i18n } = useLingui();
  const { one } = props;
  const kind = kindWords[one.kind];
  return (
    <Row
      icon={ConsentIcon}
      to={paths.patientConsents(one.patientId)}
      title={one.name}
      below={
        <>
          {kind !== undefined && i18n._(kind)}
          {one.kind === "specific" && one.recipients.length > 0 && (
            <> · {one.recipients.join(", ")}</>
          )}
        </>
      }
      marks={
        <Chip meaning="short">
          <Trans>
            Ends <Time at={one.expiresOn} as="day" />
          </Trans>
        </Chip>
      }
      action={
        <Button size="small" to={paths.patientConsents(one.patientId)}>
          <Trans>Renew</Trans>
        </Button>
      }
    />
  );
};

/** For whoever looks after privacy: requests to answer, consents that are missing or end, and how much left. */
export const PrivacyWatchPart = (): ReactNode => {
  const { t } = useLingui();
  return (
    <Loaded read={usePrivacyWatch()}>
      {(watch) => {
        const count = watch.withoutConsentCount + watch.endingCount + watch.unanswered.length;
        return (
          <>
            <Strip watch={watch} />
            <Card
              flush
              title={<Trans>Papers to look after</Trans>}
              aside={count > 0 && <Plural value={count} one="# paper" other="# papers" />}
            >
              {count === 0 ? (
                <EmptyState>
                  <Trans>
                    Everybody’s consent stands, none ends in the next thirty days, and every request
                    is answered. What needs looking after will stand here.
                  </Trans>
                </EmptyState>
              ) : (
                <Rows label={t`Papers to look after`}>
                  {watch.unanswered.map((one) => (
                    <UnansweredRow key={one.restrictionId} one={one} />
                  ))}
                  {watch.withoutConsent.map((one) => (
                    <WithoutRow key={one.patientId} one={one} />
                  ))}
                  {watch.ending.map((one) => (
                    <EndingRow key={one.consentId} one={one} />
                  ))}
                </Rows>
              )}
            </Card>
          </>
        );
      }}
    </Loaded>
  );
};
