import { Temporal } from "temporal-polyfill";
import { isYearInRange } from "#domain/basics/civil-date.ts";
import { searchKey, wordsOf } from "#domain/patients/search-key.ts";

/** What somebody typed to find a patient, taken apart. */
export interface SearchRequest {
  /** The words of a name, folded. */
  readonly words: readonly string[];
  /** The name as it was typed, folded; the beginning of what is looked for. */
  readonly name: string;
  readonly birthDate: string | null;
  /** Digits that may be a telephone number, its last four or seven, or a record number. */
  readonly digits: string | null;
  readonly email: string | null;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const dateOf = (year: number, month: number, day: number): string | null => {
  try {
    const date = Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
    return isYearInRange(date) ? date : null;
  } catch {
    return null;
  }
};

/** A year of two digits is of the last hundred years. */
const fullYear = (text: string, thisYear: number): number => {
  const year = Number(text);
  if (text.length > 2) return year;
  const century = Math.floor(thisYear / 100) * 100;
  return century + year > thisYear ? century - 100 + year : century + year;
};

type Reader = readonly [RegExp, (parts: readonly string[], thisYear: number) => string | null];

/** Dates as Americans write them, as ISO writes them, and with the month as a word. */
const readers: readonly Reader[] = [
  [/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/, ([y, m, d]) => dateOf(Number(y), Number(m), Number(d))],
  [
    /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/,
    ([m, d, y], now) => dateOf(fullYear(y ?? "", now), Number(m), Number(d)),
  ],
  [
    /\b(\p{L}{3})\p{L}*\.? (\d{1,2}),? (\d{4})\b/u,
    ([word, d, y]) => dateOf(Number(y), months.indexOf((word ?? "").toLowerCase()) + 1, Number(d)),
  ],
  [
    /\b(\d{1,2}) (\p{L}{3})\p{L}*\.? (\d{4})\b/u,
    ([d, word, y]) => dateOf(Number(y), months.indexOf((word ?? "").toLowerCase()) + 1, Number(d)),
  ],
];

const takeDate = (
  typed: string,
  thisYear: number,
): { readonly birthDate: string | null; readonly rest: string } => {
  for (const [pattern, read] of readers) {
    const match = pattern.exec(typed);
    const birthDate = match === null ? null : read(match.slice(1), thisYear);
    if (match !== null && birthDate !== null)
      return { birthDate, rest: typed.replace(match[0], " ") };
  }
  return { birthDate: null, rest: typed };
};

const numberText = /\+?[\d][\d\s().-]{2,}\d|\(\d{3}\)[\d\s.-]+\d/u;

/** Takes apart what was typed; `thisYear` tells what a year of two digits means. */
export const searchRequest = (typed: string, thisYear: number): SearchRequest => {
  const email = /\S+@\S+/u.exec(typed)?.[0].toLowerCase() ?? null;
  const withoutEmail = email === null ? typed : typed.replace(/\S+@\S+/u, " ");
  const { birthDate, rest } = takeDate(withoutEmail, thisYear);
  const number = numberText.exec(rest)?.[0] ?? null;
  const digits = number === null ? null : number.replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "");
  const name = searchKey(number === null ? rest : rest.replace(number, " "));
  return { words: wordsOf(name), name, birthDate, digits, email };
};
