import type { Changes, Revision } from "#domain/basics/revision.ts";
import { notFound } from "#domain/contract/problem.ts";
import {
  insertRevision,
  insertRevisions,
  selectRevisions,
  type RevisionRow,
} from "#server/platform/revision.queries.ts";
import type { Work } from "#server/platform/work.ts";

interface NewRevision {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly verb: string;
  readonly reason?: string | null;
  readonly changes: Changes;
}

const rowOf = (work: Work, revision: NewRevision): RevisionRow => ({
  organizationId: work.organizationId,
  id: work.newId(),
  recordKind: revision.kind,
  recordId: revision.id,
  version: revision.version,
  changedAt: work.now.toString(),
  accountId: work.actor.accountId,
  actorName: work.actor.name,
  verb: revision.verb,
  reason: revision.reason ?? null,
  changes: JSON.stringify(revision.changes),
});

/** Adds one version to a record's history, in the transaction that changes the record. */
export const recordRevision = (work: Work, revision: NewRevision): Promise<void> =>
  insertRevision(work.tx, rowOf(work, revision));

/** The same for many records at once. */
export const recordRevisions = (work: Work, revisions: readonly NewRevision[]): Promise<void> =>
  insertRevisions(
    work.tx,
    revisions.map((revision) => rowOf(work, revision)),
  );

/** The history of a record, newest first. */
export const listRevisions = async (work: Work, kind: string, id: string): Promise<Revision[]> => {
  const rows = await selectRevisions(work.tx, work.organizationId, kind, id);
  return rows.map((row) => ({ ...row, changes: row.changes as Changes }));
};

/** The same as an answer. A record has at least the version that made it: none means that there is no such record. */
export const getHistory = async (
  work: Work,
  kind: string,
  id: string,
): Promise<{ rows: Revision[] }> => {
  const rows = await listRevisions(work, kind, id);
  if (rows.length === 0) throw notFound();
  return { rows };
};
