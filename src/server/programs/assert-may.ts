import { notFound, problem, type Problem } from "#domain/contract/problem.ts";
import { conflict } from "#domain/programs/conflict.ts";
import {
  bringBackRefusal,
  changeRefusal,
  mayManagePrograms,
  type ProgramRecord,
} from "#domain/programs/programs.policy.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import type { Work } from "#server/platform/work.ts";

interface Held {
  readonly id: string;
  readonly version: number;
  readonly retiredAt: string | null;
}

const asProblem = (refusal: "not-allowed" | "retired" | "not-retired"): Problem =>
  refusal === "not-allowed" ? problem("not-allowed") : conflict(refusal);

/** Refuses who may not say what the organization offers. */
export const assertMayAdd = (work: Work): void => {
  if (!mayManagePrograms(work.actor)) throw problem("not-allowed");
};

/** The locked record, when it is there, is as its changer saw it, and they may change it. */
export const assertMayChange = async <Row extends Held>(
  work: Work,
  kind: ProgramRecord,
  record: Row | undefined,
  seenVersion: number,
): Promise<Row> => {
  if (record === undefined) throw notFound();
  await refuseStale(work, kind, record, seenVersion);
  const refusal = changeRefusal(work.actor, record);
  if (refusal !== null) throw asProblem(refusal);
  return record;
};

/** The same for bringing back what was retired. */
export const assertMayBringBack = async <Row extends Held>(
  work: Work,
  kind: ProgramRecord,
  record: Row | undefined,
  seenVersion: number,
): Promise<Row> => {
  if (record === undefined) throw notFound();
  await refuseStale(work, kind, record, seenVersion);
  const refusal = bringBackRefusal(work.actor, record);
  if (refusal !== null) throw asProblem(refusal);
  return record;
};
