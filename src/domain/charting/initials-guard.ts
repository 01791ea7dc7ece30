import type { Finding } from "#domain/charting/guard-finding.ts";
import type { GuardedText } from "#domain/charting/guarded-text.ts";
import { abbreviations, auxiliaries, personVerbs } from "#domain/charting/name-words.ts";
import type { RosterTerms } from "#domain/charting/roster-names.ts";

const dotted = /(?<![\p{L}.])(\p{Lu})\. ?(\p{Lu})(?:\.(?!\p{Lu}\.)|(?![\p{L}.]))/gu;
const undotted = /(?<![\p{L}\p{N}.&/-])(\p{Lu})(\p{Lu})(?![\p{L}\p{N}&/-])/gu;
const single = /(?<![\p{L}.])(\p{Lu})\.(?= +(\p{Ll}+))/gu;
const givenAndLetter =
  /(?<=\b(?:with|to|told|asked|by|from|and|thanked|peer|member) )(\p{Lu})\.(?=[\s,;)]|$)/gu;

/** Every form of initials has two capitals side by side, or a capital before a full stop: most texts have neither. */
const maybeInitials = /\p{Lu}[.\p{Lu}]/u;

const personal = (word: string): boolean => personVerbs.has(word) || auxiliaries.has(word);
/** Written with dots, and still nobody's. */
const neverInitials = new Set(["AA", "NA", "AM", "PM", "US", "UK", "UN", "DC", "IV", "MD", "RN"]);
const notAnInitial =
  /(?:vitamin|hepatitis|plan|group|step|phase|level|type|part|section|room|cluster|option|schedule) $/iu;

/** Initials that are those of somebody else on the roster, and are not one of the short words of a clinic. */
export const findInitials = (
  { patientId, field, text }: GuardedText,
  terms: RosterTerms,
): Finding[] => {
  if (!maybeInitials.test(text)) return [];
  const found = new Map<number, Finding>();
  const add = (start: number, end: number, isSomebodys: boolean) => {
    if (!isSomebodys || found.has(start)) return;
    found.set(start, {
      code: "initials-of-other",
      where: { patientId, field, start, end },
      values: { name: text.slice(start, end) },
      mend: patientId === null ? "say-a-member" : "say-a-peer",
      weight: "warn",
    });
  };
  const isPair = (pair: string): boolean => {
    const whom = terms.initials.get(pair);
    return whom !== undefined && (patientId === null || !whom.has(patientId));
  };
  const others = [...terms.initials].filter(
    ([, whom]) => patientId === null || !whom.has(patientId),
  );
  const isFirst = (letter: string): boolean =>
    others.some(([pair]) => pair.startsWith(letter)) &&
    ![...terms.initials].some(
      ([pair, whom]) => patientId !== null && whom.has(patientId) && pair.startsWith(letter),
    );
  for (const match of text.matchAll(dotted)) {
    const [whole, first = "", second = ""] = match;
    add(
      match.index,
      match.index + whole.length,
      isPair(first + second) && !neverInitials.has(first + second),
    );
  }
  for (const match of text.matchAll(undotted)) {
    const [pair] = match;
    add(match.index, match.index + 2, isPair(pair) && !abbreviations.has(pair.toLowerCase()));
  }
  for (const match of text.matchAll(single))
    add(
      match.index,
      match.index + 2,
      personal(match[2] ?? "") &&
        isFirst(match[1] ?? "") &&
        !notAnInitial.test(text.slice(0, match.index)),
    );
  for (const match of text.matchAll(givenAndLetter))
    add(match.index, match.index + 2, isFirst(match[1] ?? ""));
  return [...found.values()];
};
