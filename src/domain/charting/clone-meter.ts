import type { Finding } from "#domain/charting/guard-finding.ts";
import { foldedWordsOf, wordsOf } from "#domain/charting/text-words.ts";

/** One row's sentence, and what was written of the same person before. */
export interface MeteredRow {
  readonly patientId: string;
  readonly sentence: string;
  readonly earlier: readonly string[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How much of a row is its own. */
export interface RowMeter {
  readonly patientId: string;
  /** 0 to 1: how alike the row that is most alike is, and whose it is. */
  readonly inGroup: number;
  readonly alikePatientId: string | null;
  /** The same against this person's earlier notes. */
  readonly toEarlier: number;
  /** The words that stand in no other row and in no earlier note: what makes the row this person's. */
  readonly individual: readonly Span[];
}

/** From here on a row is asked about, and from here on it is not signed as it stands. */
export const cloneLimits = { warn: 0.7, hold: 0.95, fewestWords: 4 } as const;

/** A sentence as pieces: its words and pairs of neighbouring words, as the numbers of a vocabulary, each as often as it stands. */
interface Bag {
  readonly words: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly pieces: readonly number[];
}

/** Numbers for all pieces of one comparison: numbers are compared many times, their words read once. */
class Vocabulary {
  readonly #words = new Map<string, number>();
  readonly #pieces = new Map<number, number>();

  get size(): number {
    return this.#pieces.size;
  }

  bagOf(words: readonly string[]): Bag {
    const pieces: number[] = [];
    let before = 0;
    for (const word of words) {
      const number = this.#wordOf(word);
      pieces.push(this.#pieceOf(number));
      if (before > 0) pieces.push(this.#pieceOf(before * mostWords + number));
      before = number;
    }
    return { words, known: new Set(words), pieces };
  }

  #pieceOf(piece: number): number {
    const known = this.#pieces.get(piece);
    if (known !== undefined) return known;
    this.#pieces.set(piece, this.#pieces.size);
    return this.#pieces.size - 1;
  }

  /** From 1, so that no pair has the number of a word. */
  #wordOf(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    this.#words.set(word, this.#words.size + 1);
    return this.#words.size;
  }
}

const mostWords = 2 ** 24;

/** How many pieces so many words are. */
const sizeOf = (words: number): number => Math.max(0, words * 2 - 1);

/** Whether words could be so alike to a bag at all: no more pairs are in both than words that stand side by side. */
const couldBeAlike = (one: Bag, words: readonly string[], least: number): boolean => {
  let inBoth = 0;
  for (const word of words) if (one.known.has(word)) inBoth++;
  return 2 * sizeOf(inBoth) >= least * (one.pieces.length + sizeOf(words.length));
};

/** Compares one bag with others: what stands in it is laid out once. */
const likenessTo = (one: Bag, { size }: Vocabulary): ((other: Bag) => number) => {
  const laidOut = new Int32Array(size);
  for (const piece of one.pieces) laidOut[piece] = (laidOut[piece] ?? 0) + 1;
  return ({ pieces }) => {
    if (one.pieces.length === 0 || pieces.length === 0) return 0;
    let inBoth = 0;
    for (const piece of pieces) {
      const left = laidOut[piece] ?? 0;
      if (left > 0) inBoth++;
      laidOut[piece] = left - 1;
    }
    for (const piece of pieces) laidOut[piece] = (laidOut[piece] ?? 0) + 1;
    return (2 * inBoth) / (one.pieces.length + pieces.length);
  };
};

/**
 * How alike two sentences are, 0 to 1: the words and pairs of neighbouring words they have in common (Sørensen and Dice), so
 * that a name or a number put into the same sentence changes little.
 */
export const alikeness = (one: string, other: string): number => {
  const vocabulary = new Vocabulary();
  const [bag, otherBag] = [
    vocabulary.bagOf(foldedWordsOf(one)),
    vocabulary.bagOf(foldedWordsOf(other)),
  ];
  return likenessTo(bag, vocabulary)(otherBag);
};

type Alike = Omit<RowMeter, "individual">;

interface Measured extends Alike {
  readonly bag: Bag;
  /** The words of each earlier note. */
  readonly earlier: readonly (readonly string[])[];
}

/** `least` is the likeness to an earlier note that is asked for: below it any number may be answered that is below it, too. */
const measure = (rows: readonly MeteredRow[], least: number): Measured[] => {
  const vocabulary = new Vocabulary();
  const bags = rows.map((row) => vocabulary.bagOf(foldedWordsOf(row.sentence)));
  const earlierWords = rows.map((row) => row.earlier.map(foldedWordsOf));
  const earlier = bags.map((bag, i) =>
    (earlierWords[i] ?? [])
      .filter((words) => couldBeAlike(bag, words, least))
      .map((words) => vocabulary.bagOf(words)),
  );
  const best = rows.map((): Pick<Alike, "inGroup" | "alikePatientId"> => nobodyAlike);
  const toEarlier = rows.map(() => 0);
  for (const [i, bag] of bags.entries()) {
    const likeness = likenessTo(bag, vocabulary);
    for (const old of earlier[i] ?? []) toEarlier[i] = Math.max(toEarlier[i] ?? 0, likeness(old));
    for (let j = i + 1; j < bags.length; j++) {
      const other = bags[j];
      if (other === undefined) continue;
      const alike = likeness(other);
      for (const [mine, theirs] of [
        [i, j],
        [j, i],
      ] as const) {
        const mark = best[mine];
        if (mark === undefined || alike <= mark.inGroup) continue;
        best[mine] = { inGroup: alike, alikePatientId: rows[theirs]?.patientId ?? null };
      }
    }
  }
  return bags.map((bag, index) => ({
    bag,
    patientId: rows[index]?.patientId ?? "",
    earlier: earlierWords[index] ?? [],
    toEarlier: toEarlier[index] ?? 0,
    ...(best[index] ?? nobodyAlike),
  }));
};

/**
 * Measures every row against all others and against the same person's earlier notes. Copied text is the classic reason why a
 * payer takes money back for group notes, and it tells nobody anything.
 */
export const meterRows = (rows: readonly MeteredRow[]): RowMeter[] => {
  const measured = measure(rows, 0);
  const usedBy = new Map<string, number>();
  for (const { bag } of measured)
    for (const word of bag.known) usedBy.set(word, (usedBy.get(word) ?? 0) + 1);
  return measured.map(({ bag: _, earlier, ...alike }, index) => {
    const before = new Set(earlier.flat());
    return {
      ...alike,
      individual: wordsOf(rows[index]?.sentence ?? "")
        .filter(({ folded }) => usedBy.get(folded) === 1 && !before.has(folded))
        .map(({ start, end }) => ({ start, end })),
    };
  });
};

const nobodyAlike = { inGroup: 0, alikePatientId: null };

const percent = (share: number): number => Math.round(share * 100);

/** What the meter has against signing these rows. */
export const guardClones = (rows: readonly MeteredRow[]): Finding[] => {
  const lengths = new Map(rows.map(({ patientId, sentence }) => [patientId, sentence.length]));
  return measure(rows, cloneLimits.warn).flatMap(({ patientId, inGroup, toEarlier }): Finding[] => {
    const where = {
      patientId,
      field: "sentence",
      start: 0,
      end: lengths.get(patientId) ?? 0,
    } as const;
    const found = (code: "alike-in-group" | "alike-earlier", share: number): Finding[] =>
      share < cloneLimits.warn
        ? []
        : [
            {
              code,
              where,
              values: { percent: percent(share) },
              mend: "say-what-is-theirs",
              weight: share >= cloneLimits.hold ? "hold" : "warn",
            },
          ];
    return [...found("alike-in-group", inGroup), ...found("alike-earlier", toEarlier)];
  });
};
