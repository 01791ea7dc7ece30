import { auxiliaries, personVerbs, setOf } from "#domain/charting/name-words.ts";
import type { TextWord } from "#domain/charting/text-words.ts";

type Word = TextWord | undefined;

/** Past tenses that are not made with -ed and are no participles: with them somebody did something. */
const irregular = setOf(
  "swore threw wore fell grew ran shook tore woke broke forgot forgave fled rang swam sang drove froze",
);
/** The same as their participle: a bill paid is a thing, `Bill paid his rent` is somebody. */
const irregularWithObject = setOf(
  "put hurt held found paid sent spent taught bought caught built won hung shut set cut let hid dug meant",
);
const objects = setOf("a an the his her their my our it that this two three no some another");
const likings = setOf(
  "hopes needs likes loves hates fears pays goes wishes trusts hears feels cares worries",
);
const agents = setOf("by with through from");

/** Ends as a regular past tense does: walked, planned, translated; not need, and not agreed, which is listed. */
const isPast = (word: string): boolean => word.length > 4 && /[^e]ed$/u.test(word);

/**
 * Whether the word after a name is something that people do: a listed verb, or any past tense that is not a participle
 * ("shared by the group" tells of what was shared).
 */
export const isDeed = (after: Word, afterThat: Word): boolean => {
  if (after === undefined || !after.followsDirectly) return false;
  const then = afterThat?.folded ?? "";
  if (personVerbs.has(after.folded) || irregular.has(after.folded) || likings.has(after.folded))
    return then !== "by";
  if (irregularWithObject.has(after.folded)) return objects.has(then);
  return !after.isCapitalized && isPast(after.folded) && !agents.has(then);
};

const modals = setOf("will may can");

/** `Bill will`, `Will may`: a noun without an article does not stand before a modal. */
export const isBeforeModal = (word: TextWord, after: Word): boolean =>
  after !== undefined &&
  after.followsDirectly &&
  !after.isCapitalized &&
  modals.has(after.folded) &&
  word.isCapitalized;

/** `Rose rose`, `Hope hopes`: no noun is followed by itself. */
export const isEchoed = (word: TextWord, after: Word): boolean =>
  after !== undefined &&
  after.followsDirectly &&
  word.isCapitalized &&
  !after.isCapitalized &&
  after.folded.startsWith(word.folded);

/** `Faith, who`: only people are a who. */
export const isWho = (after: Word): boolean => after?.folded === "who";

/** `"Will, you are …"`: somebody is spoken to. */
export const isSpokenTo = (after: Word): boolean =>
  after !== undefined && !after.followsDirectly && after.folded === "you";

const companions = setOf(`
  his her their a an the one two three four five another other others peers members several some both my our i he she they
  somebody someone everybody all`);

/** `Rich and his wife`, `Bob and a peer`; not `Bob and weave`, `Jack and Coke`. */
export const hasCompanion = (after: Word, afterThat: Word): boolean =>
  after?.folded === "and" && afterThat !== undefined && companions.has(afterThat.folded);

/** `Rose, thorn and bud`: a list of things, of which the first has the capital of the sentence. */
export const isListOfThings = (after: Word, afterThat: Word): boolean =>
  after !== undefined &&
  !after.followsDirectly &&
  !after.isCapitalized &&
  afterThat?.folded === "and" &&
  !auxiliaries.has(after.folded);

/** `May is Mental Health Month`: a month is said to be something with a name. */
export const isNamedMonth = (after: Word, afterThat: Word): boolean =>
  after?.folded === "is" && afterThat !== undefined && afterThat.isCapitalized;

const plurals = setOf("were are have");

/** `Summers were`, `Parks are`: several things, not one person. */
export const isPlural = (word: TextWord, after: Word): boolean =>
  word.folded.endsWith("s") && after !== undefined && plurals.has(after.folded);

/** One letter too much, too few or other, or two that changed places. */
export const isSlip = (one: string, other: string): boolean => {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [
    one.slice(start, one.length - end),
    other.slice(start, other.length - end),
  ];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
};
