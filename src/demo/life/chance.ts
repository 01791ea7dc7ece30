/** A number that stands for a text (FNV-1a), stirred so that neighbours lie far apart. */
const stirred = (text: string, start: number): number => {
  let hash = (0x811c9dc5 ^ start) >>> 0;
  for (let place = 0; place < text.length; place++)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** Something and how often it comes among others. */
export type Weighed<Item> = readonly (readonly [item: Item, weight: number])[];

/**
 * Chance that hangs on its question alone: the same seed and the same question come to the same answer, in whatever order they are
 * asked and however often. So a demo that was stopped goes on as if it never had been.
 */
export class Chance {
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** From 0 up to 1, 1 left out. */
  share(...question: readonly (string | number)[]): number {
    return stirred(question.join("|"), this.#seed) / 2 ** 32;
  }

  happens(probability: number, ...question: readonly (string | number)[]): boolean {
    return this.share(...question) < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number, ...question: readonly (string | number)[]): number {
    return low + Math.floor(this.share(...question) * (high - low + 1));
  }

  /** Around 0, two thirds of them within 1 (Box and Muller). */
  around(...question: readonly (string | number)[]): number {
    const first = Math.max(this.share("u", ...question), 1e-9);
    const second = this.share("v", ...question);
    return Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);
  }

  pick<Item>(items: readonly Item[], ...question: readonly (string | number)[]): Item {
    const item = items[Math.floor(this.share(...question) * items.length)];
    if (item === undefined) throw new Error("nothing to choose from");
    return item;
  }

  weighed<Item>(items: Weighed<Item>, ...question: readonly (string | number)[]): Item {
    const all = items.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.share(...question) * all;
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    return this.pick(
      items.map(([item]) => item),
      ...question,
    );
  }
}
