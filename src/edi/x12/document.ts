import type { Group, Interchange, TransactionHead } from "./envelope-segments.ts";
import { openEnvelope } from "./envelope.ts";
import type { ProblemList } from "./problem.ts";
import { elementCount, elementText, segmentId, type SegmentTable } from "./segment-table.ts";
import { segmentTables } from "./tokenizer.ts";

/** A segment of any transaction: each element as its repetitions, each of them as its components. */
export interface DocumentSegment {
  readonly id: string;
  readonly elements: readonly (readonly (readonly string[])[])[];
}

/** One ST to SE, whole. */
export interface DocumentTransaction {
  readonly head: TransactionHead;
  /** What stands between ST and SE. */
  readonly segments: readonly DocumentSegment[];
}

/** One GS to GE, whole. */
export interface DocumentGroup {
  readonly group: Group | undefined;
  readonly transactions: readonly DocumentTransaction[];
}

/** One ISA to IEA, whole. */
export interface DocumentInterchange {
  readonly interchange: Interchange | undefined;
  /** What stands outside of groups: TA1. */
  readonly segments: readonly DocumentSegment[];
  readonly groups: readonly DocumentGroup[];
}

const separated = (text: string, separator: number): readonly string[] =>
  separator < 0 ? [text] : text.split(String.fromCharCode(separator));

const segmentOf = (table: SegmentTable, segment: number): DocumentSegment => {
  const { repetition, component } = table.delimiters;
  const elements: (readonly (readonly string[])[])[] = [];
  for (let element = 1; element <= elementCount(table, segment); element++)
    elements.push(
      separated(elementText(table, segment, element), repetition).map((one) =>
        separated(one, component),
      ),
    );
  return { id: segmentId(table, segment), elements };
};

/** The text of an element, from 1; of its first component and repetition unless others are asked for. Empty where there is none. */
export const textOf = (
  segment: DocumentSegment,
  element: number,
  component = 1,
  repetition = 1,
): string => segment.elements[element - 1]?.[repetition - 1]?.[component - 1] ?? "";

/**
 * Reads a file of any transactions whole: envelopes and segments, divided to the last component. For answers and
 * acknowledgments, which are small; claims are read as they come. Never throws.
 */
export const readDocument = (
  chunks: Iterable<Uint8Array>,
  problems: ProblemList,
): readonly DocumentInterchange[] => {
  const envelope = openEnvelope(problems);
  const interchanges: {
    interchange: Interchange | undefined;
    segments: DocumentSegment[];
    groups: { group: Group | undefined; transactions: DocumentTransaction[] }[];
  }[] = [];
  let segments: DocumentSegment[] = [];
  for (const table of segmentTables(chunks, problems))
    for (let segment = 0; segment < table.count; segment++) {
      const role = envelope.take(table, segment);
      const { interchange, group, transaction } = envelope;
      let current = interchanges.at(-1);
      if (current === undefined || (role === "interchange" && interchange !== undefined)) {
        current = { interchange, segments: [], groups: [] };
        interchanges.push(current);
      }
      if (role === "group" && group !== undefined) current.groups.push({ group, transactions: [] });
      if (role === "open" && transaction !== undefined) {
        if (current.groups.length === 0) current.groups.push({ group, transactions: [] });
        segments = [];
        current.groups.at(-1)?.transactions.push({ head: transaction, segments });
      }
      if (role === "inside") segments.push(segmentOf(table, segment));
      if (role === "other" && transaction === undefined)
        current.segments.push(segmentOf(table, segment));
    }
  envelope.end();
  return interchanges;
};
