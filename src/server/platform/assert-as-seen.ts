import { notFound, problem, Problem } from "#domain/contract/problem.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import type { Work } from "#server/platform/work.ts";

/** A locked record with what decides whether it may change. */
export interface HeldRecord {
  readonly id: string;
  readonly version: number;
  readonly retiredAt: string | null;
}

/**
 * The locked record, when it is there, is as its changer saw it, and the policy of its noun refuses nothing. Throws not-found,
 * `changed-meanwhile`, `not-allowed`, or what the policy says.
 */
export const assertAsSeen = async <Row extends HeldRecord>(
  work: Work,
  kind: string,
  asked: { readonly record: Row | undefined; readonly seenVersion: number },
  refusalOf: (record: Row) => "not-allowed" | "retired" | "not-retired" | null,
): Promise<Row> => {
  const { record, seenVersion } = asked;
  if (record === undefined) throw notFound();
  await refuseStale(work, kind, record, seenVersion);
  const refusal = refusalOf(record);
  if (refusal === "not-allowed") throw problem("not-allowed");
  if (refusal !== null) throw new Problem(refusal, 409);
  return record;
};
