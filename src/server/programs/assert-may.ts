import { problem } from "#domain/contract/problem.ts";
import {
  bringBackRefusal,
  changeRefusal,
  mayManagePrograms,
  type ProgramRecord,
} from "#domain/programs/programs.policy.ts";
import { assertAsSeen, type HeldRecord } from "#server/platform/assert-as-seen.ts";
import type { Work } from "#server/platform/work.ts";

/** Refuses who may not say what the organization offers. */
export const assertMayAdd = (work: Work): void => {
  if (!mayManagePrograms(work.actor)) throw problem("not-allowed");
};

/** The record, when it is as its changer saw it and they may change it. */
export const assertMayChange = <Row extends HeldRecord>(
  work: Work,
  kind: ProgramRecord,
  record: Row | undefined,
  seenVersion: number,
): Promise<Row> =>
  assertAsSeen(work, kind, { record, seenVersion }, (row) => changeRefusal(work.actor, row));

/** The same for bringing back what was retired. */
export const assertMayBringBack = <Row extends HeldRecord>(
  work: Work,
  kind: ProgramRecord,
  record: Row | undefined,
  seenVersion: number,
): Promise<Row> =>
  assertAsSeen(work, kind, { record, seenVersion }, (row) => bringBackRefusal(work.actor, row));
