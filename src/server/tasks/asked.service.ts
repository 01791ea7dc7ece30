import type { AskedKind } from "#domain/tasks/asked-kind.ts";
import { selectAsked } from "#server/tasks/asked.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** Who asked, and when. */
interface Asked {
  readonly by: string;
  readonly at: string;
}

/** Tells of these sessions who asked a colleague for what, while that is open; null where nobody did. */
export const askedAbout = async (
  work: Work,
  sessionIds: readonly string[],
): Promise<(kind: AskedKind, sessionId: string) => Asked | null> => {
  const rows = sessionIds.length === 0 ? [] : await selectAsked(work, [...new Set(sessionIds)]);
  const found = new Map(
    rows.map(({ kind, sessionId, by, at }) => [`${kind} ${sessionId}`, { by, at }]),
  );
  return (kind, sessionId) => found.get(`${kind} ${sessionId}`) ?? null;
};
