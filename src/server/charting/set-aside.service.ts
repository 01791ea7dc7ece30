import * as api from "#domain/charting/set-aside.api.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { arePatients } from "#server/charting/member-note.queries.ts";
import { findDraftPlace } from "#server/charting/note-draft.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** Changes nothing: that a person set something aside, whose and why, stands in the trail, which names nobody who is not here. */
export const setAside = async (
  work: Work,
  input: Parsed<typeof api.setAside>,
): Promise<Output<typeof api.setAside>> => {
  if ((await findDraftPlace(work, input.sessionId)) === undefined) throw notFound();
  if (!(await arePatients(work, api.peopleOf(input)))) throw notFound();
  return {};
};
