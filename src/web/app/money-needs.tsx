import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listDayCharges } from "#domain/billing/charges/day-charge.api.ts";
import { listClaims } from "#domain/billing/claims/claim.api.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import { dayAt, sayDate } from "#web/platform/dates.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useOrganizationZone } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { ClaimIcon, HeldIcon, SendIcon } from "#web/ui/icons.ts";
import { Row } from "#web/ui/rows.tsx";

interface Sum {
  readonly count: number;
  readonly cents: number;
}

interface HeldForBillers extends Sum {
  readonly oldestAt: string | undefined;
}

const nothing: HeldForBillers = { count: 0, cents: 0, oldestAt: undefined };

/** What waits for whoever bills: days that may become claims, claims that may go, and what only a biller can mend. */
export const useMoneyNeeds = () => {
  const mayExport = useCan("claims:export");
  const enabled = mayExport;
  const days = useRead(listDayCharges, { limit: 1 }, { enabled, alsoOn: ["claim"] });
  const claims = useRead(listClaims, { state: "ready", limit: 1 }, { enabled });
  const holds = useRead(
    listHolds,
    { owner: "biller", limit: 1 },
    { enabled, alsoOn: ["claim", "day-charge", "coverage", "contract"] },
  );
  const ready = days.data?.states.find(({ state }) => state === "ready");
  const held = (holds.data?.reasons ?? [])
    .filter(({ owner }) => owner === "biller")
    .reduce<HeldForBillers>(
      (sum, { count, totalCents, oldestAt }) => ({
        count: sum.count + count,
        cents: sum.cents + totalCents,
        oldestAt: sum.oldestAt === undefined || oldestAt < sum.oldestAt ? oldestAt : sum.oldestAt,
      }),
      nothing,
    );
  return {
    days: { count: ready?.days ?? 0, cents: ready?.totalCents ?? 0 },
    claims: { count: claims.data?.total ?? 0, cents: claims.data?.totalCents ?? 0 },
    held,
    isLoading: mayExport && [days, claims, holds].some(({ isPending }) => isPending),
  };
};
type MoneyNeeds = ReturnType<typeof useMoneyNeeds>;

/** How many rows `MoneyNeedsRows` shows. */
export const countMoneyNeeds = ({ days, claims, held }: MoneyNeeds): number =>
  [days, claims, held].filter(({ count }) => count > 0).length;

const HeldRow = ({ held }: { readonly held: HeldForBillers }): ReactNode => {
  const amount = sayMoney(held.cents);
  const since = sayDate(dayAt(held.oldestAt ?? "", useOrganizationZone()));
  const to = `${paths.holds}?owner=biller`;
  return (
    <Row
      icon={HeldIcon}
      to={to}
      title={
        <Plural
          value={held.count}
          one="# hold waits for a biller"
          other="# holds wait for a biller"
        />
      }
      below={
        <Trans>
          {amount}, as far as it has a price. A claim with a fault, a contract or a price that is
          missing.
        </Trans>
      }
      marks={
        <Chip meaning="held">
          <Trans>Since {since}</Trans>
        </Chip>
      }
      action={
        <Button size="small" to={to}>
          <Trans>Mend</Trans>
        </Button>
      }
    />
  );
};

const DaysRow = ({ days }: { readonly days: Sum }): ReactNode => {
  const amount = sayMoney(days.cents);
  return (
    <Row
      icon={ClaimIcon}
      to={paths.billing}
      title={
        <Plural value={days.count} one="# day is ready to bill" other="# days are ready to bill" />
      }
      below={
        <Trans>
          {amount}. Build puts them into claims and checks each; nothing is sent by that.
        </Trans>
      }
      action={
        <Button size="small" to={paths.billing}>
          <Trans>Build</Trans>
        </Button>
      }
    />
  );
};

const ClaimsRow = ({ claims }: { readonly claims: Sum }): ReactNode => {
  const amount = sayMoney(claims.cents);
  return (
    <Row
      icon={SendIcon}
      to={paths.billing}
      title={
        <Plural
          value={claims.count}
          one="# claim is ready for a file"
          other="# claims are ready for a file"
        />
      }
      below={<Trans>{amount}, checked and without a hold.</Trans>}
      action={
        <Button size="small" to={paths.billing}>
          <Trans>Make files</Trans>
        </Button>
      }
    />
  );
};

/** The work of the morning in its order: mend, send, build. */
export const MoneyNeedsRows = ({ needs }: { readonly needs: MoneyNeeds }): ReactNode => (
  <>
    {needs.held.count > 0 && <HeldRow held={needs.held} />}
    {needs.claims.count > 0 && <ClaimsRow claims={needs.claims} />}
    {needs.days.count > 0 && <DaysRow days={needs.days} />}
  </>
);
