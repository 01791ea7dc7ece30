import { ClaimAssembly, type ClaimForm } from "#edi/837/claim-assembly.ts";
import { claimFamilyOf } from "#edi/837/claim-family.ts";
import type { ClaimHeader, ServiceLine } from "#edi/837/claim.ts";
import type { ClaimDraft, Draft } from "#edi/837/draft.ts";
import { openHierarchy } from "#edi/837/hierarchy.ts";
import { openSource } from "#edi/837/value-reader.ts";
import type { Group, Interchange, TransactionHead } from "#edi/x12/envelope-segments.ts";
import { openEnvelope } from "#edi/x12/envelope.ts";
import { LoopWalker } from "#edi/x12/loop-walker.ts";
import type { ProblemList } from "#edi/x12/problem.ts";
import { packCode, placeInFile, type SegmentTable } from "#edi/x12/segment-table.ts";
import { segmentTables } from "#edi/x12/tokenizer.ts";

/** A claim, and in what it came. Claims of one transaction share its header, of one group the group. */
export interface ReadClaim<Form> {
  readonly interchange: Interchange | undefined;
  readonly group: Group | undefined;
  readonly transaction: TransactionHead;
  readonly header: ClaimHeader;
  readonly claim: Form;
}

const hl = packCode("HL");

/** True where the versions 5010 and the errata of it that a guide describes are meant: the files that can be judged by it. */
const isJudged = (version: string): boolean => version.startsWith("005010");

/** Reads the claims of one transaction, segment by segment. */
export interface TransactionReader<Form> {
  /** Takes a segment between ST and SE; answers the claim that ended before it. */
  take(table: SegmentTable, segment: number): Form | undefined;
  /** Takes SE, or whatever ended the transaction; answers the last claim. */
  end(table: SegmentTable, segment: number): Form | undefined;
  readonly header: ClaimHeader;
}

const endsClaim = new Set(["2000A", "2000B", "2000C", "2300"]);

/**
 * Begins to read an 837 transaction by a guide. What departs from it is said in `problems`; a file of an older version
 * is read as far as it is alike, and only its values are judged.
 */
export const openTransaction = <Line extends Draft<ServiceLine>, Form extends ClaimDraft<Line>>(
  form: ClaimForm<Line, Form>,
  { guide }: TransactionHead,
  problems: ProblemList,
  first: SegmentTable,
): TransactionReader<Form> => {
  const judged = isJudged(guide);
  const source = openSource(first, problems);
  const walker = new LoopWalker(form.guide, judged ? problems : undefined);
  const assembly = new ClaimAssembly(form, source);
  const hierarchy = judged ? openHierarchy(problems) : undefined;

  let claimAt = 0;
  const finish = (): Form | undefined => {
    const { claim } = assembly;
    assembly.claim = undefined;
    if (claim !== undefined && judged) judge(claim, problems, claimAt);
    return claim;
  };

  return {
    header: assembly.header,
    take(table, segment) {
      source.segment = segment;
      if (table.ids[segment] === hl) hierarchy?.take(table, segment);
      const placed = walker.take(table, segment);
      const { id } = walker.loop;
      const ended = placed === "opened" && endsClaim.has(id) ? finish() : undefined;
      if (placed === "opened" && id === "2300") claimAt = placeInFile(table, segment);
      if (placed === "unplaced") assembly.keep(id);
      else assembly.take(id, placed === "opened");
      return ended;
    },
    end(table, segment) {
      walker.end(table, segment);
      hierarchy?.end();
      return finish();
    },
  };
};

/** CLM02 is the sum of the lines, which are numbered from 1 (both guides, loops 2300 and 2400). */
const judge = (claim: ClaimDraft<ServiceLine>, problems: ProblemList, at: number): void => {
  let sum = 0;
  let expected = 0;
  let isNumbered = true;
  for (const line of claim.lines) {
    sum += line.chargeCents ?? 0;
    expected += 1;
    if (line.number !== expected) isNumbered = false;
  }
  const { chargeCents } = claim;
  if (chargeCents !== null && claim.lines.length > 0 && sum !== chargeCents)
    problems.add("lines-differ", "CLM", at, { chargeCents, linesCents: sum });
  if (!isNumbered) problems.add("line-number", "LX", at, { lines: claim.lines.length });
};

/** Reads all claims of one guide in a file, one after the other, holding no more than one of them. */
export function* readClaims<Line extends Draft<ServiceLine>, Form extends ClaimDraft<Line>>(
  form: ClaimForm<Line, Form>,
  family: ReturnType<typeof claimFamilyOf>,
  chunks: Iterable<Uint8Array>,
  problems: ProblemList,
): Generator<ReadClaim<Form>> {
  const envelope = openEnvelope(problems);
  let reader: TransactionReader<Form> | undefined;
  let found: Omit<ReadClaim<Form>, "claim"> | undefined;
  let last: SegmentTable | undefined;
  for (const table of segmentTables(chunks, problems)) {
    last = table;
    for (let segment = 0; segment < table.count; segment++) {
      const { transaction: before } = envelope;
      const role = envelope.take(table, segment);
      let claim: Form | undefined;
      if (role === "inside") claim = reader?.take(table, segment);
      else if (before !== undefined && before !== envelope.transaction)
        claim = reader?.end(table, segment);
      if (claim !== undefined && found !== undefined) yield { ...found, claim };
      if (role !== "open" || envelope.transaction === undefined) continue;
      const { transaction, interchange, group } = envelope;
      const isOurs = claimFamilyOf(transaction) === family;
      if (!isOurs) sayOther(transaction, problems, placeInFile(table, segment));
      reader = isOurs ? openTransaction(form, transaction, problems, table) : undefined;
      found = reader && { interchange, group, transaction, header: reader.header };
    }
  }
  const isOpen = envelope.transaction !== undefined;
  envelope.end();
  const claim = isOpen && last !== undefined ? reader?.end(last, last.count - 1) : undefined;
  if (claim !== undefined && found !== undefined) yield { ...found, claim };
}

const sayOther = ({ set, guide }: TransactionHead, problems: ProblemList, at: number): void =>
  problems.add("guide-other", "ST", at, { set, guide });
