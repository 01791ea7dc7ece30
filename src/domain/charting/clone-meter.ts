import type { Finding } from "#domain/charting/guard-finding.ts";
import { wordsOf } from "#domain/charting/text-words.ts";

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

interface Bag {
  readonly words: ReadonlySet<string>;
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

const bagOf = (text: string): Bag => {
  const words = wordsOf(text).map((word) => word.folded);
  const counts = new Map<string, number>();
  const add = (piece: string) => counts.set(piece, (counts.get(piece) ?? 0) + 1);
  for (const [index, word] of words.entries()) {
    add(word);
    if (index > 0) add(`${words[index - 1]} ${word}`);
  }
  return { words: new Set(words), counts, size: Math.max(0, words.length * 2 - 1) };
};

const likeness = (one: Bag, other: Bag): number => {
  if (one.size === 0 || other.size === 0) return 0;
  const [small, large] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
  let inBoth = 0;
  for (const [piece, count] of small.counts)
    inBoth += Math.min(count, large.counts.get(piece) ?? 0);
  return (2 * inBoth) / (one.size + other.size);
};

/**
 * How alike two sentences are, 0 to 1: the words and pairs of neighbouring words they have in common (Sørensen and Dice), so
 * that a name or a number put into the same sentence changes little.
 */
export const alikeness = (one: string, other: string): number => likeness(bagOf(one), bagOf(other));

/**
 * Measures every row against all others and against the same person's earlier notes. Copied text is the classic reason why a
 * payer takes money back for group notes, and it tells nobody anything.
 */
export const meterRows = (rows: readonly MeteredRow[]): RowMeter[] => {
  const bags = rows.map((row) => bagOf(row.sentence));
  const earlier = rows.map((row) => row.earlier.map(bagOf));
  const usedBy = new Map<string, number>();
  for (const bag of bags)
    for (const word of bag.words) usedBy.set(word, (usedBy.get(word) ?? 0) + 1);
  const best = rows.map((): Pick<RowMeter, "inGroup" | "alikePatientId"> => nobodyAlike);
  for (const [i, bag] of bags.entries())
    for (let j = i + 1; j < bags.length; j++) {
      const other = bags[j];
      if (other === undefined) continue;
      const alike = likeness(bag, other);
      for (const [mine, theirs] of [
        [i, j],
        [j, i],
      ] as const) {
        const mark = best[mine];
        if (mark === undefined || alike <= mark.inGroup) continue;
        best[mine] = { inGroup: alike, alikePatientId: rows[theirs]?.patientId ?? null };
      }
    }
  return rows.map((row, index) => ({
    patientId: row.patientId,
    inGroup: best[index]?.inGroup ?? 0,
    alikePatientId: best[index]?.alikePatientId ?? null,
    toEarlier: Math.max(
      0,
      ...(earlier[index] ?? []).map((old) => likeness(bags[index] ?? old, old)),
    ),
    individual: wordsOf(row.sentence)
      .filter(
        ({ folded }) =>
          usedBy.get(folded) === 1 && !(earlier[index] ?? []).some((old) => old.words.has(folded)),
      )
      .map(({ start, end }) => ({ start, end })),
  }));
};

const nobodyAlike = { inGroup: 0, alikePatientId: null };

const percent = (share: number): number => Math.round(share * 100);

/** What the meter has against signing these rows. */
export const guardClones = (rows: readonly MeteredRow[]): Finding[] => {
  const lengths = new Map(rows.map(({ patientId, sentence }) => [patientId, sentence.length]));
  return meterRows(rows).flatMap(({ patientId, inGroup, toEarlier }): Finding[] => {
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
