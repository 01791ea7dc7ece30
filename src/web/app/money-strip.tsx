import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listDayCharges } from "#domain/billing/charges/day-charge.api.ts";
import { sayMoney } from "#web/platform/money.ts";
import { sayCount } from "#web/platform/numbers.ts";
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
  const [ready, held, claimed] = [sum("ready"), sum("held"), sum("claimed")];
  const [readyDays, heldDays, claimedDays] = [
    sayCount(ready.days),
    sayCount(held.days),
    sayCount(claimed.days),
  ];
  const open = sayCount(ready.days + held.days);
  const billed = sayCount(ready.days + held.days + claimed.days);
  return (
    <FigureStrip
      label={t`What the days come to`}
      figures={[
        {
          name: t`Ready to bill`,
          figure: sayMoney(ready.cents),
          detail: t`${readyDays} of ${open} days in no claim yet`,
          to: paths.openDays("ready"),
          meaning: t`Days that are over, with everything their payer asks for, and in no claim yet.`,
        },
        {
          name: t`Held`,
          figure: sayMoney(held.cents),
          detail: t`${heldDays} of ${open} days in no claim yet`,
          to: paths.openDays("held"),
          meaning: t`Days that something keeps from being billed: a note, a consent, an authorization. Without a policy or a contract a day has no price yet and counts with nothing.`,
        },
        {
          name: t`Claimed`,
          figure: sayMoney(claimed.cents),
          detail: t`${claimedDays} of ${billed} days that earn something`,
          to: paths.claims,
          meaning: t`Days that are in a claim, whether it was sent or waits for its file. Days that earn nothing are counted nowhere here.`,
        },
      ]}
    />
  );
};
