import type { ProblemList } from "./problem.ts";

const encoder = new TextEncoder();

/** `utf-16le` or `utf-16be` where the first bytes say so, by a mark or by every other byte being empty. */
const wideEncoding = (head: Uint8Array): string | undefined => {
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0x49 && b === 0 && c === 0x53 && d === 0) return "utf-16le";
  if (a === 0 && b === 0x49 && c === 0 && d === 0x53) return "utf-16be";
  return undefined;
};

function* narrowed(chunks: Iterable<Uint8Array>, encoding: string): Generator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}

function* chained(head: Uint8Array, rest: Iterator<Uint8Array>): Generator<Uint8Array> {
  yield head;
  for (let next = rest.next(); next.done !== true; next = rest.next()) yield next.value;
}

/** Reads on until four bytes are there, enough to tell the encoding. */
const headOf = (rest: Iterator<Uint8Array>): Uint8Array => {
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < 4) {
    const next = rest.next();
    if (next.done === true) return head;
    if (head.length === 0) {
      head = next.value;
      continue;
    }
    const joined = new Uint8Array(head.length + next.value.length);
    joined.set(head);
    joined.set(next.value, head.length);
    head = joined;
  }
  return head;
};

/** The bytes of a file without a byte order mark, UTF-16 turned into UTF-8; either is said. */
export function* sourceBytes(
  chunks: Iterable<Uint8Array>,
  problems: ProblemList,
): Generator<Uint8Array> {
  const rest = chunks[Symbol.iterator]();
  const head = headOf(rest);
  const encoding = wideEncoding(head);
  if (encoding !== undefined) {
    problems.add("utf-16", "", 0);
    yield* narrowed(chained(head, rest), encoding);
    return;
  }
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  if (hasMark) problems.add("byte-order-mark", "", 0);
  yield* chained(hasMark ? head.subarray(3) : head, rest);
}
