import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { acknowledgmentWorkingDays } from "#domain/billing/claims/acknowledgment.ts";
import { NeedRow } from "#web/app/need-row.tsx";
import { herePath, overduePath, toSendAgainPath } from "#web/billing/claims/files-path.ts";
import { dayAt, sayDate } from "#web/platform/dates.ts";
import { sayMoney } from "#web/platform/money.ts";
import { useOrganizationZone } from "#web/platform/session.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { ClockIcon, DownloadIcon, RiskIcon } from "#web/ui/icons.ts";

/** Claims that never reached their payer: nobody pays them, and the days on which they are taken go on. */
export const RejectedRow = (props: {
  readonly count: number;
  readonly since: string;
}): ReactNode => {
  const since = sayDate(dayAt(props.since, useOrganizationZone()));
  return (
    <NeedRow
      icon={RiskIcon}
      to={toSendAgainPath}
      title={
        <Plural
          value={props.count}
          one="# claim was rejected unread"
          other="# claims were rejected unread"
        />
      }
      below={
        <Trans>
          The payer has nothing of what was rejected. Mend what the answer names; what was only in
          the same file goes again as it is.
        </Trans>
      }
      marks={
        <Chip meaning="risk">
          <Trans>Since {since}</Trans>
        </Chip>
      }
      act={<Trans>Send again</Trans>}
    />
  );
};

/** Files that nobody downloaded: their payers have nothing of them, and the days on which they take claims go on. */
export const HereRow = (props: {
  readonly here: {
    readonly count: number;
    readonly claims: number;
    readonly cents: number;
    readonly oldestAt: string;
  };
}): ReactNode => {
  const { count, claims, cents, oldestAt } = props.here;
  const since = sayDate(dayAt(oldestAt, useOrganizationZone()));
  const amount = sayMoney(cents);
  return (
    <NeedRow
      icon={DownloadIcon}
      to={herePath}
      title={
        <Plural
          value={count}
          one="# file was made and not downloaded"
          other="# files were made and not downloaded"
        />
      }
      below={
        <>
          <Plural value={claims} one="# claim" other="# claims" />, {amount}.{" "}
          <Trans>Give them to the clearinghouse; until then no payer has them.</Trans>
        </>
      }
      marks={
        <Chip meaning="short">
          <Trans>Since {since}</Trans>
        </Chip>
      }
      act={<Trans>Download</Trans>}
    />
  );
};

/** Files that nobody answered in time: they may never have arrived. */
export const UnansweredRow = (props: {
  readonly unanswered: {
    readonly count: number;
    readonly claims: number;
    readonly cents: number;
    readonly oldestAt: string;
  };
}): ReactNode => {
  const { count, claims, cents, oldestAt } = props.unanswered;
  const since = sayDate(dayAt(oldestAt, useOrganizationZone()));
  const amount = sayMoney(cents);
  return (
    <NeedRow
      icon={ClockIcon}
      to={overduePath}
      title={
        <Plural
          value={count}
          one={`# file has no answer after ${acknowledgmentWorkingDays} working days`}
          other={`# files have no answer after ${acknowledgmentWorkingDays} working days`}
        />
      }
      below={
        <>
          <Plural value={claims} one="# claim" other="# claims" />, {amount}.{" "}
          <Trans>Take in what came back, or ask the clearinghouse.</Trans>
        </>
      }
      marks={
        <Chip meaning="overdue">
          <Trans>Since {since}</Trans>
        </Chip>
      }
      act={<Trans>See which</Trans>}
    />
  );
};
