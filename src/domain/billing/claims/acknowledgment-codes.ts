/** TA105: what is wrong with an interchange (X12.5). */
export const interchangeNoteCodes = [
  "001",
  "002",
  "003",
  "004",
  "005",
  "006",
  "007",
  "008",
  "009",
  "014",
  "015",
  "017",
  "018",
  "020",
  "021",
  "022",
  "023",
  "024",
  "025",
  "026",
  "027",
] as const;
export type InterchangeNoteCode = (typeof interchangeNoteCodes)[number];

/** AK905 and on: what is wrong with a group (005010X231A1). */
export const groupCodes = ["1", "2", "3", "4", "5", "6", "19"] as const;
export type GroupCode = (typeof groupCodes)[number];

/** IK502 and on: what is wrong with a transaction. */
export const transactionCodes = [
  "1",
  "2",
  "3",
  "4",
  "5",
  "6",
  "7",
  "18",
  "19",
  "23",
  "I5",
  "I6",
] as const;
export type TransactionCode = (typeof transactionCodes)[number];

/** IK304: what is wrong with a segment. */
export const segmentCodes = [
  "1",
  "2",
  "3",
  "4",
  "5",
  "6",
  "7",
  "8",
  "I4",
  "I6",
  "I7",
  "I8",
  "I9",
] as const;
export type SegmentCode = (typeof segmentCodes)[number];

/** IK403: what is wrong with an element. */
export const elementCodes = [
  "1",
  "2",
  "3",
  "4",
  "5",
  "6",
  "7",
  "8",
  "9",
  "10",
  "12",
  "13",
  "I6",
  "I9",
  "I10",
  "I11",
  "I12",
  "I13",
] as const;
export type ElementCode = (typeof elementCodes)[number];
