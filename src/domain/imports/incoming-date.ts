import { civilDateSchema } from "#domain/basics/civil-date.ts";

export type DateProblem =
  | "date-missing"
  | "date-partial"
  | "date-unreadable"
  | "date-impossible"
  | "date-out-of-range";

export type DateReading =
  | { readonly date: string; readonly problem?: never }
  | { readonly date?: never; readonly problem: DateProblem };

/** In which order a file writes the parts of a day: 1984-03-12, 3/12/1984, 12.3.1984. */
export const dateOrders = ["year-month-day", "month-day-year", "day-month-year"] as const;
export type DateOrder = (typeof dateOrders)[number];

const partial = /^\d{4}(?:-\d{2})?$/;
const whole = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ].*)?$/;
const yearLast = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:[T ].*)?$/;

const dateOf = (year: string, month: string, day: string): DateReading => {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const read = civilDateSchema.safeParse(text);
  if (read.success) return { date: read.data };
  const isOutOfRange = read.error.issues.some((issue) => issue.code === "custom");
  return { problem: isOutOfRange ? "date-out-of-range" : "date-impossible" };
};

const partsOf = (match: RegExpExecArray): readonly [string, string, string] => [
  match[1] ?? "",
  match[2] ?? "",
  match[3] ?? "",
];

/**
 * A day as FHIR writes it (`1984-03-12`, or a moment of which the day is taken as it stands there); `19840312` is understood.
 * A year alone is no day: what is not known is not made up.
 */
export const readFhirDate = (text: string | undefined): DateReading => {
  const typed = text?.trim() ?? "";
  if (typed === "") return { problem: "date-missing" };
  if (partial.test(typed)) return { problem: "date-partial" };
  const match = whole.exec(typed) ?? compact.exec(typed);
  return match === null ? { problem: "date-unreadable" } : dateOf(...partsOf(match));
};

/** A day as somebody's table writes it. Where the year stands last, `order` says which of the others is the month. */
export const readTypedDate = (text: string, order: DateOrder): DateReading => {
  const typed = text.trim();
  if (typed === "") return { problem: "date-missing" };
  if (/^\d{4}$/.test(typed)) return { problem: "date-partial" };
  const first = compact.exec(typed) ?? yearFirst.exec(typed);
  if (first !== null) return dateOf(...partsOf(first));
  const last = yearLast.exec(typed);
  if (last === null) return { problem: "date-unreadable" };
  const [one, two, year] = partsOf(last);
  return order === "day-month-year" ? dateOf(year, two, one) : dateOf(year, one, two);
};

/**
 * The order that fits every one of these dates, or null where several do or none does. 13/02/1984 can only begin with a day.
 */
export const orderOfDates = (texts: readonly string[]): DateOrder | null => {
  const typed = texts.map((text) => text.trim()).filter((text) => text !== "");
  if (typed.length === 0) return null;
  if (typed.every((text) => compact.test(text) || yearFirst.test(text))) return "year-month-day";
  const fitting = (["month-day-year", "day-month-year"] as const).filter((order) =>
    typed.every((text) => readTypedDate(text, order).problem !== "date-impossible"),
  );
  const [only, other] = fitting;
  return only !== undefined && other === undefined ? only : null;
};
