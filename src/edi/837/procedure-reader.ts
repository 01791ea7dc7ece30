import type { Procedure } from "#edi/837/claim.ts";
import {
  elementEnd,
  elementParts,
  elementStart,
  hasElement,
  type SegmentTable,
} from "#edi/x12/segment-table.ts";

interface ReadProcedure {
  bytes: Uint8Array | undefined;
  from: number;
  length: number;
  procedure: Procedure | null;
}

/** Procedures that were read lately, and where they stand in bytes that are still in sight. */
export type ProcedureMemory = readonly ReadProcedure[];

/** A segment that holds a procedure. */
interface ProcedureSource {
  readonly table: SegmentTable;
  readonly segment: number;
  readonly lately: ProcedureMemory;
}

/** A power of two. */
const mostLately = 32;

/** Of one transaction, so that all of it is divided by the same characters. */
export const procedureMemory = (): ProcedureMemory =>
  Array.from({ length: mostLately }, () => ({
    bytes: undefined,
    from: 0,
    length: 0,
    procedure: null,
  }));

const procedureOf = (parts: readonly string[]): Procedure => {
  const modifiers = parts.slice(2, 6);
  while (modifiers.at(-1) === "") modifiers.pop();
  return {
    kind: parts[0] ?? "",
    code: parts[1] ?? "",
    modifiers,
    description: parts[6] ?? "",
  };
};

const isSame = (bytes: Uint8Array, one: number, other: number, length: number): boolean => {
  for (let place = 0; place < length; place++)
    if (bytes[one + place] !== bytes[other + place]) return false;
  return true;
};

/** Where among those read lately a composite is looked for: by the end of its code and its last modifier. */
const latelyAt = (bytes: Uint8Array, from: number, length: number): number =>
  ((bytes[from + 6] ?? 0) * 3 +
    (bytes[from + 7] ?? 0) * 7 +
    (bytes[from + length - 1] ?? 0) * 11 +
    length) &
  (mostLately - 1);

/** Composite C003; null where the element is empty. The lines of claims say the same few again and again. */
export const readProcedure = (
  { table, segment, lately }: ProcedureSource,
  element: number,
): Procedure | null => {
  if (!hasElement(table, segment, element)) return null;
  const { bytes } = table;
  const from = elementStart(table, segment, element);
  const length = elementEnd(table, segment, element) - from;
  const last = lately[latelyAt(bytes, from, length)];
  if (last?.bytes === bytes && last.length === length && isSame(bytes, last.from, from, length))
    return last.procedure;
  const procedure = procedureOf(elementParts(table, segment, element));
  if (last !== undefined) {
    last.bytes = bytes;
    last.from = from;
    last.length = length;
    last.procedure = procedure;
  }
  return procedure;
};
