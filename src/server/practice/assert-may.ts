import { problem } from "#domain/contract/problem.ts";
import {
  bringBackRefusal,
  changeRefusal,
  mayAdd,
  type PracticeRecord,
} from "#domain/practice/practice.policy.ts";
import { assertAsSeen, type HeldRecord } from "#server/platform/assert-as-seen.ts";
import type { Work } from "#server/platform/work.ts";

/** Refuses who may not add a record of this kind. */
export const assertMayAdd = (work: Work, kind: PracticeRecord): void => {
  if (!mayAdd(work.actor, kind)) throw problem("not-allowed");
};

/** The record, when it is as its changer saw it and they may change it. */
export const assertMayChange = <Row extends HeldRecord>(
  work: Work,
  kind: PracticeRecord,
  record: Row | undefined,
  seenVersion: number,
): Promise<Row> =>
  assertAsSeen(work, kind, { record, seenVersion }, (row) => changeRefusal(work.actor, kind, row));

/** The same for bringing back what was retired. */
export const assertMayBringBack = <Row extends HeldRecord>(
  work: Work,
  kind: PracticeRecord,
  record: Row | undefined,
  seenVersion: number,
): Promise<Row> =>
  assertAsSeen(work, kind, { record, seenVersion }, (row) =>
    bringBackRefusal(work.actor, kind, row),
  );
