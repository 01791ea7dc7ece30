import type { Delimiters } from "./delimiters.ts";

/** Letters and marks that are more than a letter with an accent. */
const substitutes: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "Th",
  ı: "i",
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "\u00a0": " ",
};

const accents = /\p{M}/gu;

/** Makes text fit to stand between delimiters. */
export interface Cleaner {
  /** True where text may be written as it is. */
  isClean(text: string): boolean;
  /** The text with accents taken off, and a space for whatever X12 cannot hold or would take for a delimiter. */
  clean(text: string): string;
}

/** A cleaner for one set of delimiters; what is left is of the extended character set of X12 (X12.6, printable ASCII). */
export const cleanerFor = (delimiters: Delimiters): Cleaner => {
  const own = Object.values(delimiters)
    .filter((byte: number) => byte > 0)
    .map((byte: number) => String.fromCharCode(byte).replace(/[\\\]^-]/, "\\$&"))
    .join("");
  const unfit = new RegExp(`[^ -~]|[${own}]|^ | $`);
  const unfitEverywhere = new RegExp(`[^ -~]|[${own}]`, "g");
  return {
    isClean: (text) => !unfit.test(text),
    clean: (text) =>
      Array.from(text.normalize("NFC"), (letter) => substitutes[letter] ?? letter)
        .join("")
        .normalize("NFD")
        .replace(accents, "")
        .replace(unfitEverywhere, " ")
        .replace(/ {2,}/g, " ")
        .trim(),
  };
};
