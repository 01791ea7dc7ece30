import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { DayChargeRow } from "#domain/billing/charges/day-charge.api.ts";
import { billStandings } from "#domain/billing/charges/day-bill.ts";
import { billStandingWords } from "#web/billing/charges/bill-words.ts";
import type { DayBills } from "#web/billing/charges/use-day-bills.ts";
import { useAddress } from "#web/platform/address.ts";
import { sayMoney } from "#web/platform/money.ts";
import { FigureStrip } from "#web/ui/figure-strip.tsx";
import { withTableWords } from "#web/ui/table-address.ts";

/** The days that are ready by where their bills stand; each figure leads to its days. */
export const BillFigures = (props: {
  readonly rows: readonly DayChargeRow[];
  readonly bills: DayBills;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { path, search } = useAddress();
  const { rows, bills } = props;
  const all = t`${plural(rows.length, { one: "of # day", other: "of # days" })}`;
  return (
    <FigureStrip
      label={t`The days in figures`}
      figures={billStandings.map((standing) => {
        const days = rows.filter(({ id }) => bills.get(id)?.standing === standing);
        const amount = sayMoney(days.reduce((sum, { totalCents }) => sum + totalCents, 0));
        return {
          name: i18n._(billStandingWords[standing]),
          figure: days.length,
          detail: `${all} · ${amount}`,
          to: `${path}?${withTableWords("days", search, { bill: standing }).toString()}`,
        };
      })}
    />
  );
};
