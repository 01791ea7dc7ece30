import type { Chart } from "#domain/charting/chart.ts";
import { closures } from "#domain/tasks/task-kind.ts";
import type { CrisisAnswerRow } from "#server/charting/chart-crisis.queries.ts";
import type { ChartRow } from "#server/charting/chart.queries.ts";

type Said = Omit<NonNullable<Chart["risk"]>, "before" | "calls"> & { readonly at: string };

const ofNote = ({ signedAt, ...note }: ChartRow["risks"][number]): Said => ({
  ...note,
  answer: null,
  at: signedAt,
});

const ofAnswer = (row: CrisisAnswerRow): Said => {
  const { measureId, instrument, item, value, at, on, closedBy, closureWords } = row;
  const closure = closures.find((one) => one === row.closure) ?? null;
  return {
    level: "call-asked",
    on,
    by: closedBy,
    sentence: closureWords,
    answer: { measureId, instrument, item, value, at, closure },
    at,
  };
};

/** By the day it is about: a note signed today of last week says nothing newer than yesterday's answer. Then by its hour. */
const newestFirst = (one: Said, other: Said): number =>
  other.on.localeCompare(one.on) || Date.parse(other.at) - Date.parse(one.at);

/** What was last said of risk, by a signed note or by an answer that asked for a call, and what was said before. */
export const riskOf = (
  notes: ChartRow["risks"],
  answers: readonly CrisisAnswerRow[],
): Chart["risk"] => {
  const [last, before] = [...notes.map(ofNote), ...answers.map(ofAnswer)].toSorted(newestFirst);
  if (last === undefined) return null;
  const { at: _, ...said } = last;
  return {
    ...said,
    before: before === undefined ? null : { level: before.level, on: before.on },
    calls: [...new Set(answers.map(({ on }) => on))],
  };
};
