import { notFound, problem, type Problem } from "#domain/contract/problem.ts";
import { conflict } from "#domain/practice/conflict.ts";
import {
  bringBackRefusal,
  changeRefusal,
  mayAdd,
  type PracticeRecord,
} from "#domain/practice/practice.policy.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import type { Work } from "#server/platform/work.ts";

interface Held {
  readonly id: string;
  readonly version: number;
  readonly retiredAt: string | null;
}

const asProblem = (refusal: "not-allowed" | "retired" | "not-retired"): Problem =>
  refusal === "not-allowed" ? problem("not-allowed") : conflict(refusal);

/** Refuses who may not add a record of this kind. */
export const assertMayAdd = (work: Work, kind: PracticeRecord): void => {
  if (!mayAdd(work.actor, kind)) throw problem("not-allowed");
};

/** The locked record, when it is there, is as its changer saw it, and they may change it. */
export const assertMayChange = async <Row extends Held>(
  work: Work,
  kind: PracticeRecord,
  record: Row | undefined,
  seenVersion: number,
): Promise<Row> => {
  if (record === undefined) throw notFound();
  await refuseStale(work, kind, record, seenVersion);
  const refusal = changeRefusal(work.actor, kind, record);
  if (refusal !== null) throw asProblem(refusal);
  return record;
};

/** The same for bringing back what was retired. */
export const assertMayBringBack = async <Row extends Held>(
  work: Work,
  kind: PracticeRecord,
  record: Row | undefined,
  seenVersion: number,
): Promise<Row> => {
  if (record === undefined) throw notFound();
  await refuseStale(work, kind, record, seenVersion);
  const refusal = bringBackRefusal(work.actor, kind, record);
  if (refusal !== null) throw asProblem(refusal);
  return record;
};
