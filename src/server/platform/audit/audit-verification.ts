import type { AnchorFile } from "#server/platform/audit/audit-anchors.ts";
import { compareAnchors } from "#server/platform/audit/anchor-comparison.ts";
import { selectLastSeal } from "#server/platform/audit/audit-seals.queries.ts";
import { isUnaltered, sealHash } from "#server/platform/audit/audit-text.ts";
import {
  selectOutsideEvents,
  selectSealedRows,
  selectSeals,
  type SealedRow,
  type SealRow,
} from "#server/platform/audit/audit-verification.queries.ts";
import { readWaiting } from "#server/platform/audit/sealing-state.ts";
import { TrailFindings, type TrailFinding } from "#server/platform/audit/trail-findings.ts";
import type { Work } from "#server/platform/work.ts";

export interface TrailReport {
  /** True where nothing was altered, removed or slipped in. A sealer that lags is told but alters nothing. */
  readonly isIntact: boolean;
  /** True where every seal was looked at, false where only the newest were. */
  readonly isWhole: boolean;
  /** Sealed events that were recomputed. */
  readonly sealedEvents: number;
  readonly waitingEvents: number;
  readonly seals: number;
  readonly sealedUntil: string | null;
  /** Seals that agree with their anchors; null where no anchors were at hand. */
  readonly anchors: number | null;
  /** The first findings, oldest batch first. */
  readonly findings: readonly TrailFinding[];
  readonly findingsInAll: number;
}

const sealsAtOnce = 4;

type Scope = Pick<Work, "tx" | "organizationId" | "now">;

interface Chain {
  seals: number;
  events: number;
  /** The seal before the one looked at. Its hash is empty before the first of all, null where it is unknown. */
  before: { readonly number: number; readonly hash: Buffer | null; readonly sealedAt: string };
}

const checkPlace = (chain: Chain, seal: SealRow, findings: TrailFindings): void => {
  const { number } = seal;
  const { before } = chain;
  if (number !== before.number + 1)
    findings.add("seals-missing", { from: before.number + 1, until: number - 1 });
  else if (before.hash !== null && !seal.previousHash.equals(before.hash))
    findings.add("chain-broken", { number });
};

const checkRows = (
  organizationId: string,
  seal: SealRow,
  rows: readonly SealedRow[],
  findings: TrailFindings,
): void => {
  const { number } = seal;
  if (!sealHash(seal, rows).equals(seal.hash)) findings.add("seal-altered", { number });
  for (const row of rows) {
    const { auditId: id } = row;
    if (row.id === null) findings.add("event-deleted", { number, id });
    else if (!isUnaltered(organizationId, row))
      findings.add("event-altered", { number, id, at: `${row.at}Z`, verb: row.verb });
  }
};

/** Where the walk begins: nothing before the first seal, else the seal it must follow from. */
const startAfter = async (
  { tx, organizationId }: Scope,
  after: number,
  findings: TrailFindings,
): Promise<Chain["before"]> => {
  if (after === 0) return { number: 0, hash: Buffer.alloc(0), sealedAt: "" };
  const [seal] = await selectSeals(tx, organizationId, after - 1, 1);
  if (seal?.number === after) return seal;
  findings.add("seals-missing", { from: after, until: after });
  return { number: after, hash: null, sealedAt: "" };
};

/** Walks the seals upwards in small portions, so that a trail of any length takes the same memory. */
const walkSeals = async (scope: Scope, after: number, findings: TrailFindings): Promise<Chain> => {
  const { tx, organizationId } = scope;
  const chain: Chain = { seals: 0, events: 0, before: await startAfter(scope, after, findings) };
  for (;;) {
    const seals = await selectSeals(tx, organizationId, chain.before.number, sealsAtOnce);
    const [first] = seals;
    const last = seals.at(-1);
    if (first === undefined || last === undefined) return chain;
    const rows = await selectSealedRows(tx, organizationId, first.number, last.number);
    const bySeal = Map.groupBy(rows, (row) => row.number);
    for (const seal of seals) {
      const own = bySeal.get(seal.number) ?? [];
      checkPlace(chain, seal, findings);
      checkRows(organizationId, seal, own, findings);
      chain.seals++;
      chain.events += own.filter((row) => row.id !== null).length;
      chain.before = seal;
    }
  }
};

/**
 * Recomputes an organization's trail from its rows and says where it is not what was sealed (45 CFR 164.312(b)
 * and (c)(1)). `newest` looks at so many seals from the end; without it at all of them, and at events that no
 * seal names. What stands after the last seal and its anchor cannot be proven yet.
 */
export const verifyTrail = async (
  scope: Scope,
  anchors: AnchorFile | null,
  newest?: number,
): Promise<TrailReport> => {
  const { tx, organizationId } = scope;
  const findings = new TrailFindings();
  const last = await selectLastSeal(tx, organizationId);
  const after = newest === undefined ? 0 : Math.max(0, (last?.number ?? 0) - newest);
  const chain = await walkSeals(scope, after, findings);
  const head = chain.before;
  const anchored =
    anchors === null ? null : await compareAnchors({ scope, anchors, after, head, findings });
  const isWhole = after === 0;
  const outside = isWhole ? await selectOutsideEvents(tx, organizationId) : undefined;
  if (outside !== undefined) findings.add("events-outside", { ...outside });
  const { count: waitingEvents, since, isTooLong } = await readWaiting(scope);
  if (isTooLong) findings.add("events-waiting", { count: waitingEvents, since });
  return {
    isIntact: findings.isIntact,
    isWhole,
    sealedEvents: chain.events,
    waitingEvents,
    seals: chain.seals,
    sealedUntil: head.sealedAt === "" ? null : head.sealedAt,
    anchors: anchored,
    findings: findings.kept,
    findingsInAll: findings.count,
  };
};
