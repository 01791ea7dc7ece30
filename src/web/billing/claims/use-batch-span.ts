import { useSearchWord } from "#web/platform/address.ts";
import { addDays } from "#web/platform/days.ts";
import { useToday } from "#web/platform/use-today.ts";

const longestDays = 731;

/** Which days a batch is of: all that are over by default, so that none is forgotten. */
export const batchSpans = ["all", "yesterday", "week", "month"] as const;
export type BatchSpanName = (typeof batchSpans)[number];

export interface BatchSpan {
  readonly name: BatchSpanName;
  readonly from: string;
  readonly to: string;
  readonly choose: (name: string) => void;
}

/** Whether days are left out at its beginning: the others reach back as far as there are days. */
export const hasFirstDay = ({ name }: Pick<BatchSpan, "name">): boolean =>
  name === "week" || name === "month";

/** The days of a batch as words of an address; none where they are all days. */
export const wordsOfSpan = (span: Omit<BatchSpan, "choose">): readonly string[] => [
  ...(hasFirstDay(span) ? [`from=${span.from}`] : []),
  ...(span.name === "all" ? [] : [`to=${span.to}`]),
];

export const useBatchSpan = (): BatchSpan => {
  const today = useToday();
  const [word, setWord] = useSearchWord("days");
  const name = batchSpans.find((one) => one === word) ?? "all";
  const from = { all: -longestDays, yesterday: -longestDays, week: -6, month: -30 }[name];
  return {
    name,
    from: addDays(today, from),
    to: name === "yesterday" ? addDays(today, -1) : today,
    choose: (next) => setWord(next === "all" ? "" : next),
  };
};
