import type { Chart } from "#domain/charting/chart.ts";

/** What is due beside a crisis: that one stands above the chart already, and said twice it would be two things to do. */
export const dueBeside = ({ rows, total }: Chart["due"]): DueBeside => {
  const beside = rows.filter(({ urgency }) => urgency !== "crisis");
  const crises = rows.length - beside.length;
  return { rows: beside, total: total - crises, isBesideCrisis: crises > 0 };
};

interface DueBeside extends Readonly<Pick<Chart["due"], "rows" | "total">> {
  readonly isBesideCrisis: boolean;
}
