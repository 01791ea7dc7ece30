import type { Changes } from "#domain/basics/revision.ts";
import { announce } from "#server/platform/live/announce.ts";
import { recordRevision } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";

/**
 * What every change of a record leaves behind, in its own transaction: one more version in the history, and word to the
 * screens that show the record. `record` is the record as it is now.
 */
export const recordChange = async (
  work: Work,
  kind: string,
  record: { readonly id: string; readonly version: number },
  act: { readonly verb: string; readonly reason?: string; readonly changes?: Changes },
): Promise<void> => {
  const { id, version } = record;
  await recordRevision(work, { kind, id, version, changes: {}, ...act });
  await announce(work, kind, id);
};
