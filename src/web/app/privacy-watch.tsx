import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Output } from "#domain/contract/route.ts";
import { readPrivacyWatch } from "#domain/reporting/privacy-watch.api.ts";
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
  useRead(readPrivacyWatch, {}, { alsoOn: ["consent", "disclosure", "enrollment"] });

const Strip = (props: { readonly watch: Watch }): ReactNode => {
  const { t } = useLingui();
  const { underPart2, emergencies, ending, withoutConsent } = props.watch;
  return (
    <FigureStrip
      label={t`What to look after`}
      figures={[
        {
          name: t`Without a signed consent`,
          figure: withoutConsent.length,
          detail: t`of ${underPart2} under Part 2`,
        },
        {
          name: t`Consents that end`,
          figure: ending.length,
          detail: t`in the next 30 days`,
        },
        {
          name: t`Disclosures`,
          figure: props.watch.disclosures,
          detail: t`in the last 30 days, ${emergencies} of them in emergencies`,
          to: paths.audit,
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

/** For whoever looks after privacy: consents that are missing or end, and how much left. */
export const PrivacyWatchPart = (): ReactNode => {
  const { t } = useLingui();
  return (
    <Loaded read={usePrivacyWatch()}>
      {(watch) => {
        const count = watch.withoutConsent.length + watch.ending.length;
        return (
          <>
            <Strip watch={watch} />
            <Card
              flush
              title={<Trans>Consents to look after</Trans>}
              aside={count > 0 && <Plural value={count} one="# paper" other="# papers" />}
            >
              {count === 0 ? (
                <EmptyState>
                  <Trans>Everybody’s consent stands, and none ends in the next thirty days.</Trans>
                </EmptyState>
              ) : (
                <Rows label={t`Consents to look after`}>
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
