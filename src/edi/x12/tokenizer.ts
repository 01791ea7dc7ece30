import { byteWindow, type ByteWindow } from "./byte-window.ts";
import {
  isInterchangeStart,
  lookAhead,
  readInterchangeStart,
  type Delimiters,
} from "./delimiters.ts";
import type { ProblemList } from "./problem.ts";
import { packCode, type SegmentTable } from "./segment-table.ts";
import { sourceBytes } from "./source-bytes.ts";

const windowSize = 32 * 1024;
/** A segment without an end is followed this far; real ones are below a few hundred bytes. */
const longestSegment = 4 * 1024 * 1024;
/** How far into a file the first ISA is looked for. */
const longestPreamble = 64 * 1024;
/** What has to be in sight of an ISA before its delimiters are read. */
const isaSight = 512 + lookAhead;

const latin1 = new TextDecoder("latin1");
const isaId = packCode("ISA");

const emptyTable = (): SegmentTable => ({
  bytes: new Uint8Array(0),
  text: "",
  isAscii: true,
  delimiters: { element: 0x2a, repetition: -1, component: 0x3a, segment: 0x7e },
  count: 0,
  firstAt: 1,
  ids: new Uint32Array(0),
  first: new Uint32Array(0),
  starts: new Uint32Array(0),
});

const makeRoom = (table: SegmentTable, bytes: number): void => {
  if (table.starts.length >= bytes + 4) return;
  table.ids = new Uint32Array(bytes + 4);
  table.first = new Uint32Array(bytes + 4);
  table.starts = new Uint32Array(bytes + 4);
};

/** The place of the next byte that is neither a space, a line break nor another control character. */
const skipNoise = (bytes: Uint8Array, from: number, { element, segment }: Delimiters): number => {
  let place = from;
  for (; place < bytes.length; place++) {
    const byte = bytes[place] ?? 0;
    if (byte > 0x20 || byte === element || byte === segment) break;
  }
  return place;
};

const packId = (bytes: Uint8Array, from: number, to: number): number => {
  if (to - from > 3) return 0;
  let packed = 0;
  for (let place = from; place < to; place++) packed = (packed << 8) | (bytes[place] ?? 0);
  return packed;
};

interface Progress {
  /** The first byte that belongs to no whole segment yet. */
  place: number;
  emptySegments: number;
}

/** Writes whole segments into the table until the bytes or the interchange end. The inner loop of all reading. */
const scan = (table: SegmentTable, from: number): Progress => {
  const { bytes, delimiters, ids, first, starts } = table;
  const { element, segment } = delimiters;
  const length = bytes.length;
  let count = table.count;
  let index = first[count] ?? 0;
  let high = table.isAscii ? 0 : 0x80;
  let emptySegments = 0;
  let begin = from;
  for (;;) {
    begin = skipNoise(bytes, begin, delimiters);
    if (count > 0 && isInterchangeStart(bytes, begin)) break;
    const opened = index;
    starts[index++] = begin;
    let place = begin;
    let byte = -1;
    for (; place < length; place++) {
      byte = bytes[place] ?? 0;
      high |= byte;
      if (byte === element) starts[index++] = place + 1;
      else if (byte === segment) break;
    }
    if (place >= length) {
      index = opened;
      break;
    }
    starts[index++] = place + 1;
    if (place === begin) {
      // A line break that ends segments may well be doubled; any other empty segment is a slip.
      if (segment > 0x20) emptySegments += 1;
      index = opened;
    } else {
      ids[count] = packId(bytes, begin, (starts[opened + 1] ?? 0) - 1);
      first[++count] = index;
    }
    begin = place + 1;
  }
  table.count = count;
  table.isAscii = high < 0x80;
  return { place: begin, emptySegments };
};

const idAt = (table: SegmentTable, segment: number): string => {
  const index = table.first[segment] ?? 0;
  return table.text.substring(table.starts[index] ?? 0, (table.starts[index + 1] ?? 0) - 1);
};

/** Closes the one segment behind the last terminator of a file. */
const closeLast = (table: SegmentTable, from: number): void => {
  const { bytes, delimiters, ids, first, starts } = table;
  let end = bytes.length;
  while (end > from && (bytes[end - 1] ?? 0) <= 0x20) end--;
  if (end <= from) return;
  const opened = first[table.count] ?? 0;
  let index = opened;
  starts[index++] = from;
  for (let place = from; place < end; place++) {
    if ((bytes[place] ?? 0) > 0x7f) table.isAscii = false;
    if (bytes[place] === delimiters.element) starts[index++] = place + 1;
  }
  starts[index++] = end + 1;
  ids[table.count] = packId(bytes, from, (starts[opened + 1] ?? 0) - 1);
  first[++table.count] = index;
};

const findInterchange = (bytes: Uint8Array): number => {
  const end = Math.min(bytes.length, longestPreamble);
  for (let place = 0; place < end; place++) if (isInterchangeStart(bytes, place)) return place;
  return -1;
};

/** The ISA of the interchange that begins at `from`; answers the place behind it, or -1 where it cannot be read. */
const takeIsa = (table: SegmentTable, from: number, problems: ProblemList, at: number): number => {
  const start = readInterchangeStart(table.bytes, from, problems, at);
  if (start === undefined) return -1;
  const { bytes, ids, first, starts } = table;
  table.delimiters = start.delimiters;
  let index = 0;
  starts[index++] = from;
  for (let place = from + 3; place < start.lastElement; place++)
    if (bytes[place] === start.delimiters.element) starts[index++] = place + 1;
  starts[index++] = start.next;
  ids[0] = isaId;
  first[1] = index;
  table.count = 1;
  return start.next;
};

const show = (table: SegmentTable, window: ByteWindow): void => {
  makeRoom(table, window.bytes.length);
  table.bytes = window.bytes;
  table.text = latin1.decode(window.bytes);
};

const skipPreamble = (window: ByteWindow, problems: ProblemList): boolean => {
  window.moveTo(0, longestPreamble + isaSight);
  const found = findInterchange(window.bytes);
  if (found === -1) {
    problems.add("not-x12", "", 0);
    return false;
  }
  let noise = 0;
  for (let place = 0; place < found; place++) if ((window.bytes[place] ?? 0) > 0x20) noise++;
  if (noise > 0) problems.add("bytes-skipped", "", 0, { bytes: noise });
  window.moveTo(found, isaSight);
  return true;
};

interface Reading {
  readonly table: SegmentTable;
  readonly window: ByteWindow;
  readonly problems: ProblemList;
  /** The place in the window that is read next. */
  place: number;
  /** How many bytes have to come into sight before anything is read; 0 where there is enough. */
  wanted: number;
  isDone: boolean;
}

const advance = (reading: Reading): void => {
  reading.window.moveTo(reading.place, reading.wanted);
  reading.place = 0;
  reading.wanted = 0;
  show(reading.table, reading.window);
};

const openInterchange = (reading: Reading): number => {
  const { table, problems } = reading;
  const from = takeIsa(table, reading.place, problems, table.firstAt);
  if (from !== -1) return from;
  const isFirst = table.firstAt === 1;
  problems.add(isFirst ? "not-x12" : "isa-cut", "ISA", isFirst ? 0 : table.firstAt);
  reading.isDone = true;
  return -1;
};

/** What is left in sight holds no whole segment: the end of the file, or a segment that reaches further. */
const leaveRest = (reading: Reading): void => {
  const { table, window, problems, place } = reading;
  const { count, firstAt } = table;
  if (window.isLast) {
    closeLast(table, place);
    if (table.count > count)
      problems.add("terminator-missing", idAt(table, count), firstAt + count);
    reading.isDone = true;
    return;
  }
  reading.wanted = count === 0 ? (window.bytes.length - place) * 2 : isaSight;
  if (reading.wanted <= longestSegment) return;
  problems.add("segment-too-long", "", firstAt, { bytes: window.bytes.length - place });
  reading.isDone = true;
};

/** Fills the table with the segments in sight, as far as they are of one interchange. */
const fill = (reading: Reading): void => {
  const { table, window, problems } = reading;
  if (reading.wanted > 0) advance(reading);
  table.count = 0;
  table.isAscii = true;
  table.first[0] = 0;
  reading.place = skipNoise(window.bytes, reading.place, table.delimiters);
  let from = reading.place;
  if (isInterchangeStart(window.bytes, from)) {
    if (window.bytes.length - from < isaSight && !window.isLast) {
      reading.wanted = isaSight;
      return;
    }
    from = openInterchange(reading);
    if (from === -1) return;
  }
  const { place, emptySegments } = scan(table, from);
  if (emptySegments > 0)
    problems.add("segment-empty", "", table.firstAt + table.count, { segments: emptySegments });
  reading.place = place;
  if (table.count === 0 || !isInterchangeStart(window.bytes, place)) leaveRest(reading);
};

/**
 * Turns the bytes of a file into tables of segments, each within one interchange, in one pass (X12.5 and X12.6 for
 * what divides them). Never throws: what cannot be read is said in `problems`, and the rest is read all the same.
 * The table answered is one and the same, filled anew each time.
 */
export function* segmentTables(
  chunks: Iterable<Uint8Array>,
  problems: ProblemList,
): Generator<SegmentTable> {
  const window = byteWindow(sourceBytes(chunks, problems), windowSize);
  if (!skipPreamble(window, problems)) return;
  const table = emptyTable();
  const reading = { table, window, problems, place: 0, wanted: 0, isDone: false };
  show(table, window);
  while (!reading.isDone) {
    fill(reading);
    if (table.count > 0) yield table;
    table.firstAt += table.count;
  }
}
