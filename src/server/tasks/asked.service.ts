import type { AskedKind } from "#domain/tasks/asked-kind.ts";
import { selectAsked } from "#server/tasks/asked.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** Who asked, and when. */
interface Asked {
  readonly by: string;
  readonly at: string;
}

/** Tells of these sessions or people who asked a colleague for what, while that is open; null where nobody did. */
export const askedAbout = async (
  work: Work,
  ids: readonly string[],
): Promise<(kind: AskedKind, id: string) => Asked | null> => {
  const rows = ids.length === 0 ? [] : await selectAsked(work, [...new Set(ids)]);
  const found = new Map(rows.map(({ kind, id, by, at }) => [`${kind} ${id}`, { by, at }]));
  return (kind, id) => found.get(`${kind} ${id}`) ?? null;
};
