import { TextDecoder } from "node:util";
import { brokenFile } from "#domain/imports/conflict.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What a file turned out to be written in. Known when its first bytes have been read, certain when all have. */
export interface ReadAs {
  encoding: Encoding;
}

const asciiOnly = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

/** By its mark, or by where the zero bytes of its first letter stand. */
const startsAs = (bytes: Uint8Array): { encoding: Encoding; mark: number } => {
  const [one, two, three] = bytes;
  if (one === 0xef && two === 0xbb && three === 0xbf) return { encoding: "utf-8", mark: 3 };
  if (one === 0xff && two === 0xfe) return { encoding: "utf-16le", mark: 2 };
  if (one === 0xfe && two === 0xff) return { encoding: "utf-16be", mark: 2 };
  if (one !== 0 && two === 0) return { encoding: "utf-16le", mark: 0 };
  if (one === 0 && two !== 0) return { encoding: "utf-16be", mark: 0 };
  return { encoding: "utf-8", mark: 0 };
};

const longestCarry = 65_536;

/** The bytes in pieces that end behind a letter of ASCII, so that no letter of several bytes is cut. */
async function* wholeLetters(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let carried = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const all = Buffer.concat([carried, chunk]);
    let end = all.length;
    while (end > 0 && (all[end - 1] ?? 0) >= 0x80) end -= 1;
    // The first bytes are kept together: they say what the file is written in.
    const isTooLittle = end < 4 || all.length - end > longestCarry;
    const cut = isTooLittle && all.length < longestCarry ? 0 : end;
    if (cut > 0) yield all.subarray(0, cut);
    carried = all.subarray(cut);
  }
  if (carried.length > 0) yield carried;
}

const decode = (decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string => {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw brokenFile("mixed-encoding");
  }
};

/** UTF-8 as long as it is; where the first letter outside of ASCII is none, the whole file is Windows-1252. */
class EightBits {
  readonly readAs: ReadAs;
  private hasLetters = false;
  private decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  constructor(readAs: ReadAs) {
    this.readAs = readAs;
  }

  next(bytes: Uint8Array): string {
    if (!this.hasLetters && asciiOnly(bytes)) return Buffer.from(bytes).toString("latin1");
    const isFirst = !this.hasLetters;
    this.hasLetters = true;
    try {
      return this.decoder.decode(bytes);
    } catch {
      if (!isFirst) throw brokenFile("mixed-encoding");
      this.readAs.encoding = "windows-1252";
      this.decoder = new TextDecoder("windows-1252");
      return this.decoder.decode(bytes);
    }
  }
}

async function* sixteenBits(
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  yield decode(decoder, first, true);
  for await (const bytes of rest) yield decode(decoder, bytes, true);
  const last = decode(decoder, new Uint8Array(), false);
  if (last !== "") yield last;
}

async function* written(bytes: AsyncIterable<Uint8Array>, readAs: ReadAs): AsyncGenerator<string> {
  const pieces = wholeLetters(bytes);
  const first = await pieces.next();
  if (first.done === true) return;
  const { encoding, mark } = startsAs(first.value);
  readAs.encoding = encoding;
  const begin = first.value.subarray(mark);
  if (encoding === "utf-8") {
    const eight = new EightBits(readAs);
    yield eight.next(begin);
    for await (const piece of pieces) yield eight.next(piece);
  } else {
    yield* sixteenBits(begin, pieces, encoding);
  }
}

/**
 * The text of a file of unknown encoding, piece by piece: UTF-8 and UTF-16 with or without mark, else Windows-1252. Refuses what
 * is no text.
 */
export async function* textOfBytes(
  bytes: AsyncIterable<Uint8Array>,
  readAs: ReadAs,
): AsyncGenerator<string> {
  for await (const text of written(bytes, readAs)) {
    if (text.includes("\u0000")) throw brokenFile("not-text");
    yield text;
  }
}
