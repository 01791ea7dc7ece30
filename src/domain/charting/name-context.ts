import {
  auxiliaries,
  determiners,
  goingWords,
  monthNames,
  personVerbs,
  placeNames,
  placeOpeners,
  setOf,
  timeOpeners,
  titleWords,
  wordNames,
} from "#domain/charting/name-words.ts";
import {
  hasCompanion,
  isBeforeModal,
  isDeed,
  isEchoed,
  isListOfThings,
  isNamedMonth,
  isPlural,
  isSpokenTo,
  isWho,
} from "#domain/charting/name-grammar.ts";
import type { TextWord } from "#domain/charting/text-words.ts";

/** A word that may be a name, with its neighbours. */
export interface NamePlace {
  readonly word: TextWord;
  readonly before: TextWord | undefined;
  readonly beforeThat: TextWord | undefined;
  readonly after: TextWord | undefined;
  readonly afterThat: TextWord | undefined;
  /** True where a word is a name of somebody on the roster. */
  isRosterName(word: TextWord): boolean;
}

const titles = setOf("mr mrs ms miss dr sr sra");
const joining = setOf("and that when while because but as after before if where with");
const addressing = setOf(
  "with to told by asked from and thanked for supported like helped after while when because that but than about of encouraged heard",
);
const speaking = setOf(
  "said says told asked cried talked spoke laughed mentioned arrived replied agreed nodded relapsed left apologized disclosed smiled interrupted",
);
/** Verbs that look the same after `will` and `may` as after a name. */
const sameAfterModal = setOf("read come become also lead stay");
/** Words that go on after a name but not after an adjective that stands before its noun. */
const goingOn = setOf(
  "and or to for with about in on at by that but as from if who when while because during after before again too both through into",
);

const isVerbOfPerson = ({ after, afterThat }: NamePlace): boolean => isDeed(after, afterThat);

const isAuxiliary = ({ after }: NamePlace): boolean =>
  after !== undefined && after.followsDirectly && auxiliaries.has(after.folded);

/** `Will and Mark`, `Will/Mark`. */
const joinsAnotherName = ({ after, afterThat, isRosterName }: NamePlace): boolean => {
  const other = after?.folded === "and" ? afterThat : after?.followsDirectly ? undefined : after;
  return other !== undefined && other.isCapitalized && isRosterName(other);
};

/** What tells of a person whatever the name means besides. */
const isPerson = (place: NamePlace): boolean => {
  const { word, after, afterThat } = place;
  return (
    isWho(after) ||
    isSpokenTo(after) ||
    isEchoed(word, after) ||
    joinsAnotherName(place) ||
    (after?.folded === "and" && ["his", "her"].includes(afterThat?.folded ?? ""))
  );
};

const hasDeterminer = ({ word, before }: NamePlace): boolean =>
  before !== undefined &&
  word.followsDirectly &&
  determiners.has(before.folded) &&
  !(word.isCapitalized && ["that", "this", "what", "which", "such", "of"].includes(before.folded));

const isTitle = ({ word, before, after, isRosterName }: NamePlace): boolean => {
  if (
    after !== undefined &&
    after.followsDirectly &&
    after.isCapitalized &&
    titleWords.has(after.folded)
  )
    return true;
  return (
    wordNames.mass.has(word.folded) &&
    ((before !== undefined &&
      word.followsDirectly &&
      before.isCapitalized &&
      !before.opensSentence &&
      !isRosterName(before)) ||
      false)
  );
};

/** "Hope and Healing", "Grace & Grit": two capitals around an and, of which one is nobody here. */
const isPairOfTitle = ({
  word,
  before,
  beforeThat,
  after,
  afterThat,
  isRosterName,
}: NamePlace): boolean =>
  wordNames.mass.has(word.folded) &&
  ((after?.folded === "and" && afterThat?.isCapitalized === true && !isRosterName(afterThat)) ||
    (before?.folded === "and" &&
      beforeThat?.isCapitalized === true &&
      !isRosterName(beforeThat) &&
      !beforeThat.opensSentence));

const isMonth = ({ word, before, after, afterThat }: NamePlace): boolean => {
  if (!monthNames.has(word.folded)) return false;
  if (isNamedMonth(after, afterThat)) return true;
  if (after !== undefined && after.followsDirectly && /^\d/u.test(after.folded)) return true;
  if (
    ["and", "or", "to", "through"].includes(after?.folded ?? "") &&
    /^(?:january|february|march|july|september|october|november|december)$/u.test(
      afterThat?.folded ?? "",
    )
  )
    return true;
  if (before?.folded === "from" && ["on", "to", "until"].includes(after?.folded ?? "")) return true;
  return (
    before !== undefined &&
    word.followsDirectly &&
    timeOpeners.has(before.folded) &&
    before.folded !== "from" &&
    before.folded !== "for"
  );
};

/** True where a name that is also a place stands for the place. */
export const isPlace = ({ word, before, beforeThat, after }: NamePlace): boolean => {
  if (!placeNames.has(word.folded) || before === undefined || !word.followsDirectly) return false;
  if (word.isPossessive) return false;
  if (after !== undefined && after.followsDirectly && personVerbs.has(after.folded)) return false;
  if (placeOpeners.has(before.folded) && before.folded !== "from" && before.folded !== "of")
    return true;
  if (before.folded === "from")
    return (
      beforeThat === undefined ||
      ![
        "feedback",
        "support",
        "call",
        "text",
        "message",
        "note",
        "word",
        "words",
        "question",
        "comment",
        "letter",
        "challenge",
        "encouragement",
        "help",
        "apology",
      ].includes(beforeThat.folded)
    );
  return before.folded === "to" && goingWords.has(beforeThat?.folded ?? "");
};

const opensAsName = (place: NamePlace): boolean => {
  const { word, after, afterThat } = place;
  if (isPlural(word, after)) return false;
  if (isPerson(place)) return true;
  if (wordNames.modal.has(word.folded))
    return (
      (isVerbOfPerson(place) && !sameAfterModal.has(place.after?.folded ?? "")) ||
      (isAuxiliary(place) &&
        ["was", "is", "has", "had", "were", "did", "does", "didn", "wasn", "isn"].includes(
          place.after?.folded ?? "",
        ))
    );
  if (isVerbOfPerson(place)) return true;
  if (wordNames.mass.has(word.folded)) return false;
  if (isAuxiliary(place) || isBeforeModal(word, after)) return true;
  // A countable noun does not stand alone before a comma or somebody else; somebody's name does.
  return (
    wordNames.countable.has(word.folded) &&
    after !== undefined &&
    (hasCompanion(after, afterThat) ||
      (!after.followsDirectly && !after.opensSentence && !isListOfThings(after, afterThat)))
  );
};

const isNameInside = (place: NamePlace): boolean => {
  const { word, before, after } = place;
  if (isTitle(place) || isPairOfTitle(place)) return false;
  if (!wordNames.adjective.has(word.folded) || after === undefined || !after.followsDirectly)
    return true;
  if (after.isCapitalized || personVerbs.has(after.folded) || auxiliaries.has(after.folded))
    return true;
  return (
    goingOn.has(after.folded) ||
    (before !== undefined && ["told", "asked", "thanked"].includes(before.folded))
  );
};

const isNameInLowerCase = (place: NamePlace): boolean => {
  const { word, before, after, afterThat } = place;
  if (after === undefined || !after.followsDirectly || afterThat?.folded === "by") return false;
  const standsFree =
    word.opensSentence || !word.followsDirectly || joining.has(before?.folded ?? "");
  if (wordNames.modal.has(word.folded))
    return (
      personVerbs.has(after.folded) &&
      !sameAfterModal.has(after.folded) &&
      /ed$|^(?:said|told|spoke|felt|left|came|went|gave|sat|cried)$/u.test(after.folded)
    );
  return standsFree && speaking.has(after.folded);
};

/** True for a name that is also a word, where only the context can tell. */
export const isAlsoWord = (name: string): boolean =>
  isWordName(name) || (name.endsWith("s") && isWordName(name.slice(0, -1)));

const isWordName = (name: string): boolean =>
  wordNames.modal.has(name) ||
  wordNames.mass.has(name) ||
  wordNames.countable.has(name) ||
  wordNames.adjective.has(name);

/**
 * Whether a word that is a name on the roster is used as a name here. A capital inside a sentence speaks for it; at the beginning
 * the grammar decides: `Will shared` is somebody, `Will call` and `Hope was the theme` are not.
 */
export const isUsedAsName = (place: NamePlace): boolean => {
  const { word, before } = place;
  if (
    before !== undefined &&
    titles.has(before.folded) &&
    !word.isAllCapitals &&
    word.isCapitalized
  )
    return true;
  if (hasDeterminer(place)) return false;
  if (word.isAllCapitals)
    return speaking.has(place.after?.folded ?? "") || (word.opensSentence && isVerbOfPerson(place));
  if (!word.isCapitalized) return isNameInLowerCase(place);
  if (isVerbOfPerson(place) && !sameAfterModal.has(place.after?.folded ?? "")) return true;
  if (isMonth(place)) return false;
  if (word.isPossessive) return !isTitle(place);
  if (word.opensSentence) return opensAsName(place);
  if (
    before !== undefined &&
    addressing.has(before.folded) &&
    !isPairOfTitle(place) &&
    !isTitle(place) &&
    !wordNames.adjective.has(word.folded)
  )
    return true;
  return isNameInside(place);
};
