import { cleanerFor, type Cleaner } from "./clean-text.ts";
import type { Delimiters } from "./delimiters.ts";
import { elementLimits } from "./element-limits.ts";
import type { ProblemList } from "./problem.ts";
import type { RawSegment } from "./raw-segment.ts";

/** What Stepwell writes with unless a partner asks for others. */
export const usualDelimiters: Delimiters = {
  element: 0x2a,
  repetition: 0x5e,
  component: 0x3a,
  segment: 0x7e,
};

const encoder = new TextEncoder();
/** Text is turned into bytes in pieces of about this length: a short text is cheap to add to. */
const pieceLength = 16 * 1024;

/** Writes segments one behind the other. What cannot be written as it is, is cleaned or named, never written. */
export class SegmentWriter {
  readonly #element: string;
  readonly #component: string;
  readonly #terminator: string;
  readonly #cleaner: Cleaner;
  readonly #problems: ProblemList;
  readonly #pieces: Uint8Array[] = [];
  #text = "";
  #count = 0;

  constructor(delimiters: Delimiters, problems: ProblemList) {
    this.#element = String.fromCharCode(delimiters.element);
    this.#component = String.fromCharCode(delimiters.component);
    this.#terminator = String.fromCharCode(delimiters.segment);
    this.#cleaner = cleanerFor(delimiters);
    this.#problems = problems;
  }

  /** How many segments are written. */
  get count(): number {
    return this.#count;
  }

  /** All that is written so far; nothing can be added afterwards. */
  finish(): Uint8Array {
    this.#flush();
    const bytes = new Uint8Array(this.#pieces.reduce((sum, piece) => sum + piece.length, 0));
    let place = 0;
    for (const piece of this.#pieces.splice(0)) {
      bytes.set(piece, place);
      place += piece.length;
    }
    return bytes;
  }

  /** Adds text that is whole and in order already: the ISA, whose elements are of fixed length. */
  addText(text: string): void {
    this.#text += text;
    this.#count += 1;
  }

  /** Adds a segment; empty elements and components at its end are left out, as X12.6 wants it. */
  add(segment: RawSegment): void {
    const [first] = segment;
    const id = typeof first === "string" ? first : "";
    const limits = elementLimits.get(id);
    this.#count += 1;
    let line = id;
    let owed = "";
    for (let element = 1; element < segment.length; element++) {
      const value = segment[element] ?? "";
      const text =
        typeof value === "string"
          ? this.#cleaned(value, id, element)
          : this.#joined(value, id, element);
      owed += this.#element;
      if (text === "") continue;
      const most = limits?.[element - 1] ?? 0;
      if (most > 0 && text.length > most) this.#sayTooLong(id, element, text.length, most);
      line += owed + text;
      owed = "";
    }
    this.#text += line + this.#terminator;
    if (this.#text.length > pieceLength) this.#flush();
  }

  #flush(): void {
    this.#pieces.push(encoder.encode(this.#text));
    this.#text = "";
  }

  #joined(parts: readonly string[], id: string, element: number): string {
    let joined = "";
    let owed = "";
    for (const part of parts) {
      const text = this.#cleaned(part, id, element);
      if (text !== "") {
        joined += owed + text;
        owed = "";
      }
      owed += this.#component;
    }
    return joined;
  }

  #cleaned(text: string, id: string, element: number): string {
    if (text === "" || this.#cleaner.isClean(text)) return text;
    const cleaned = this.#cleaner.clean(text);
    if (cleaned !== text.trim())
      this.#problems.add("characters-replaced", id, this.#count, {
        element: `${id}${String(element).padStart(2, "0")}`,
      });
    return cleaned;
  }

  #sayTooLong(id: string, element: number, length: number, most: number): void {
    const values = { element: `${id}${String(element).padStart(2, "0")}`, length, most };
    this.#problems.add("value-too-long", id, this.#count, values);
  }
}
