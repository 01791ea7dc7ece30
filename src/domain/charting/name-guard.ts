import type { Finding, Mend } from "#domain/charting/guard-finding.ts";
import { findInitials } from "#domain/charting/initials-guard.ts";
import {
  isAlsoWord,
  isPlace,
  isUsedAsName,
  type NamePlace,
} from "#domain/charting/name-context.ts";
import { isDeed, isSlip } from "#domain/charting/name-grammar.ts";
import type { GuardedText } from "#domain/charting/guarded-text.ts";
import { findPhones } from "#domain/charting/phone-guard.ts";
import type { RosterTerms } from "#domain/charting/roster-names.ts";
import { wordsOf, type TextWord } from "#domain/charting/text-words.ts";

interface Match {
  readonly start: number;
  readonly end: number;
  readonly whom: ReadonlySet<string>;
  readonly isFullName: boolean;
}

const isAnothers = (
  whom: ReadonlySet<string> | undefined,
  own: string | null,
): whom is ReadonlySet<string> => whom !== undefined && (own === null || !whom.has(own));

/** Names of two or three letters are read only with a capital: `al` is far more often a slip than somebody. */
const shortest = 3;

const shortestWithSlip = 6;

/** Whom a name with a slip of one letter may mean, where it does what people do: `Siobahn asked`. */
const slippedName = (
  words: readonly TextWord[],
  index: number,
  terms: RosterTerms,
  own: string | null,
): ReadonlySet<string> | undefined => {
  const word = words[index];
  if (word === undefined || !word.isCapitalized || word.folded.length < shortestWithSlip)
    return undefined;
  if (terms.first.has(word.folded) || terms.family.has(word.folded)) return undefined;
  if (!isDeed(words[index + 1], words[index + 2])) return undefined;
  for (const [name, whom] of [...terms.first, ...terms.family])
    if (name.length >= shortestWithSlip && name[0] === word.folded[0] && isSlip(name, word.folded))
      return isAnothers(whom, own) ? whom : undefined;
  return undefined;
};

const articles = new Set(["a", "an", "the"]);

const matchAt = (
  words: readonly TextWord[],
  index: number,
  terms: RosterTerms,
  own: string | null,
): Match | undefined => {
  const word = words[index];
  if (word === undefined) return undefined;
  const parts = [word.folded, ...word.halves];
  const whomOf = (map: RosterTerms["first"]) =>
    parts.map((part) => map.get(part)).find((whom) => isAnothers(whom, own));
  const whom =
    whomOf(terms.first) ??
    whomOf(terms.family) ??
    whomOf(terms.called) ??
    slippedName(words, index, terms, own);
  if (whom === undefined) return undefined;
  const place: NamePlace = {
    word,
    before: words[index - 1],
    beforeThat: words[index - 2],
    after: words[index + 1],
    afterThat: words[index + 2],
    isRosterName: (other) => terms.first.has(other.folded) || terms.family.has(other.folded),
  };
  const next = words[index + 1];
  const family =
    next === undefined || !next.followsDirectly ? undefined : terms.family.get(next.folded);
  const isFullName =
    next !== undefined &&
    next.isCapitalized &&
    family !== undefined &&
    [...whom].some((id) => family.has(id));
  if (isFullName) return { start: word.start, end: next.end, whom, isFullName };
  if (word.folded.length <= shortest && !word.isCapitalized && !isAlsoWord(word.folded))
    return undefined;
  if (isPlace(place)) return undefined;
  // "A teddy bear", "the freeman exercise": in small letters after an article it is the thing.
  if (
    !word.isCapitalized &&
    !word.isAllCapitals &&
    word.followsDirectly &&
    articles.has(words[index - 1]?.folded ?? "")
  )
    return undefined;
  if (isAlsoWord(word.folded) && !isUsedAsName(place)) return undefined;
  return { start: word.start, end: word.end, whom, isFullName };
};

const unspacedMatches = (text: string, terms: RosterTerms, own: string | null): Match[] => {
  const found: Match[] = [];
  for (const [name, whom] of terms.unspaced) {
    if (name.length < 2 || !isAnothers(whom, own)) continue;
    for (
      let start = text.indexOf(name);
      start !== -1;
      start = text.indexOf(name, start + name.length)
    )
      found.push({ start, end: start + name.length, whom, isFullName: false });
  }
  return found;
};

const mendOf = (patientId: string | null): Mend =>
  patientId === null ? "say-a-member" : "say-a-peer";

const findNames = ({ patientId, field, text }: GuardedText, terms: RosterTerms): Finding[] => {
  const words = wordsOf(text);
  const matches = unspacedMatches(text, terms, patientId);
  for (let index = 0; index < words.length; index++) {
    const match = matchAt(words, index, terms, patientId);
    if (match === undefined) continue;
    matches.push(match);
    if (match.isFullName) index++;
  }
  return matches.map(({ start, end, whom, isFullName }) => ({
    code: "name-of-other",
    where: { patientId, field, start, end },
    values: { name: text.slice(start, end), people: whom.size },
    mend: mendOf(patientId),
    weight: isFullName ? "hold" : "warn",
  }));
};

/**
 * Finds everybody else in a text that goes into somebody's chart: names, nicknames, initials and telephones of the roster (42 CFR
 * 2.13: that a person attends at all is protected). In a person's own part their own name may stand.
 */
export const guardNames = (texts: readonly GuardedText[], terms: RosterTerms): Finding[] =>
  texts.flatMap((text) => {
    const names = findNames(text, terms);
    const taken = (start: number) =>
      names.some(({ where }) => where.start <= start && start < where.end);
    const rest = [...findInitials(text, terms), ...findPhones(text, terms)].filter(
      ({ where }) => !taken(where.start),
    );
    return [...names, ...rest].toSorted((one, other) => one.where.start - other.where.start);
  });
