import { elementCount, elementText, type SegmentTable } from "./segment-table.ts";

/**
 * A segment as it stands in a file: its id, then its elements, each a text or, where it is divided, its components.
 * Free of delimiters, so that it can be written with any.
 */
export type RawSegment = readonly (string | readonly string[])[];

/** The first element of a loop and all that belongs to it, kept as it was. */
export type RawLoop = readonly RawSegment[];

/** A segment of the table as it stands; trailing empty elements are left out. */
export const rawSegment = (table: SegmentTable, segment: number): RawSegment => {
  const component = String.fromCharCode(table.delimiters.component);
  const count = elementCount(table, segment);
  const raw: (string | readonly string[])[] = [];
  for (let element = 0; element <= count; element++) {
    const text = elementText(table, segment, element);
    raw.push(text.includes(component) ? text.split(component) : text);
  }
  while (raw.length > 1 && raw.at(-1) === "") raw.pop();
  return raw;
};
