import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ChargeLine, DayState, ShownHold, Zero } from "#domain/billing/charges/day-charge.ts";
import type { DayService } from "#domain/billing/charges/day-facts.ts";
import { isUnpricedDay } from "#domain/billing/charges/unpriced-day.ts";
import { LineRows, ZeroRows } from "#web/billing/charges/charge-rows.tsx";
import { DayStateChip } from "#web/billing/charges/day-state-chip.tsx";
import { HoldRow } from "#web/billing/charges/hold-row.tsx";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { Link } from "#web/ui/link.tsx";
import { OpenRow } from "#web/ui/open-rows.tsx";
import { Rows } from "#web/ui/rows.tsx";

/** What a day comes to: nobody knows it yet of one that still runs, nor of one without a price. */
const DayAmount = (day: Parameters<typeof isUnpricedDay>[0]): ReactNode =>
  day.state === "open" ? null : isUnpricedDay(day) ? (
    <Trans>unpriced</Trans>
  ) : (
    sayMoney(day.totalCents)
  );

/** One person's day or part of it, as it would be billed now: closed what it comes to, open every line, zero and hold. */
export const PersonCharges = (props: {
  readonly row: {
    readonly patientId: string;
    readonly patientName: string;
    readonly state: DayState;
    readonly lines: readonly ChargeLine[];
    readonly zeroes: readonly Zero[];
    readonly holds: readonly ShownHold[];
  };
  readonly below: ReactNode;
  readonly totalCents: number;
  readonly services: readonly Pick<
    DayService,
    "sessionId" | "sessionName" | "startedAt" | "isOver"
  >[];
  readonly zone: string;
}): ReactNode => {
  const { row, services, zone } = props;
  const { patientId, patientName, lines, zeroes, holds } = row;
  return (
    <OpenRow
      title={patientName}
      below={props.below}
      marks={<DayStateChip state={row.state} />}
      figure={<DayAmount state={row.state} holds={holds} totalCents={props.totalCents} />}
    >
      {holds.length > 0 && (
        <Rows>
          {holds.map((hold, place) => (
            <HoldRow key={place} hold={hold} patientId={patientId} claimId={null} />
          ))}
        </Rows>
      )}
      {lines.length > 0 && <LineRows lines={lines} services={services} zone={zone} />}
      {zeroes.length > 0 && <ZeroRows zeroes={zeroes} services={services} zone={zone} />}
      <Link to={paths.chargesOf(patientId)}>
        <Trans>All days of {patientName}</Trans>
      </Link>
    </OpenRow>
  );
};
