import { dateAt } from "#domain/basics/civil-date.ts";
import { changesBetween, type Revision } from "#domain/basics/revision.ts";
import { problem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/practice/organization.api.ts";
import {
  organizationProblems,
  patientWordSchema,
  type Organization,
} from "#domain/practice/organization.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { listRevisions } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";
import { assertMayChange } from "#server/practice/assert-may.ts";
import * as queries from "#server/practice/organization.queries.ts";

const organizationOf = (row: queries.OrganizationRow): Organization => ({
  ...row,
  patientWord: patientWordSchema.parse(row.patientWord),
});

export const getOrganization = async (work: Work): Promise<Organization> =>
  organizationOf(await queries.getOrganization(work));

/** Today by the organization's calendar; a session and a series have the one of their site. */
export const todayOf = async (work: Work): Promise<string> =>
  dateAt(work.now, (await getOrganization(work)).zone);

/** The history of the organization, newest first. */
export const listOrganizationRevisions = (work: Work): Promise<Revision[]> =>
  listRevisions(work, "organization", work.organizationId);

export const changeOrganization = async (
  work: Work,
  { version, ...facts }: Parsed<typeof api.changeOrganization>,
): Promise<Organization> => {
  const locked = { ...(await queries.lockOrganization(work)), retiredAt: null };
  const before = await assertMayChange(work, "organization", locked, version);
  const changes = changesBetween(before, facts);
  if (Object.keys(changes).length === 0) return organizationOf(before);
  const after = { ...before, ...facts, version: version + 1 };
  const fields = organizationProblems(after);
  if (Object.keys(fields).length > 0) throw problem("invalid-input", { fields });
  await queries.updateOrganization(work, facts);
  await recordChange(work, "organization", after, { verb: "change", changes });
  return organizationOf(after);
};
