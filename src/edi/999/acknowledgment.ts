import type { Verdict } from "#domain/billing/claims/acknowledgment.ts";

/** TA1: what became of an interchange (X12.5). */
export interface InterchangeAcknowledgment {
  /** ISA13 of the interchange it speaks of. */
  readonly control: string;
  /** ISA09 and ISA10 of it, as written. */
  readonly date: string;
  readonly time: string;
  readonly verdict: Verdict;
  /** TA105: 000 nothing, 018 control numbers differ, 023 it ends too early … */
  readonly note: string;
  /** Whom it is for, as its own envelope says: ISA08. */
  readonly addressedTo: readonly string[];
  /** When it was said, on the wall of whoever said it: ISA09 and ISA10 of its own envelope as `YYYY-MM-DDTHH:MM:SS`. */
  readonly said: string | null;
}

/** IK4: what is wrong with an element. */
export interface ElementError {
  readonly element: number;
  /** From 1; 0 where the element is no composite. */
  readonly component: number;
  readonly repetition: number;
  /** The data element by its number in X12. */
  readonly reference: string;
  /** IK403: 1 required and missing, 7 a code that is none, 8 no date … */
  readonly code: string;
}

/** IK3: what is wrong with a segment. */
export interface SegmentError {
  readonly segment: string;
  /** Counted from ST, which is 1. */
  readonly position: number;
  readonly loop: string;
  /** IK304: 2 unexpected, 3 missing, 5 too often, 8 with errors inside … */
  readonly code: string;
  readonly elements: readonly ElementError[];
  /** CTX, such as the claim it was in: `{ name: "CLM01", value: "…" }`. */
  readonly contexts: readonly { readonly name: string; readonly value: string }[];
}

/** AK2 to IK5: what became of a transaction. */
export interface TransactionAcknowledgment {
  readonly set: string;
  /** ST02 of the transaction it speaks of. */
  readonly control: string;
  readonly guide: string;
  readonly verdict: Verdict;
  /** IK502 and on: 3 and 4 control number and count, 5 segments in error … */
  readonly codes: readonly string[];
  readonly errors: readonly SegmentError[];
}

/** AK1 to AK9: what became of a group. Accepted here is not accepted by the payer; only a 277CA says that. */
export interface GroupAcknowledgment {
  /** ST01 of the acknowledgment: 999, or the older 997. */
  readonly kind: string;
  /** Whom it is for, as its own envelope says: ISA08 and GS03. */
  readonly addressedTo: readonly string[];
  /** When it was said: GS04 and GS05 of its own envelope, else ISA09 and ISA10. */
  readonly said: string | null;
  /** GS01, GS06 and GS08 of the group it speaks of. */
  readonly functional: string;
  readonly control: string;
  readonly guide: string;
  readonly verdict: Verdict;
  readonly included: number;
  readonly received: number;
  readonly accepted: number;
  readonly codes: readonly string[];
  readonly transactions: readonly TransactionAcknowledgment[];
}

/** All that one file says of files that were sent. */
export interface Acknowledgments {
  readonly interchanges: readonly InterchangeAcknowledgment[];
  readonly groups: readonly GroupAcknowledgment[];
}
