import { Temporal } from "temporal-polyfill";
import type { FieldProblem } from "#domain/contract/problem.ts";
import { icd10cmText } from "#domain/diagnoses/code-sets/icd-10-cm.ts";
import type { Diagnosis } from "#domain/diagnoses/diagnosis.ts";

const firstEdition = "2015-10-01";

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const wordsIn = (text: string): readonly string[] => plain(text).match(/[a-z0-9]+/g) ?? [];

const parsed = (text: string): readonly Diagnosis[] =>
  text
    .trim()
    .split("\n")
    .map((line) => {
      const [code = "", from = "", to = "", description = ""] = line.split("|");
      return { code, description, validFrom: from || firstEdition, validTo: to || null };
    });

const indexed = (text: string) => {
  const diagnoses = parsed(text);
  return {
    text,
    diagnoses,
    byCode: Map.groupBy(diagnoses, (diagnosis) => diagnosis.code),
    words: new Map(diagnoses.map((one) => [one, wordsIn(one.description)])),
  };
};

/** The lines of the code set in use: those of this version, until `loadCodeSet` is told of others. */
export const codeSetText = (): string => codeSet.text.trim();

/** Takes these lines for the code set, once, before anything is asked: an operator has loaded an edition newer than this version. */
export const loadCodeSet = (text: string): void => {
  codeSet = indexed(text);
};

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** When the newest edition that began or ended a code of these lines came into use. */
export const newestEditionOf = (text: string): string => {
  const lines = parsed(text.trim());
  const begun = lines.reduce((last, { validFrom }) => (validFrom > last ? validFrom : last), "");
  const ended = lines.reduce(
    (last, { validTo }) => ((validTo ?? "") > last ? (validTo ?? "") : last),
    "",
  );
  return ended === "" || dayAfter(ended) < begun ? begun : dayAfter(ended);
};

let codeSet = indexed(icd10cmText);

const isValidOn = ({ validFrom, validTo }: Diagnosis, day: string): boolean =>
  validFrom <= day && (validTo === null || day <= validTo);

/**
 * The code as it stood on a day, or null. The code set changes on 1 October and 1 April; what counts is the day of the
 * service, never today (45 CFR 162.1000, 162.1002).
 */
export const diagnosisOn = (code: string, day: string): Diagnosis | null =>
  (codeSet.byCode.get(code) ?? []).find((diagnosis) => isValidOn(diagnosis, day)) ?? null;

/** Why a code cannot be used on a day, or null: unknown, not written out to its last digit, not yet or no longer valid. */
export const diagnosisProblem = (code: string, day: string): FieldProblem | null => {
  if (diagnosisOn(code, day) !== null) return null;
  const spans = codeSet.byCode.get(code) ?? [];
  if (codeSet.diagnoses.some((other) => isValidOn(other, day) && other.code.startsWith(code)))
    return { code: "needs-more-digits" };
  const next = spans.find((span) => span.validFrom > day);
  if (next !== undefined) return { code: "not-valid-yet", values: { from: next.validFrom } };
  const last = spans.findLast((span) => span.validTo !== null);
  return last === undefined
    ? { code: "not-in-the-code-set" }
    : { code: "no-longer-valid", values: { to: last.validTo } };
};

const bare = (code: string): string => code.replace(".", "").toLowerCase();

const matches = (diagnosis: Diagnosis, typed: string, wanted: readonly string[]): boolean => {
  if (bare(diagnosis.code).startsWith(bare(typed))) return true;
  const own = codeSet.words.get(diagnosis) ?? [];
  return wanted.every((want) => own.some((word) => word.startsWith(want)));
};

/** Codes in force on a day that begin like what was typed (`f332`, `F33.2`), or whose words all do (`dep rec sev`). */
export const searchCodeSet = (typed: string, day: string, most: number): readonly Diagnosis[] => {
  const text = typed.trim();
  const wanted = wordsIn(text);
  if (wanted.length === 0) return [];
  return codeSet.diagnoses
    .filter((diagnosis) => isValidOn(diagnosis, day) && matches(diagnosis, text, wanted))
    .slice(0, most);
};
