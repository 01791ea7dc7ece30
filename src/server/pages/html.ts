/** Markup that is safe to send: made by `html` alone, never out of a plain string. */
export class Html {
  readonly #text: string;
  constructor(text: string, maker: typeof key) {
    if (maker !== key) throw new Error("markup is made by html`…`");
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}
const key = Symbol("html");

export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/** Where a value stands in the markup around it. */
type Place = "text" | "tag" | "attribute" | "address";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (value: string): string => value.replace(/[&<>"']/g, (sign) => entities[sign] ?? "");

const next = (place: Place, sign: string): Place => {
  if (place === "text") return sign === "<" ? "tag" : "text";
  if (place === "tag") return sign === ">" ? "text" : sign === '"' ? "attribute" : "tag";
  return sign === '"' ? "tag" : place;
};

const placesOf = (strings: readonly string[]): readonly Place[] => {
  let place: Place = "text";
  const places = strings.map((chunk) => {
    for (const sign of chunk) place = next(place, sign);
    const isAddress = place === "attribute" && /\b(?:href|src|action)="$/.test(chunk);
    return isAddress ? "address" : place;
  });
  if (place !== "text") throw new Error("markup ends inside of a tag");
  return places.slice(0, -1);
};

const known = new WeakMap<TemplateStringsArray, readonly Place[]>();
const placesIn = (strings: TemplateStringsArray): readonly Place[] => {
  const places = known.get(strings) ?? placesOf(strings);
  known.set(strings, places);
  return places;
};

/** Own pages, and what a phone can dial or write to. Never a scheme that runs something, never `//host`. */
const address = /^(?:[#?]|\/(?![/\\])|https?:|tel:|sms:)/;

const write = (piece: Piece, place: Place | undefined): string => {
  if (piece === null || piece === undefined || piece === false) return "";
  if (Array.isArray(piece)) return piece.map((one: Piece) => write(one, place)).join("");
  if (piece instanceof Html) {
    if (place === "attribute" || place === "address")
      throw new Error("markup inside of an attribute");
    return piece.toString();
  }
  const text = String(piece);
  if (place === "tag") throw new Error("a value in a tag stands in double quotes");
  if (place === "address" && !address.test(text)) throw new Error("not an address a page may name");
  return escape(text);
};

/**
 * Markup with every value escaped where it stands. What cannot be made safe is refused: a value in a tag outside
 * of double quotes, markup inside of an attribute, an address with a scheme of its own.
 */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html => {
  const places = placesIn(strings);
  const text = strings.map((chunk, index) => chunk + write(pieces[index], places[index])).join("");
  return new Html(text, key);
};
