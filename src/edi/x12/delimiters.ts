import type { ProblemList } from "./problem.ts";

/** The bytes that divide one interchange. `repetition` is -1 where the version has none. */
export interface Delimiters {
  readonly element: number;
  readonly repetition: number;
  readonly component: number;
  readonly segment: number;
}

/** What the first segment of an interchange says of its delimiters, and where its data ends. */
interface InterchangeStart {
  readonly delimiters: Delimiters;
  /** The place of ISA16; its one byte is the last of the segment. Equal to `next - 2` unless ISA16 is missing. */
  readonly lastElement: number;
  /** The place behind the terminator. */
  readonly next: number;
}

const fixedLength = 106;
/** An ISA in disorder is followed this far and no further. */
const longestIsa = 400;
/** How far ahead the delimiters are compared with the data. */
export const lookAhead = 4096;

const colon = 0x3a;

const isAlphanumeric = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x61 && byte <= 0x7a);

/** True where `ISA` and a byte that can divide elements stand at `from`. */
export const isInterchangeStart = (bytes: Uint8Array, from: number): boolean =>
  bytes[from] === 0x49 &&
  bytes[from + 1] === 0x53 &&
  bytes[from + 2] === 0x41 &&
  bytes[from + 3] !== undefined &&
  !isAlphanumeric(bytes[from + 3] ?? 0);

const separatorsOf = (bytes: Uint8Array, from: number): readonly number[] => {
  const element = bytes[from + 3];
  const places: number[] = [];
  const end = Math.min(bytes.length, from + longestIsa);
  for (let place = from + 3; place < end && places.length < 16; place++)
    if (bytes[place] === element) places.push(place);
  return places;
};

const skipSpace = (bytes: Uint8Array, from: number): number => {
  let place = from;
  while (place < bytes.length && (bytes[place] ?? 0) <= 0x20) place++;
  return place;
};

const followers = ["GS", "TA1", "IEA", "ISA"];
const startsSegment = (bytes: Uint8Array, from: number, element: number): boolean => {
  const place = skipSpace(bytes, from);
  return followers.some((id) => {
    for (let step = 0; step < id.length; step++)
      if (bytes[place + step] !== id.charCodeAt(step)) return false;
    return bytes[place + id.length] === element;
  });
};

/** ISA16 and the terminator: one byte each; where ISA16 is missing, the next segment begins one byte earlier. */
const tailOf = (bytes: Uint8Array, last: number, element: number): InterchangeStart | undefined => {
  const component = bytes[last + 1];
  const segment = bytes[last + 2];
  if (component === undefined) return undefined;
  const withoutIsa16 =
    !startsSegment(bytes, last + 3, element) && startsSegment(bytes, last + 2, element);
  if (withoutIsa16)
    return {
      delimiters: { element, repetition: -1, component: colon, segment: component },
      lastElement: last + 1,
      next: last + 2,
    };
  if (segment === undefined) return undefined;
  return {
    delimiters: { element, repetition: -1, component, segment },
    lastElement: last + 1,
    next: last + 3,
  };
};

const latin1 = new TextDecoder("latin1");
const textOf = (bytes: Uint8Array, from: number, to: number): string =>
  latin1.decode(bytes.subarray(from, to));

/** The terminator that the data uses: the byte before each `ST`. A line break says nothing: it may be added to anything. */
const terminatorInData = (bytes: Uint8Array, start: InterchangeStart): number => {
  const { element, segment } = start.delimiters;
  if (segment !== 0x0a && segment !== 0x0d) return segment;
  const text = textOf(bytes, start.next, Math.min(bytes.length, start.next + lookAhead));
  const separator = String.fromCharCode(element);
  const place = text.indexOf(`ST${separator}`);
  const before = text.slice(0, Math.max(place, 0)).trimEnd().at(-1);
  const isUsed = before !== undefined && /[^A-Za-z0-9\s]/.test(before) && before !== separator;
  return isUsed ? before.charCodeAt(0) : segment;
};

const compositePlaces: Readonly<Record<string, number>> = {
  CLM: 5,
  SV1: 1,
  SV2: 2,
  SVC: 1,
  STC: 1,
  HI: 1,
  UM: 4,
};

/** The component separator that composites in the data use, or -1 where no composite is near enough to tell. */
const componentInData = (bytes: Uint8Array, start: InterchangeStart): number => {
  const { element, segment, component } = start.delimiters;
  const text = textOf(bytes, start.next, Math.min(bytes.length, start.next + lookAhead));
  const terminator = String.fromCharCode(segment);
  const separator = String.fromCharCode(element);
  for (let from = 0, to = 0; to !== -1; from = to + 1) {
    to = text.indexOf(terminator, from);
    const elements = text.slice(from, to === -1 ? undefined : to).split(separator);
    const id = (elements[0] ?? "").trimStart();
    if (id === "ISA") return -1;
    const place = compositePlaces[id];
    const value = place === undefined ? undefined : elements[place];
    if (value === undefined || value === "") continue;
    if (value.includes(String.fromCharCode(component))) return component;
    const divider = /^[A-Z0-9]+([:>|<^\\!_&])[A-Z0-9]/.exec(value)?.[1];
    if (divider !== undefined) return divider.charCodeAt(0);
  }
  return -1;
};

const repetitionOf = (
  bytes: Uint8Array,
  separators: readonly number[],
  problems: ProblemList,
  at: number,
): number => {
  const byte = bytes[(separators[10] ?? 0) + 1] ?? 0;
  const version = textOf(bytes, (separators[11] ?? 0) + 1, separators[12] ?? 0);
  if (version < "00402") return -1;
  if (!isAlphanumeric(byte) && byte > 0 && byte !== 0x20) return byte;
  problems.add("repetition-missing", "ISA", at, { said: String.fromCharCode(byte) });
  return -1;
};

const settle = (
  bytes: Uint8Array,
  start: InterchangeStart,
  problems: ProblemList,
  at: number,
): Delimiters => {
  const said = start.delimiters;
  const segment = terminatorInData(bytes, start);
  if (segment !== said.segment)
    problems.add("terminator-contradicted", "ISA", at, { used: String.fromCharCode(segment) });
  if (isAlphanumeric(segment) || segment === said.element)
    problems.add("delimiter-odd", "ISA", at, { delimiter: String.fromCharCode(segment) });
  const others = [said.element, said.repetition, segment];
  const isAlike = others.includes(said.component) || isAlphanumeric(said.component);
  const used = componentInData(bytes, start);
  if (used !== -1 && used !== said.component) {
    problems.add("component-contradicted", "ISA", at, {
      said: String.fromCharCode(said.component),
      used: String.fromCharCode(used),
    });
    return { ...said, segment, component: used };
  }
  if (!isAlike) return { ...said, segment };
  problems.add("delimiters-alike", "ISA", at, { said: String.fromCharCode(said.component) });
  return { ...said, segment, component: used === -1 ? colon : used };
};

/**
 * Reads the delimiters of an interchange off its ISA segment (X12.5: a fixed 106 bytes; element separator behind
 * the id, repetition separator ISA11, component separator ISA16, terminator behind it). An ISA of another length
 * is followed by its separators; data that contradicts it wins, and what was wrong is said.
 * Answers nothing where there are not sixteen elements.
 */
export const readInterchangeStart = (
  bytes: Uint8Array,
  from: number,
  problems: ProblemList,
  at: number,
): InterchangeStart | undefined => {
  const element = bytes[from + 3] ?? 0;
  const separators = separatorsOf(bytes, from);
  const last = separators[15];
  if (last === undefined) return undefined;
  const tail = tailOf(bytes, last, element);
  if (tail === undefined) return undefined;
  if (tail.next - from !== fixedLength)
    problems.add("isa-length", "ISA", at, { length: tail.next - from, fixed: fixedLength });
  const repetition = repetitionOf(bytes, separators, problems, at);
  const start = { ...tail, delimiters: { ...tail.delimiters, repetition } };
  return { ...start, delimiters: settle(bytes, start, problems, at) };
};
