import { diagnosisOn, diagnosisProblem } from "#domain/diagnoses/code-set.ts";
import type { Delimiters } from "#edi/x12/delimiters.ts";

/** An authorization that a claim may name. */
export interface KnownAuthorization {
  readonly number: string;
  /** Civil dates; without a last day it is open. */
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** What is known besides the claim. Whatever is left out is not asked about, so that a bare file can be looked at. */
export interface ScrubContext {
  /** A civil date. Without it nothing is said of the future. */
  readonly today?: string;
  /** Whether a diagnosis, written without its point, may be used on a day. */
  readonly diagnosisOn?: (code: string, day: string) => boolean;
  /** True where another claim went out under this number (CLM01). */
  readonly seen?: (control: string) => boolean;
  /** The number of another claim that bills the same service of the same person ({@link serviceKey}), or null. */
  readonly otherDays?: (key: string) => string | null;
  /** All authorizations of this person with this payer. */
  readonly authorizations?: readonly KnownAuthorization[];
  readonly needsAuthorization?: boolean;
  /** How many days after the last service the payer takes claims. */
  readonly timelyFilingDays?: number;
  /** The delimiters of the file it was read from: none of them may stand in a text. */
  readonly delimiters?: Delimiters;
}

/** The first edition the product holds; of earlier years it cannot say that a code was not there. */
const firstHeld = "2020-10-01";

/**
 * Whether ICD-10-CM has a code on a day, as far as the code set of the product goes: chapter F whole, of the others what
 * is written beside it. A code it cannot judge is let pass.
 */
export const diagnosisKnown = (code: string, day: string): boolean => {
  const pointed = code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
  if (diagnosisOn(pointed, day) !== null) return true;
  if (diagnosisProblem(pointed, day)?.code !== "not-in-the-code-set") return false;
  return day < firstHeld || !code.startsWith("F");
};
