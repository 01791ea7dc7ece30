import { cleanerFor } from "./clean-text.ts";
import type { Delimiters } from "./delimiters.ts";
import type { Group, Interchange } from "./envelope-segments.ts";
import type { ProblemList } from "./problem.ts";
import type { RawSegment } from "./raw-segment.ts";
import { SegmentWriter, usualDelimiters } from "./segment-writer.ts";

/** One transaction as segments without ST and SE. */
export interface OutgoingTransaction {
  readonly control: string;
  readonly segments: Iterable<RawSegment>;
}

/** One interchange with one group of transactions of one guide. */
export interface OutgoingInterchange {
  readonly interchange: Interchange;
  readonly group: Group;
  readonly set: string;
  readonly version: string;
  readonly transactions: readonly OutgoingTransaction[];
  readonly delimiters?: Delimiters;
}

const isaLengths: readonly number[] = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1];

/** ISA with its elements filled up to their fixed lengths (X12.5), 106 bytes in all. */
const isaText = (
  { interchange, delimiters = usualDelimiters }: OutgoingInterchange,
  problems: ProblemList,
): string => {
  const cleaner = cleanerFor(delimiters);
  const values = [
    interchange.authorizationKind,
    interchange.authorization,
    interchange.securityKind,
    interchange.security,
    interchange.senderKind,
    interchange.sender,
    interchange.receiverKind,
    interchange.receiver,
    interchange.date,
    interchange.time,
    String.fromCharCode(delimiters.repetition),
    "00501",
    interchange.control.padStart(9, "0"),
    interchange.wantsAcknowledgment ? "1" : "0",
    interchange.isTest ? "T" : "P",
  ];
  const separator = String.fromCharCode(delimiters.element);
  let text = "ISA";
  values.forEach((value, place) => {
    const length = isaLengths[place] ?? 0;
    const isSeparator = place === 10;
    const clean = isSeparator || cleaner.isClean(value) ? value : cleaner.clean(value);
    const element = `ISA${String(place + 1).padStart(2, "0")}`;
    if (clean !== value) problems.add("characters-replaced", "ISA", 1, { element });
    if (clean.length > length)
      problems.add("value-too-long", "ISA", 1, { element, length: clean.length, most: length });
    text += separator + clean.slice(0, length).padEnd(length);
  });
  return `${text}${separator}${String.fromCharCode(delimiters.component, delimiters.segment)}`;
};

/** Writes an interchange: its envelope with counts and control numbers, its transactions as they come. */
export const writeInterchange = (
  outgoing: OutgoingInterchange,
  problems: ProblemList,
): Uint8Array => {
  const { interchange, group, set, version, transactions } = outgoing;
  const writer = new SegmentWriter(outgoing.delimiters ?? usualDelimiters, problems);
  writer.addText(isaText(outgoing, problems));
  const { functional, sender, receiver, date, time, control } = group;
  writer.add(["GS", functional, sender, receiver, date, time, control, "X", version]);
  for (const transaction of transactions) {
    const before = writer.count;
    writer.add(["ST", set, transaction.control, version]);
    for (const segment of transaction.segments) writer.add(segment);
    writer.add(["SE", String(writer.count - before + 1), transaction.control]);
  }
  writer.add(["GE", String(transactions.length), control]);
  writer.add(["IEA", "1", interchange.control.padStart(9, "0")]);
  return writer.finish();
};
