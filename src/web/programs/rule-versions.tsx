import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { isInForce } from "#domain/programs/hour-rule.ts";
import { isTakenBack, type Withdrawal } from "#domain/programs/rule-version.ts";
import { sayCalendarDate } from "#web/platform/dates.ts";
import { Chip } from "#web/ui/chip.tsx";
import { Row } from "#web/ui/rows.tsx";
import { Time } from "#web/ui/time.tsx";

export interface Version {
  readonly id: string;
  readonly source: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly publishedAt: string;
  readonly publishedBy: string | null;
  readonly withdrawn: Withdrawal;
}

const Days = (props: { readonly version: Version; readonly today: string }): ReactNode => {
  const { effectiveFrom, effectiveTo } = props.version;
  if (isTakenBack(props.version)) {
    const began = sayCalendarDate(effectiveFrom);
    return <Trans>was to begin on {began}</Trans>;
  }
  const from = sayCalendarDate(effectiveFrom);
  if (effectiveTo !== null) {
    const to = sayCalendarDate(effectiveTo);
    return (
      <Trans>
        {from} to {to}
      </Trans>
    );
  }
  return effectiveFrom > props.today ? <Trans>from {from}</Trans> : <Trans>since {from}</Trans>;
};

const TakenBackBy = (props: NonNullable<Withdrawal>): ReactNode => {
  const { at, by, reason } = props;
  return (
    <div>
      <Trans>
        Taken back by {by}, <Time at={at} as="day" />
      </Trans>
      {reason !== null && `: ${reason}`}
    </div>
  );
};

/** One version of a rule: what it asks, in force or not, from when to when, by whom and by whose authority. */
export const VersionRow = (props: {
  readonly version: Version;
  readonly title: string;
  readonly detail: string;
  readonly today: string;
  readonly action?: ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  const { version, today } = props;
  const { source, publishedBy, withdrawn } = version;
  const isNow = isInForce(version, today);
  const isGone = isTakenBack(version);
  const isAhead = version.effectiveFrom > today && !isGone;
  return (
    <Row
      title={props.title}
      quiet={!isNow && !isAhead}
      below={
        <>
          {props.detail} · <Days version={version} today={today} /> · {source} ·{" "}
          {publishedBy === null ? (
            <Trans>there from the beginning</Trans>
          ) : (
            <Trans>
              published by {publishedBy}, <Time at={version.publishedAt} as="day" />
            </Trans>
          )}
          {withdrawn !== null && <TakenBackBy {...withdrawn} />}
        </>
      }
      marks={
        isNow ? (
          <Chip meaning="ontime">{t`In force`}</Chip>
        ) : isAhead ? (
          <Chip meaning="short">{t`Not yet`}</Chip>
        ) : (
          <Chip>{isGone ? t`Taken back` : t`Earlier`}</Chip>
        )
      }
      {...(props.action !== undefined && { action: props.action })}
    />
  );
};
