import type {
  ElementCode,
  GroupCode,
  InterchangeNoteCode,
  SegmentCode,
  TransactionCode,
} from "#domain/billing/claims/acknowledgment-codes.ts";
import type { Verdict } from "#domain/billing/claims/acknowledgment.ts";

/** How something was taken, in words. A verdict that is not given is no acceptance. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  accepted: "accepted",
  "accepted-with-errors": "accepted, with errors",
  "partly-accepted": "accepted in part",
  rejected: "rejected",
  unknown: "no verdict is given, so nothing was accepted",
};

type Words<Code extends string = string> = Readonly<Record<Code, string>>;

/** TA105: what is wrong with an interchange (X12.5). */
export const interchangeNotes: Words<InterchangeNoteCode> = {
  "001": "the control numbers of ISA and IEA differ",
  "002": "its standard is not supported",
  "003": "its version is not supported",
  "004": "the segment terminator is invalid",
  "005": "the qualifier of the sender is invalid",
  "006": "the sender is not known there",
  "007": "the qualifier of the receiver is invalid",
  "008": "the receiver's id is invalid",
  "009": "the receiver is not known there",
  "014": "its date is invalid",
  "015": "its time is invalid",
  "017": "its version is invalid",
  "018": "its control number is invalid",
  "020": "the mark of test or live is invalid",
  "021": "the number of groups is not what IEA says",
  "022": "a control character is invalid",
  "023": "the file ends too early",
  "024": "what is in it is invalid, such as a missing GS",
  "025": "its control number was used before",
  "026": "the separator of elements is invalid",
  "027": "the separator of components is invalid",
};

/** AK905 and on: what is wrong with a group. */
export const groupCodes: Words<GroupCode> = {
  "1": "such groups are not supported",
  "2": "its version is not supported",
  "3": "GE is missing",
  "4": "the control numbers of GS and GE differ",
  "5": "the number of transactions is not what GE says",
  "6": "its control number is invalid",
  "19": "its control number was used before",
};

/** IK502 and on: what is wrong with a transaction. */
export const transactionCodes: Words<TransactionCode> = {
  "1": "such transactions are not supported",
  "2": "SE is missing",
  "3": "the control numbers of ST and SE differ",
  "4": "the number of segments is not what SE says",
  "5": "segments are in error",
  "6": "its kind is missing or invalid",
  "7": "its control number is missing or invalid",
  "18": "it does not belong in its group",
  "19": "its implementation guide is invalid",
  "23": "its control number was used before in the group",
  I5: "segments are in error by the guide",
  I6: "its guide is not supported",
};

/** IK304: what is wrong with a segment. */
export const segmentCodes: Words<SegmentCode> = {
  "1": "no segment has this id",
  "2": "it is not expected here",
  "3": "it is required and missing",
  "4": "its loop stands too often",
  "5": "it stands too often",
  "6": "it does not belong in this transaction",
  "7": "it is out of sequence",
  "8": "elements in it are in error",
  I4: "the guide does not use it",
  I6: "the guide asks for it here, and it is missing",
  I7: "its loop stands too seldom",
  I8: "it stands too seldom",
  I9: "the guide does not use it here",
};

/** IK403: what is wrong with an element. */
export const elementCodes: Words<ElementCode> = {
  "1": "required and missing",
  "2": "required here and missing",
  "3": "one element too many",
  "4": "too short",
  "5": "too long",
  "6": "with a character that is not allowed",
  "7": "a code that is none",
  "8": "no date",
  "9": "no time",
  "10": "not allowed beside another",
  "12": "repeated too often",
  "13": "one component too many",
  I6: "a code that the guide does not use",
  I9: "asked for by the guide and missing",
  I10: "not used by the guide",
  I11: "repeated too seldom",
  I12: "not of the pattern that the guide asks for",
  I13: "not used by the guide here",
};

/** A code in words; one that is not known here stands as it is. */
export const saidBy = (words: Words, code: string): string => words[code] ?? `code ${code}`;
