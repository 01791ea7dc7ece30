import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type {
  ElementCode,
  GroupCode,
  InterchangeNoteCode,
  SegmentCode,
  TransactionCode,
} from "#domain/billing/claims/acknowledgment-codes.ts";
import type { AcknowledgmentKind, FileStanding } from "#domain/billing/claims/acknowledgment.ts";

type Words<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** Where a file stands with its receiver. That it was accepted means that it could be read. */
export const standingWords: Words<FileStanding> = {
  made: msg`Made, not downloaded yet`,
  waiting: msg`Waiting for an answer`,
  received: msg`Received, not read yet`,
  accepted: msg`Accepted`,
  "accepted-with-errors": msg`Accepted, with remarks`,
  "partly-accepted": msg`Partly rejected`,
  rejected: msg`Rejected`,
  "taken-back": msg`Taken back`,
};

export const acknowledgmentKindWords: Words<AcknowledgmentKind> = {
  TA1: msg`About the envelope (TA1)`,
  "999": msg`About the content (999)`,
  "997": msg`About the content (997)`,
  noted: msg`Noted by hand`,
};

/** What is wrong with the envelope. */
export const interchangeNoteWords: Words<InterchangeNoteCode> = {
  "001": msg`The control numbers at its beginning and end differ.`,
  "002": msg`The receiver does not support its standard.`,
  "003": msg`The receiver does not support its version.`,
  "004": msg`What ends its segments is invalid.`,
  "005": msg`The kind of the sender’s number is invalid.`,
  "006": msg`The receiver does not know the sender. Ask which submitter number is enrolled there.`,
  "007": msg`The kind of the receiver’s number is invalid.`,
  "008": msg`The receiver’s number is invalid.`,
  "009": msg`The receiver’s number is not known there.`,
  "014": msg`Its date is invalid.`,
  "015": msg`Its time is invalid.`,
  "017": msg`Its version is invalid.`,
  "018": msg`Its control number is invalid.`,
  "020": msg`The mark of test or live is invalid. Ask whether this sender may send live files.`,
  "021": msg`The number of its groups is not what its end says.`,
  "022": msg`A control character is invalid.`,
  "023": msg`It ends too early: it was cut off on its way.`,
  "024": msg`What is in it is invalid.`,
  "025": msg`Its control number was used before: it may have been handed over twice.`,
  "026": msg`The separator of elements is invalid.`,
  "027": msg`The separator of components is invalid.`,
};

/** What is wrong with the group of claims. */
export const groupWords: Words<GroupCode> = {
  "1": msg`The receiver does not support such files.`,
  "2": msg`The receiver does not support this version of the guide.`,
  "3": msg`The end of its group is missing.`,
  "4": msg`The control numbers of its group differ.`,
  "5": msg`The count at the end of its group is wrong.`,
  "6": msg`The control number of its group is invalid.`,
  "19": msg`The control number of its group was used before.`,
};

export const transactionWords: Words<TransactionCode> = {
  "1": msg`The receiver does not support such transactions.`,
  "2": msg`The end of the claims is missing.`,
  "3": msg`The control numbers around the claims differ.`,
  "4": msg`The count of segments is not what its end says.`,
  "5": msg`Segments are in error.`,
  "6": msg`The kind of transaction is missing or invalid.`,
  "7": msg`The control number of the claims is missing or invalid.`,
  "18": msg`These claims do not belong in their group.`,
  "19": msg`The guide it names is invalid.`,
  "23": msg`The control number of the claims was used before.`,
  I5: msg`Segments are in error by the guide.`,
  I6: msg`The receiver does not support this guide.`,
};

/** What is wrong with a segment. */
export const segmentFaultWords: Words<SegmentCode> = {
  "1": msg`No segment has this name`,
  "2": msg`Not expected here`,
  "3": msg`Required and missing`,
  "4": msg`Its loop stands too often`,
  "5": msg`Stands too often`,
  "6": msg`Does not belong in a claim`,
  "7": msg`Out of order`,
  "8": msg`Something in it is wrong`,
  I4: msg`Not used by the guide`,
  I6: msg`Asked for here by the guide and missing`,
  I7: msg`Its loop stands too seldom`,
  I8: msg`Stands too seldom`,
  I9: msg`Not used here by the guide`,
};

/** What is wrong with an element. */
export const elementFaultWords: Words<ElementCode> = {
  "1": msg`required and missing`,
  "2": msg`required here and missing`,
  "3": msg`one element too many`,
  "4": msg`too short`,
  "5": msg`too long`,
  "6": msg`has a character that is not allowed`,
  "7": msg`not a valid code`,
  "8": msg`not a date`,
  "9": msg`not a time`,
  "10": msg`not allowed beside another`,
  "12": msg`repeated too often`,
  "13": msg`one part too many`,
  I6: msg`a code that the guide does not use`,
  I9: msg`asked for by the guide and missing`,
  I10: msg`not used by the guide`,
  I11: msg`repeated too seldom`,
  I12: msg`not of the shape the guide asks for`,
  I13: msg`not used here by the guide`,
};

/** Why a file that came in says nothing. */
export const unreadableWords: Readonly<Record<string, MessageDescriptor>> = {
  empty: msg`The file is empty. Download it once more.`,
  "not-x12": msg`This is no X12 file. Answers to claim files are TA1, 999 or 997 files.`,
  "cut-off": msg`The file ends too early, and what is missing may be what matters. Download it once more.`,
  "too-many": msg`The file holds more answers than a clearinghouse gives at once. Take them in as the single files they came in.`,
  "holds-none": msg`The file holds no answer: neither a TA1 nor a 999 or 997. Payment advices (835) and claim statuses (277) are not taken in yet: look at them in the portal.`,
};
