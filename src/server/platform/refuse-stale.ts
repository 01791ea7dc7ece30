import { problem } from "#domain/contract/problem.ts";
import { listRevisions } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";

/**
 * Refuses a change of a record that somebody else changed since it was read (`changed-meanwhile`, with who and when).
 * `record` must be locked, else another change could slip in between.
 */
export const refuseStale = async (
  work: Work,
  kind: string,
  record: { readonly id: string; readonly version: number },
  seenVersion: number,
): Promise<void> => {
  if (record.version === seenVersion) return;
  const [latest] = await listRevisions(work, kind, record.id);
  throw problem("changed-meanwhile", {
    values: {
      version: record.version,
      by: latest?.actorName ?? null,
      at: latest?.changedAt ?? null,
    },
  });
};
