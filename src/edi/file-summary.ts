import { claimFamilyOf } from "#edi/837/claim-family.ts";
import { openTransaction, type TransactionReader } from "#edi/837/claim-reader.ts";
import type { ClaimHeader } from "#edi/837/claim.ts";
import type { InstitutionalClaim } from "#edi/837i/institutional-claim.ts";
import { institutionalForm } from "#edi/837i/institutional-form.ts";
import type { ProfessionalClaim } from "#edi/837p/professional-claim.ts";
import { professionalForm } from "#edi/837p/professional-form.ts";
import type { Delimiters } from "#edi/x12/delimiters.ts";
import { decimalSum, type DecimalSum } from "#edi/x12/decimal.ts";
import type { Group } from "#edi/x12/envelope-segments.ts";
import { openEnvelope, type Envelope } from "#edi/x12/envelope.ts";
import type { ProblemList } from "#edi/x12/problem.ts";
import { elementText, packCode, placeInFile, type SegmentTable } from "#edi/x12/segment-table.ts";
import { segmentTables } from "#edi/x12/tokenizer.ts";

/** One ST to SE, counted. */
export interface TransactionSummary {
  readonly set: string;
  readonly control: string;
  /** As they are there, ST and SE among them. */
  readonly segments: number;
  /** How many CLM or CLP; null where the transaction has no claims. */
  readonly claims: number | null;
  /** The sum of CLM02, or of BPR02, as a decimal text; null where the transaction has no claims. */
  readonly total: string | null;
}

/** What a file holds, in the order it stands there. */
export interface FileSummary {
  readonly interchanges: readonly {
    readonly control: string;
    readonly groups: readonly {
      readonly guide: string;
      readonly transactions: readonly TransactionSummary[];
    }[];
  }[];
}

/** In what a claim stands. Claims of one transaction share its header. */
export interface ClaimSurroundings {
  readonly header: ClaimHeader;
  readonly group: Group | undefined;
  readonly delimiters: Delimiters;
}

/** Hears every claim of 5010 in a file while it is summed up, one at a time and whole. */
export interface ClaimListener {
  readonly professional: (claim: ProfessionalClaim, surroundings: ClaimSurroundings) => void;
  readonly institutional: (claim: InstitutionalClaim, surroundings: ClaimSurroundings) => void;
}

interface Summing {
  set: string;
  control: string;
  segments: number;
  claims: number | null;
  total: string | null;
}
interface GroupSummary {
  guide: string;
  transactions: Summing[];
}
interface InterchangeSummary {
  control: string;
  groups: GroupSummary[];
}

interface Counted {
  readonly claim: number;
  readonly amount: number;
}
const bpr = packCode("BPR");
const counted: Readonly<Record<string, Counted>> = {
  "837": { claim: packCode("CLM"), amount: packCode("CLM") },
  "835": { claim: packCode("CLP"), amount: bpr },
};

interface Reading {
  take(table: SegmentTable, segment: number): void;
  end(table: SegmentTable, segment: number): void;
}

/** Reads the claims of a transaction and hands each to the listener. */
const heard = <Claim>(
  reader: TransactionReader<Claim>,
  group: Group | undefined,
  hear: ((claim: Claim, surroundings: ClaimSurroundings) => void) | undefined,
): Reading => {
  const hand = (claim: Claim | undefined, { delimiters }: SegmentTable): void => {
    if (claim !== undefined) hear?.(claim, { header: reader.header, group, delimiters });
  };
  return {
    take: (table, segment) => hand(reader.take(table, segment), table),
    end: (table, segment) => hand(reader.end(table, segment), table),
  };
};

/** Claims are read whole, so that what is wrong inside them is said; other transactions are only counted. */
const readerOf = (
  { transaction, group }: Envelope,
  problems: ProblemList,
  listener: ClaimListener | undefined,
  table: SegmentTable,
  segment: number,
): Reading | undefined => {
  const family = transaction === undefined ? undefined : claimFamilyOf(transaction);
  if (family === undefined || transaction === undefined) return undefined;
  const isOld = transaction.guide.startsWith("004010");
  if (isOld)
    problems.add("guide-old", "ST", placeInFile(table, segment), { guide: transaction.guide });
  return family === "837p"
    ? heard(
        openTransaction(professionalForm, transaction, problems, table),
        group,
        isOld ? undefined : listener?.professional,
      )
    : heard(
        openTransaction(institutionalForm, transaction, problems, table),
        group,
        isOld ? undefined : listener?.institutional,
      );
};

const openSummary = (
  envelope: Envelope,
  interchanges: InterchangeSummary[],
): Summing | undefined => {
  const { transaction } = envelope;
  if (transaction === undefined) return undefined;
  const has = counted[transaction.set] !== undefined;
  const summary = {
    set: transaction.set,
    control: transaction.control,
    segments: 1,
    claims: has ? 0 : null,
    total: has ? "0" : null,
  };
  if (interchanges.length === 0) interchanges.push({ control: "", groups: [] });
  const groups = interchanges.at(-1)?.groups;
  if (groups?.length === 0 || envelope.group === undefined)
    groups?.push({ guide: "", transactions: [] });
  groups?.at(-1)?.transactions.push(summary);
  return summary;
};

class Summary {
  readonly interchanges: InterchangeSummary[] = [];
  readonly #envelope: Envelope;
  readonly #problems: ProblemList;
  #transaction: Summing | undefined;
  #sum: DecimalSum = decimalSum();
  #reading: Reading | undefined;

  readonly #listener: ClaimListener | undefined;

  constructor(problems: ProblemList, listener: ClaimListener | undefined) {
    this.#problems = problems;
    this.#listener = listener;
    this.#envelope = openEnvelope(problems);
  }

  take(table: SegmentTable, segment: number): void {
    const envelope = this.#envelope;
    const before = envelope.transaction;
    const role = envelope.take(table, segment);
    if (before !== undefined && envelope.transaction !== before) {
      if (role === "close") this.#count(table, segment);
      this.#leave(table, segment);
    }
    switch (role) {
      case "interchange":
        if (envelope.interchange !== undefined)
          this.interchanges.push({ control: envelope.interchange.control, groups: [] });
        break;
      case "group":
        if (envelope.group !== undefined) this.#openGroup(envelope.group.guide);
        break;
      case "open":
        this.#transaction = openSummary(envelope, this.interchanges);
        this.#sum = decimalSum();
        this.#reading = readerOf(envelope, this.#problems, this.#listener, table, segment);
        break;
      case "inside":
        this.#count(table, segment);
        this.#reading?.take(table, segment);
        break;
      case "close":
      case "other":
        break;
    }
  }

  end(last: SegmentTable | undefined): void {
    const isOpen = this.#envelope.transaction !== undefined;
    this.#envelope.end();
    if (isOpen && last !== undefined) this.#leave(last, last.count - 1);
  }

  #openGroup(guide: string): void {
    if (this.interchanges.length === 0) this.interchanges.push({ control: "", groups: [] });
    this.interchanges.at(-1)?.groups.push({ guide, transactions: [] });
  }

  #count(table: SegmentTable, segment: number): void {
    const summary = this.#transaction;
    if (summary === undefined) return;
    summary.segments += 1;
    const what = counted[summary.set];
    if (what === undefined) return;
    const id = table.ids[segment];
    if (id === what.claim) summary.claims = (summary.claims ?? 0) + 1;
    if (id === what.amount && !this.#sum.add(elementText(table, segment, 2).trim()))
      this.#sayAmount(table, segment);
  }

  /** The claims of an 837 are read whole and say so themselves. */
  #sayAmount(table: SegmentTable, segment: number): void {
    if (this.#reading !== undefined) return;
    const value = elementText(table, segment, 2);
    const element = `${elementText(table, segment, 0)}02`;
    const values = { element, value };
    this.#problems.add("amount-invalid", element.slice(0, 3), placeInFile(table, segment), values);
  }

  #leave(table: SegmentTable, segment: number): void {
    this.#reading?.end(table, segment);
    this.#reading = undefined;
    if (this.#transaction?.total !== null && this.#transaction !== undefined)
      this.#transaction.total = this.#sum.text();
    this.#transaction = undefined;
  }
}

/**
 * What a file holds, from its bytes in chunks of any size: interchanges, groups, transactions, how many claims and
 * how much. What is wrong is said in `problems`; nothing is answered where it is no X12. Never throws.
 */
export const summarizeFile = (
  chunks: Iterable<Uint8Array>,
  problems: ProblemList,
  listener?: ClaimListener,
): FileSummary | undefined => {
  const summary = new Summary(problems, listener);
  let last: SegmentTable | undefined;
  for (const table of segmentTables(chunks, problems)) {
    last = table;
    for (let segment = 0; segment < table.count; segment++) summary.take(table, segment);
  }
  summary.end(last);
  return last === undefined ? undefined : { interchanges: summary.interchanges };
};
