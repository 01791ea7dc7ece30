import { intentions, manners } from "#demo/note-manners.ts";
import { stepsTowards } from "#demo/note-steps.ts";

const { openings } = manners.active;
const middles = stepsTowards["drinking"] ?? [];
const closings = intentions.anybody;

type Parts = readonly [opening: number, middle: number, closing: number];

const all = openings.length * middles.length * closings.length;
/** Prime to the number of sentences, so that a search comes by every one of them. */
const stride = 677;
const remembered = 5;

const partsOf = (number: number): Parts => [
  number % openings.length,
  Math.floor(number / openings.length) % middles.length,
  Math.floor(number / (openings.length * middles.length)) % closings.length,
];

const sharedParts = (one: Parts, other: Parts): number =>
  one.filter((part, place) => part === other[place]).length;

const textOf = ([opening, middle, closing]: Parts): string =>
  `${openings[opening]}; ${middles[middle]}; ${closings[closing]}.`;

/** Finds sentences that share at most one of their three parts with any other of the session and with a person's last notes. */
export class SentenceFinder {
  readonly #ofPerson = new Map<string, readonly Parts[]>();
  #ofSession: Parts[] = [];
  #number = 0;

  nextSession(): void {
    this.#ofSession = [];
  }

  sentenceOf(patientId: string): string {
    const own = this.#ofPerson.get(patientId) ?? [];
    const others = [...own, ...this.#ofSession];
    for (let tried = 0; tried < all; tried++) {
      this.#number = (this.#number + stride) % all;
      const parts = partsOf(this.#number);
      if (others.some((other) => sharedParts(parts, other) > 1)) continue;
      this.#ofSession.push(parts);
      this.#ofPerson.set(patientId, [parts, ...own].slice(0, remembered));
      return textOf(parts);
    }
    throw new Error("every sentence is too much like another");
  }
}
