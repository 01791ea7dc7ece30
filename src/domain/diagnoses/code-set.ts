import type { FieldProblem } from "#domain/contract/problem.ts";
import { icd10cmText } from "#domain/diagnoses/code-sets/icd-10-cm.ts";
import type { Diagnosis } from "#domain/diagnoses/diagnosis.ts";

const firstEdition = "2015-10-01";

const parsed = (text: string): readonly Diagnosis[] =>
  text
    .trim()
    .split("\n")
    .map((line) => {
      const [code = "", from = "", to = "", description = ""] = line.split("|");
      return { code, description, validFrom: from || firstEdition, validTo: to || null };
    });

const diagnoses = parsed(icd10cmText);
const byCode = Map.groupBy(diagnoses, (diagnosis) => diagnosis.code);

const isValidOn = ({ validFrom, validTo }: Diagnosis, day: string): boolean =>
  validFrom <= day && (validTo === null || day <= validTo);

/**
 * The code as it stood on a day, or null. The code set changes on 1 October and 1 April; what counts is the day of the
 * service, never today (45 CFR 162.1000, 162.1002).
 */
export const diagnosisOn = (code: string, day: string): Diagnosis | null =>
  (byCode.get(code) ?? []).find((diagnosis) => isValidOn(diagnosis, day)) ?? null;

/** Why a code cannot be used on a day, or null: unknown, not written out to its last digit, not yet or no longer valid. */
export const diagnosisProblem = (code: string, day: string): FieldProblem | null => {
  if (diagnosisOn(code, day) !== null) return null;
  const spans = byCode.get(code) ?? [];
  if (diagnoses.some((other) => isValidOn(other, day) && other.code.startsWith(code)))
    return { code: "needs-more-digits" };
  const next = spans.find((span) => span.validFrom > day);
  if (next !== undefined) return { code: "not-valid-yet", values: { from: next.validFrom } };
  const last = spans.findLast((span) => span.validTo !== null);
  return last === undefined
    ? { code: "not-in-the-code-set" }
    : { code: "no-longer-valid", values: { to: last.validTo } };
};

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const words = (text: string): readonly string[] => plain(text).match(/[a-z0-9]+/g) ?? [];
const wordsByDiagnosis = new Map(diagnoses.map((one) => [one, words(one.description)]));
const bare = (code: string): string => code.replace(".", "").toLowerCase();

const matches = (diagnosis: Diagnosis, typed: string, wanted: readonly string[]): boolean => {
  if (bare(diagnosis.code).startsWith(bare(typed))) return true;
  const own = wordsByDiagnosis.get(diagnosis) ?? [];
  return wanted.every((want) => own.some((word) => word.startsWith(want)));
};

/** Codes in force on a day that begin like what was typed (`f332`, `F33.2`), or whose words all do (`dep rec sev`). */
export const searchCodeSet = (typed: string, day: string, most: number): readonly Diagnosis[] => {
  const text = typed.trim();
  const wanted = words(text);
  if (wanted.length === 0) return [];
  return diagnoses
    .filter((diagnosis) => isValidOn(diagnosis, day) && matches(diagnosis, text, wanted))
    .slice(0, most);
};
