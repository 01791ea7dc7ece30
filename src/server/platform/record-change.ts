import type { Changes } from "#domain/basics/revision.ts";
import { announce, announceAll } from "#server/platform/live/announce.ts";
import { recordRevision, recordRevisions } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";

interface ChangedRecord {
  readonly id: string;
  readonly version: number;
}

interface Act {
  readonly verb: string;
  readonly reason?: string;
  readonly changes?: Changes;
}

/**
 * What every change of a record leaves behind, in its own transaction: one more version in the history, and word to the
 * screens that show the record. `record` is the record as it is now.
 */
export const recordChange = async (
  work: Work,
  kind: string,
  record: ChangedRecord,
  act: Act,
): Promise<void> => {
  const { id, version } = record;
  await recordRevision(work, { kind, id, version, changes: {}, ...act });
  announce(work, kind, id);
};

/** The same for many records of one kind at once, in two statements. */
export const recordChanges = async (
  work: Work,
  kind: string,
  changed: readonly { readonly record: ChangedRecord; readonly act: Act }[],
): Promise<void> => {
  if (changed.length === 0) return;
  const revisions = changed.map(({ record: { id, version }, act }) => ({
    kind,
    id,
    version,
    changes: {},
    ...act,
  }));
  await recordRevisions(work, revisions);
  announceAll(
    work,
    kind,
    changed.map(({ record }) => record.id),
  );
};
