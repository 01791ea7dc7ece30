import type * as api from "#domain/charting/set-aside.api.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { findDraftPlace } from "#server/charting/note-draft.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** Changes nothing: that a person set something aside, whose and why, stands in the trail. */
export const setAside = async (
  work: Work,
  { sessionId }: Parsed<typeof api.setAside>,
): Promise<Output<typeof api.setAside>> => {
  if ((await findDraftPlace(work, sessionId)) === undefined) throw notFound();
  return {};
};
