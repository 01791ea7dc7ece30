/** Words that deny what follows them in their clause, lists and all: `denies SI, HI and self-harm`. */
const denying =
  /\b(?:denie[sd]|denying|denial\s+of|negative\s+for|free\s+of|rules?\s+out|ruled\s+out)\b/giu;

/** Words that deny what stands directly after them. */
const without =
  /\b(?:no|not|never|none|nor|neither|without|isn't|wasn't|doesn't|didn't|don't|hasn't|no\s+longer)\b(?!\s+(?:stop|den(?:y|ie)|sure|able\s+to\s+stop|rul(?:e|ed)\s+out))/giu;

const tellers =
  "(?:he|she|they|i|it|said|says|told|tells|reports?|reported|stated|states|admits?|admitted|spoke|speaks|wrote|wants?|wanted|wish(?:es|ed)?|thinks?|feels?|felt|hopes?|talks?|talked|described|named|plans?|still|has|is|was|would|does|did)";

/** Where a denial ends: another clause begins, in which somebody says or wants something. */
const clauseEnds = new RegExp(
  `[.;:!?\\n]|\\b(?:but|however|although|though|yet|except|because|until|then|while|when|after)\\b|(?:,|\\band)\\s+(?:and\\s+)?${tellers}\\b`,
  "iu",
);

/** How many words may stand between `no` and what it denies: `no current thoughts of`. */
const nearWords = 6;

const wordsIn = (text: string): number => text.match(/[\w']+/gu)?.length ?? 0;

/** `wants` in `Denied a lapse, wants to die` begins the clause, so the first word of what was found is looked at too. */
const reaches = (text: string, from: number, start: number): boolean => {
  const firstWord = /^[\w']+/u.exec(text.slice(start))?.[0] ?? "";
  return !clauseEnds.test(text.slice(from, start + firstWord.length));
};

const isDeniedBefore = (text: string, start: number): boolean => {
  const before = text.slice(0, start);
  const endsOf = (pattern: RegExp): number[] =>
    Array.from(before.matchAll(pattern), ({ 0: word, index }) => index + word.length);
  return (
    endsOf(denying).some((end) => reaches(text, end, start)) ||
    endsOf(without).some((end) => {
      const between = text.slice(end, start);
      return wordsIn(between) <= nearWords && !between.includes(",") && reaches(text, end, start);
    })
  );
};

/** `SI/HI: none`, `suicidal thoughts were denied`: nothing but such words between, and a thing, not what somebody wants. */
const deniedAfter =
  /^(?:\s|[,:/-]|\b(?:thoughts?|ideation|intent|urges?|behaviors?|or|and|si|hi|self-harm|suicidal|homicidal|was|were|is|are|both|all|asked|about)\b)*\b(?:denied|none|absent|negative|no|not\s+(?:present|endorsed|reported))\b(?!\s+(?:(?:current|active|specific|clear|stated)\s+)?(?:a|any|his|her|their|plans?|intent|intention|means|method|access|attempts?)\b)/iu;

const isWish = (found: string): boolean =>
  /^(?:want|wish|hop|think|thought|ready|rather)/iu.test(found);

/** Whether what was found at `start` to `end` is denied where it stands. */
export const isDenied = (text: string, start: number, end: number): boolean =>
  isDeniedBefore(text, start) ||
  (!isWish(text.slice(start, end)) && deniedAfter.test(text.slice(end)));

const askedAndDenied = /\basked\b[^.;\n]*?\bdenie[sd]\b(?:(?!\b(?:but|still|and)\b)[^.;,\n])*/giu;
const isOfThoughts = /\b(?:suicid|thought|SI\b|HI\b|harm|hurt|dying|die\b|death|wish)/iu;
const isOfMeans = /\b(?:plan|intent|intention|means|method|access|weapon|gun)/iu;

const isOfOther =
  /\b(?:use|used|using|cravings?|drinking|drugs?|alcohol|sleep|problems?|pain|relapse)\b/iu;

/** How many sentences lie between two places of a text. */
const sentencesBetween = (text: string, from: number, to: number): number =>
  text.slice(from, to).match(/[.;!?\n]/gu)?.length ?? 0;

/**
 * `Asked and denied`: said of the thoughts in the same sentence or the one before. To deny a plan, or a drink, is no denial of the
 * thoughts, and what is said after it is said anew.
 */
export const isSaidToBeDenied = (text: string, start: number): boolean =>
  Array.from(text.matchAll(askedAndDenied)).some(({ 0: clause, index }) => {
    const end = index + clause.length;
    const isMeant =
      isOfThoughts.test(clause) || (!isOfMeans.test(clause) && !isOfOther.test(clause));
    return isMeant && start < end && sentencesBetween(text, start, index) <= 1;
  });
