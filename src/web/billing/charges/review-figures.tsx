import { Plural, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { listDayCharges } from "#domain/billing/charges/day-charge.api.ts";
import type { DayState } from "#domain/billing/charges/day-charge.ts";
import type { Output } from "#domain/contract/route.ts";
import { dayStateWords } from "#web/billing/charges/charge-words.ts";
import { sayMoney } from "#web/platform/money.ts";
import { FigureStrip } from "#web/ui/figure-strip.tsx";

type States = Output<typeof listDayCharges>["states"];

/** Of what is not over nobody knows yet what it comes to. */
const hasAmount = (state: DayState): boolean => state !== "nothing" && state !== "open";

const shown: readonly DayState[] = ["ready", "held", "claimed", "open", "nothing"];

/** How many days stand where, of how many, and what they come to; of one state alone, where only that is looked at. */
export const ReviewFigures = (props: {
  readonly states: States;
  readonly only: DayState | undefined;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { states, only } = props;
  const all = states.reduce((sum, { days }) => sum + days, 0);
  return (
    <FigureStrip
      label={t`The days in figures`}
      figures={(only === undefined ? shown : [only]).map((state) => {
        const {
          days = 0,
          totalCents = 0,
          unpriced = 0,
        } = states.find((one) => one.state === state) ?? {};
        return {
          name: i18n._(dayStateWords[state]),
          figure: days,
          detail: (
            <>
              {only === undefined && <Plural value={all} one="of # day" other="of # days" />}
              {only === undefined && hasAmount(state) && " · "}
              {hasAmount(state) && sayMoney(totalCents)}
              {unpriced > 0 && (
                <>
                  {" · "}
                  <Plural value={unpriced} one="# unpriced" other="# unpriced" />
                </>
              )}
            </>
          ),
        };
      })}
    />
  );
};
