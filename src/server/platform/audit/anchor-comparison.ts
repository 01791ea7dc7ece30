import { Temporal } from "temporal-polyfill";
import type { Anchor, AnchorFile } from "#server/platform/audit/audit-anchors.ts";
import {
  countSealsBefore,
  selectSealsByNumber,
} from "#server/platform/audit/audit-verification.queries.ts";
import {
  hasWaitedTooLong,
  waitedTooLongBefore,
  type TrailFindings,
} from "#server/platform/audit/trail-findings.ts";
import type { Work } from "#server/platform/work.ts";

interface Comparison {
  readonly scope: Pick<Work, "tx" | "organizationId" | "now">;
  readonly anchors: AnchorFile;
  /** Anchors up to this number are passed over. */
  readonly after: number;
  /** The last seal that was walked. */
  readonly head: { readonly number: number; readonly sealedAt: string };
  readonly findings: TrailFindings;
}

const anchorsAtOnce = 500;

const sameMoment = (one: string, other: string): boolean =>
  Temporal.Instant.from(one).epochMilliseconds === Temporal.Instant.from(other).epochMilliseconds;

/**
 * Compares one portion with the seals of the same numbers: answers how many agree, and the highest anchor above
 * the head that has no seal. A number without a seal below the head is told by the walk already.
 */
const comparePortion = async (
  { scope, head, findings }: Comparison,
  portion: readonly Anchor[],
): Promise<{ agreeing: number; beyond: Anchor | undefined }> => {
  const seals = await selectSealsByNumber(
    scope.tx,
    scope.organizationId,
    portion.map((anchor) => anchor.number),
  );
  const byNumber = new Map(seals.map((seal) => [seal.number, seal]));
  let agreeing = 0;
  let beyond: Anchor | undefined;
  for (const anchor of portion) {
    const { number } = anchor;
    const seal = byNumber.get(number);
    if (seal === undefined) {
      if (number > head.number && number > (beyond?.number ?? 0)) beyond = anchor;
    } else if (seal.hash.toString("hex") !== anchor.hash) {
      findings.add("seal-replaced", { number, sealedAt: anchor.sealedAt });
    } else if (!sameMoment(seal.sealedAt, anchor.sealedAt)) {
      findings.add("seal-altered", { number });
    } else {
      agreeing++;
    }
  }
  return { agreeing, beyond };
};

/**
 * Tells of seals that must be anchored by now and are not. `numbers` are the anchored ones. Without this, whoever
 * removes the file could seal a rewritten trail anew.
 */
const tellMissing = async (
  { scope, after, findings }: Comparison,
  numbers: ReadonlySet<number>,
): Promise<void> => {
  const { tx, organizationId, now } = scope;
  const moment = waitedTooLongBefore(now).toString();
  const seals = await countSealsBefore(tx, organizationId, after, moment);
  if (numbers.size < seals) findings.add("anchors-missing", { anchored: numbers.size, seals });
};

/**
 * Holds the seals against what was written down outside the database. Each anchor was written after its seal
 * had been committed, so an anchor without a seal means that the seal was removed. Answers how many agree.
 */
export const compareAnchors = async (comparison: Comparison): Promise<number> => {
  const { scope, anchors, after, head, findings } = comparison;
  let agreed = 0;
  let unreadable = 0;
  let highest = 0;
  let cut: Anchor | undefined;
  let portion: Anchor[] = [];
  const numbers = new Set<number>();
  const flush = async () => {
    if (portion.length === 0) return;
    const { agreeing, beyond } = await comparePortion(comparison, portion);
    if (beyond !== undefined && beyond.number > (cut?.number ?? 0)) cut = beyond;
    agreed += agreeing;
    portion = [];
  };
  for await (const anchor of anchors.read(scope.organizationId)) {
    if (anchor === null) unreadable++;
    else if (anchor.number > after) portion.push(anchor);
    if (anchor !== null && anchor.number > after && anchor.number <= head.number)
      numbers.add(anchor.number);
    highest = Math.max(highest, anchor?.number ?? 0);
    if (portion.length >= anchorsAtOnce) await flush();
  }
  await flush();
  if (unreadable > 0) findings.add("anchors-unreadable", { lines: unreadable });
  if (cut !== undefined) {
    const { number: until, sealedAt } = cut;
    findings.add("end-cut", { from: head.number + 1, until, sealedAt });
  }
  await tellMissing(comparison, numbers);
  const isBehind = head.number > highest;
  if (isBehind && hasWaitedTooLong(Temporal.Instant.from(head.sealedAt), scope.now))
    findings.add("anchors-behind", { anchored: highest, sealed: head.number });
  return agreed;
};
