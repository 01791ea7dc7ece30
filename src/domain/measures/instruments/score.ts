import type { Instrument, Item, Trigger } from "#domain/measures/instruments/instrument.ts";

/** The value chosen for each item; what is not there was not answered. */
export type Answers = Readonly<Record<string, number>>;

export interface Scored {
  readonly score: number;
  readonly band: string;
  /** How many scored items were left out and stood in for by the mean of the others. */
  readonly missing: number;
}

/** Why there is no score; it is never guessed, and a missing answer never counts as none. */
export interface NotScored {
  readonly notScoredBecause: "too-many-missing";
  readonly missing: number;
}

const scoredItems = (instrument: Instrument): readonly Item[] =>
  instrument.items.filter((item) => item.isScored);

/** True where this value is one of the item's choices. */
export const isChoice = (item: Item, value: number): boolean =>
  item.choices.some((choice) => choice.value === value);

/**
 * The score of these answers by the instrument's own rule, or why there is none. Values that
 * are no choice of their item count as not given.
 */
export const scoreOf = (instrument: Instrument, answers: Answers): Scored | NotScored => {
  const items = scoredItems(instrument);
  const given = items.flatMap((item) => {
    const value = answers[item.id];
    return value !== undefined && isChoice(item, value) ? [value] : [];
  });
  const missing = items.length - given.length;
  if (missing > instrument.scoring.missingAtMost)
    return { notScoredBecause: "too-many-missing", missing };
  const sum = given.reduce((total, value) => total + value, 0);
  const score = Math.floor((sum * items.length) / given.length + 0.5);
  return { score, band: bandOf(instrument, score), missing };
};

/** The band a score lies in; the bands of an instrument leave no gap. */
export const bandOf = (instrument: Instrument, score: number): string =>
  instrument.bands.find((band) => band.from <= score && score <= band.to)?.code ?? "unknown";

/** What this answer sets off, if anything. */
export const triggerOf = (
  instrument: Instrument,
  itemId: string,
  value: number,
): Trigger | undefined =>
  instrument.triggers.find((trigger) => trigger.itemId === itemId && value >= trigger.atLeast);

/** The items that are asked with these answers, in their order. */
export const itemsAsked = (instrument: Instrument, answers: Answers): readonly Item[] => {
  const highest = Math.max(0, ...scoredItems(instrument).map((item) => answers[item.id] ?? 0));
  return instrument.items.filter((item) => highest >= (item.askedWhenSomeScoredAtLeast ?? 0));
};

export type Change = "remission" | "response" | "better" | "worse" | "steady";

/**
 * What became of a score since the first one, the strongest word that is true: remission, response (half of it gone),
 * better or worse by what means something clinically. Only scores of one instrument and version may be compared.
 */
export const changeOf = (instrument: Instrument, first: number, now: number): Change => {
  const { clinicallyMeaningful, responseShare, remissionBelow } = instrument.change;
  const fallen = first - now;
  if (fallen <= -clinicallyMeaningful) return "worse";
  if (now < remissionBelow && first >= remissionBelow) return "remission";
  if (first > 0 && fallen >= first * responseShare && fallen >= 1) return "response";
  return fallen >= clinicallyMeaningful ? "better" : "steady";
};
