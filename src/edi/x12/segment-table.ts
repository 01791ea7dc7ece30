import type { Delimiters } from "./delimiters.ts";

/**
 * Many segments of one interchange as places in bytes. Made once, read in place; it is filled anew for the next
 * window, so nothing may be kept that points into it.
 */
export interface SegmentTable {
  bytes: Uint8Array;
  /** The same bytes as text of one character for each byte. */
  text: string;
  /** False where a byte is above 127: then text is decoded where it is asked for. */
  isAscii: boolean;
  delimiters: Delimiters;
  count: number;
  /** Which segment of the file the first of this table is, from 1. */
  firstAt: number;
  /** For each segment its id, packed as {@link packCode} does. */
  ids: Uint32Array;
  /** For each segment the index of its id in `starts`; one entry more than there are segments. */
  first: Uint32Array;
  /** Where each element begins; each segment closes with the place behind its terminator. */
  starts: Uint32Array;
}

/** An id or code of up to three characters as one number; 0 for nothing, -1 for what is longer. */
export const packCode = (code: string): number => {
  if (code.length > 3) return -1;
  let packed = 0;
  for (let step = 0; step < code.length; step++) packed = (packed << 8) | code.charCodeAt(step);
  return packed;
};

/** How many elements stand behind the id of a segment. */
export const elementCount = (table: SegmentTable, segment: number): number =>
  (table.first[segment + 1] ?? 0) - (table.first[segment] ?? 0) - 2;

const utf8 = new TextDecoder("utf-8");
const high = /[^\0-\x7f]/;
const replacement = "\ufffd";

/** Text between two places: UTF-8, or Latin-1 where it is not UTF-8. */
const decode = (table: SegmentTable, from: number, to: number): string => {
  const text = table.text.substring(from, to);
  if (table.isAscii || !high.test(text)) return text;
  const decoded = utf8.decode(table.bytes.subarray(from, to));
  return decoded.includes(replacement) ? text : decoded;
};

/** The text of an element, 1 being the first behind the id (0 is the id); empty where there is none. */
export const elementText = (table: SegmentTable, segment: number, element: number): string => {
  const index = (table.first[segment] ?? 0) + element;
  if (index + 1 >= (table.first[segment + 1] ?? 0)) return "";
  const from = table.starts[index] ?? 0;
  const to = (table.starts[index + 1] ?? 0) - 1;
  if (from >= to) return "";
  return table.isAscii ? table.text.substring(from, to) : decode(table, from, to);
};

/** True where an element is there and not empty. */
export const hasElement = (table: SegmentTable, segment: number, element: number): boolean => {
  const index = (table.first[segment] ?? 0) + element;
  if (index + 1 >= (table.first[segment + 1] ?? 0)) return false;
  return (table.starts[index] ?? 0) < (table.starts[index + 1] ?? 0) - 1;
};

/** A code of up to three characters, or the first component of one, packed as {@link packCode} does. */
export const elementCode = (table: SegmentTable, segment: number, element: number): number => {
  const index = (table.first[segment] ?? 0) + element;
  if (index + 1 >= (table.first[segment + 1] ?? 0)) return 0;
  const { bytes, delimiters } = table;
  const from = table.starts[index] ?? 0;
  const to = (table.starts[index + 1] ?? 0) - 1;
  let packed = 0;
  for (let place = from; place < to; place++) {
    const byte = bytes[place] ?? 0;
    if (byte === delimiters.component) return packed;
    if (place - from === 3) return -1;
    packed = (packed << 8) | byte;
  }
  return packed;
};

/** Where an element begins, within the bytes of the table; where it ends is {@link elementEnd}. Only of elements that are there. */
export const elementStart = (table: SegmentTable, segment: number, element: number): number =>
  table.starts[(table.first[segment] ?? 0) + element] ?? 0;

/** The place behind the last byte of an element. */
export const elementEnd = (table: SegmentTable, segment: number, element: number): number =>
  (table.starts[(table.first[segment] ?? 0) + element + 1] ?? 0) - 1;

/** An element of exactly eight digits as a number; -1 for any other. */
export const elementDigits = (table: SegmentTable, segment: number, element: number): number => {
  const index = (table.first[segment] ?? 0) + element;
  if (index + 1 >= (table.first[segment + 1] ?? 0)) return -1;
  const { bytes, starts } = table;
  const from = starts[index] ?? 0;
  const to = (starts[index + 1] ?? 0) - 1;
  if (to - from !== 8) return -1;
  let value = 0;
  for (let place = from; place < to; place++) {
    const digit = (bytes[place] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
};

/** The components of an element; none where the element is empty. */
export const elementParts = (
  table: SegmentTable,
  segment: number,
  element: number,
): readonly string[] => {
  const index = (table.first[segment] ?? 0) + element;
  const parts: string[] = [];
  if (index + 1 >= (table.first[segment + 1] ?? 0)) return parts;
  const { bytes, text, isAscii, delimiters } = table;
  let from = table.starts[index] ?? 0;
  const to = (table.starts[index + 1] ?? 0) - 1;
  if (from >= to) return parts;
  for (let place = from; place <= to; place++) {
    if (place < to && bytes[place] !== delimiters.component) continue;
    parts.push(isAscii ? text.substring(from, place) : decode(table, from, place));
    from = place + 1;
  }
  return parts;
};

/** The id of a segment. */
export const segmentId = (table: SegmentTable, segment: number): string =>
  elementText(table, segment, 0);

/** Which segment of the file it is, from 1. */
export const placeInFile = (table: SegmentTable, segment: number): number =>
  table.firstAt + segment;
