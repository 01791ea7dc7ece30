import { isAllowed } from "#domain/access/actor.ts";
import type { takeList } from "#domain/access/taken-list.api.ts";
import { permissionOfList } from "#domain/access/taken-list.ts";
import { problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { listPatientsAmong } from "#server/access/taken-list.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** Lets a list go that its taker may see. Its line in the trail names nobody who is not a patient here. */
export const takeListOut = async (
  work: Work,
  { list, patientIds }: Parsed<typeof takeList>,
): Promise<Output<typeof takeList>> => {
  if (!isAllowed(work.actor, permissionOfList[list])) throw problem("not-allowed");
  return { patientIds: await listPatientsAmong(work, patientIds) };
};
