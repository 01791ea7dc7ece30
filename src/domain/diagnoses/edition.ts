import { Temporal } from "temporal-polyfill";
import type { OrderedCode } from "#domain/diagnoses/order-file.ts";

/** Why an edition is not taken: no day on which editions begin, older than what is in use, or too few of the known codes in it. */
export type EditionRefusal = "no-first-day" | "older" | "incomplete";

interface Edition {
  readonly codes: readonly OrderedCode[];
  /** The first day of service it is valid for. */
  readonly from: string;
}

interface EditionTaken {
  /** Lines as those of the code set: `code|first day|last day|words`. */
  readonly text: string;
  readonly added: readonly string[];
  readonly ended: readonly string[];
  readonly reworded: readonly string[];
}

interface Line {
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly words: string;
}

const readLine = (line: string): Line => {
  const [code = "", from = "", to = "", ...words] = line.split("|");
  return { code, from, to, words: words.join("|") };
};
const lineText = ({ code, from, to, words }: Line): string => [code, from, to, words].join("|");

/** Editions come into use on 1 October and 1 April (45 CFR 162.1000; Social Security Act 1886(d)(5)(K)(vii)). */
const firstDays = /^\d{4}-(?:10|04)-01$/;

const dayBefore = (day: string): string =>
  Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

const categoryOf = (code: string): string => code.slice(0, 3);
const wholeChapter = "F";

/** So much of what is in use stands in every new edition: less, and the file was cut off. */
const leastKept = 0.9;

const byCodeAndDay = (one: Line, other: Line): number =>
  one.code < other.code || (one.code === other.code && one.from < other.from) ? -1 : 1;

export const editionRefusal = (text: string, { codes, from }: Edition): EditionRefusal | null => {
  if (!firstDays.test(from)) return "no-first-day";
  const lines = text.trim().split("\n").map(readLine);
  if (lines.some((line) => line.from > from)) return "older";
  const wanted = new Set(codes.map(({ code }) => code));
  const open = lines.filter(({ to }) => to === "" || to >= from);
  const kept = open.filter(({ code }) => wanted.has(code)).length;
  return kept < open.length * leastKept ? "incomplete" : null;
};

/**
 * The code set with one more edition: codes that it no longer has end the day before, new ones begin on its first day, and
 * other words are another span. Kept are chapter F and the categories that the set has already. Taken twice, it changes nothing.
 */
export const withEdition = (text: string, { codes, from }: Edition): EditionTaken => {
  const lines = text.trim().split("\n").map(readLine);
  const categories = new Set(lines.map(({ code }) => categoryOf(code)));
  const wanted = new Map(
    codes
      .filter(({ code }) => code.startsWith(wholeChapter) || categories.has(categoryOf(code)))
      .map(({ code, description }) => [code, description]),
  );
  const last = dayBefore(from);
  const inUse = new Map(
    lines.filter(({ to }) => to === "" || to >= from).map((line) => [line.code, line]),
  );
  const isKept = ({ code, words }: Line): boolean => wanted.get(code) === words;
  const added = [...wanted.keys()].filter((code) => !inUse.has(code));
  const ended = [...inUse.keys()].filter((code) => !wanted.has(code));
  const reworded = [...inUse.values()]
    .filter((line) => wanted.has(line.code) && !isKept(line))
    .map(({ code }) => code);
  const stays = lines.map((line) =>
    inUse.get(line.code) !== line || isKept(line) ? line : { ...line, to: last },
  );
  const begun = [...added, ...reworded].map((code) => ({
    code,
    from,
    to: "",
    words: wanted.get(code) ?? "",
  }));
  // What began on this very day under other words was never in use under them.
  const whole = [...stays.filter((line) => line.to === "" || line.to >= line.from), ...begun];
  return { text: whole.toSorted(byCodeAndDay).map(lineText).join("\n"), added, ended, reworded };
};
