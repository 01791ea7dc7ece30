import type { Revision } from "#domain/basics/revision.ts";
import { notFound } from "#domain/contract/problem.ts";
import { listRevisions } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";

/** Every version of one record, newest first. A record has at least the version that made it: none means no record. */
export const historyOf = async (
  work: Work,
  kind: "patient" | "patient-contact",
  id: string,
): Promise<{ rows: Revision[] }> => {
  const rows = await listRevisions(work, kind, id);
  if (rows.length === 0) throw notFound();
  return { rows };
};
