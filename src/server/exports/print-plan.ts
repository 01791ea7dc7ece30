import type { ChartCopy } from "#domain/exports/chart-copy.ts";
import { dayText, wordsOf } from "#server/exports/print-words.ts";
import type { Print } from "#server/platform/pdf/print.ts";

/** Goals with their objectives. */
export const printPlan = (print: Print, chart: ChartCopy): void => {
  print.part("Goals and objectives");
  if (chart.goals.length === 0) print.paragraph("None is written yet.", "quiet");
  for (const goal of chart.goals) {
    print.heading("H3", `Goal ${goal.number}, ${goal.status}: ${goal.statement}`);
    print.facts([["Problem", goal.problem]]);
    for (const { number, statement, status, targetOn, closedOn } of goal.objectives) {
      const by = targetOn === null ? "" : `, by ${dayText(targetOn)}`;
      const closed = closedOn === null ? "" : `, closed ${dayText(closedOn)}`;
      print.paragraph(`${goal.number}.${number} ${statement} (${wordsOf(status)}${by}${closed})`);
    }
  }
};
