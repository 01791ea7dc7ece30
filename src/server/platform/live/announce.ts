import { notifyChange, notifyChanges } from "#server/platform/live/announce.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** Tells every open screen of this organization that a record changed, when the transaction commits. Ids only. */
export const announce = (work: Work, kind: string, id: string): Promise<void> =>
  notifyChange(work.tx, kind, id);

/** The same of many records of one kind. */
export const announceAll = (work: Work, kind: string, ids: readonly string[]): Promise<void> =>
  notifyChanges(work.tx, kind, ids);
