import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listDayCharges } from "#domain/billing/charges/day-charge.api.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { FigureStrip } from "#web/ui/figure-strip.tsx";

/** What the days come to, by where they stand: for whoever bills and does not answer for the program. */
export const MoneyStrip = (): ReactNode => {
  const { t } = useLingui();
  const mayExport = useCan("claims:export");
  const read = useRead(listDayCharges, { limit: 1 }, { enabled: mayExport, alsoOn: ["claim"] });
  if (!mayExport || read.data === undefined) return null;
  const { states } = read.data;
  const sum = (state: string) =>
    states
      .filter((one) => one.state === state)
      .reduce(
        (total, one) => ({ days: total.days + one.days, cents: total.cents + one.totalCents }),
        { days: 0, cents: 0 },
      );
  const ready = sum("ready");
  const held = sum("held");
  const claimed = sum("claimed");
  const all = states.reduce((total, one) => total + one.days, 0);
  const readyDays = ready.days;
  const heldDays = held.days;
  const claimedDays = claimed.days;
  return (
    <FigureStrip
      label={t`What the days come to`}
      figures={[
        {
          name: t`Ready to bill`,
          figure: sayMoney(ready.cents),
          detail: t`${readyDays} of ${all} days`,
          to: paths.billing,
        },
        {
          name: t`Held`,
          figure: sayMoney(held.cents),
          detail: t`${heldDays} of ${all} days`,
          to: paths.holds,
        },
        {
          name: t`Claimed`,
          figure: sayMoney(claimed.cents),
          detail: t`${claimedDays} of ${all} days`,
          to: paths.claims,
        },
      ]}
    />
  );
};
