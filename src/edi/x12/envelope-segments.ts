import { elementText, type SegmentTable } from "./segment-table.ts";

/** ISA: one interchange between two trading partners (X12.5). Texts without the spaces that fill them up. */
export interface Interchange {
  /** ISA01 to ISA04; `00` and nothing where no password is agreed on. */
  readonly authorizationKind: string;
  readonly authorization: string;
  readonly securityKind: string;
  readonly security: string;
  readonly senderKind: string;
  readonly sender: string;
  readonly receiverKind: string;
  readonly receiver: string;
  /** ISA09 as written, YYMMDD. */
  readonly date: string;
  readonly time: string;
  readonly version: string;
  readonly control: string;
  readonly wantsAcknowledgment: boolean;
  /** ISA15. */
  readonly isTest: boolean;
}

/** GS: transactions of one kind. */
export interface Group {
  /** GS01: HC claims, HP payments, FA acknowledgments … */
  readonly functional: string;
  readonly sender: string;
  readonly receiver: string;
  /** GS04 as written, CCYYMMDD. */
  readonly date: string;
  readonly time: string;
  readonly control: string;
  /** GS08: the implementation guide. */
  readonly guide: string;
}

/** ST: one transaction. */
export interface TransactionHead {
  readonly set: string;
  readonly control: string;
  /** ST03, or where it is not given what the group says. */
  readonly guide: string;
}

const isCapital = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;
const isCapitalOrDigit = (byte: number): boolean =>
  isCapital(byte) || (byte >= 0x30 && byte <= 0x39);

/** A segment id is a capital letter and one or two capitals or digits (X12.6). */
export const isSegmentId = (packed: number): boolean => {
  const last = isCapitalOrDigit(packed & 0xff);
  const middle = (packed >> 8) & 0xff;
  const top = packed >> 16;
  return top === 0 ? last && isCapital(middle) : last && isCapitalOrDigit(middle) && isCapital(top);
};

/** ISA of a table. */
export const interchangeOf = (table: SegmentTable, segment: number): Interchange => {
  const text = (element: number) => elementText(table, segment, element).trim();
  return {
    authorizationKind: text(1),
    authorization: text(2),
    securityKind: text(3),
    security: text(4),
    senderKind: text(5),
    sender: text(6),
    receiverKind: text(7),
    receiver: text(8),
    date: text(9),
    time: text(10),
    version: text(12),
    control: text(13),
    wantsAcknowledgment: text(14) === "1",
    isTest: text(15) === "T",
  };
};

/** GS of a table. */
export const groupOf = (table: SegmentTable, segment: number): Group => {
  const text = (element: number) => elementText(table, segment, element).trim();
  return {
    functional: text(1),
    sender: text(2),
    receiver: text(3),
    date: text(4),
    time: text(5),
    control: text(6),
    guide: text(8),
  };
};
