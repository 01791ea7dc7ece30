import { problem } from "#domain/contract/problem.ts";
import { conflict } from "#domain/practice/conflict.ts";
import type { Named } from "#domain/practice/record-state.ts";
import { supervisionProblem } from "#domain/practice/supervision.ts";
import type { Work } from "#server/platform/work.ts";
import { holdSite } from "#server/practice/site.queries.ts";
import { holdActiveSite } from "#server/practice/site.service.ts";
import { holdStaff } from "#server/practice/staff.queries.ts";
import { listLinksAbove } from "#server/practice/supervision.queries.ts";

/** Where a colleague is based and who supervises them. Undefined: not asked for; null: nowhere, nobody. */
export interface Placement {
  readonly homeSiteId?: string | null;
  readonly supervisorId?: string | null;
}

const notAChoice = (field: string) =>
  problem("invalid-input", { fields: { [field]: { code: "not-a-choice" } } });

const homeSiteOf = async (work: Work, siteId: string): Promise<Named> => {
  const site = await holdActiveSite(work, siteId, "homeSiteId");
  if (site === undefined) throw notAChoice("homeSiteId");
  return site;
};

const supervisorOf = async (
  work: Work,
  staffId: string | undefined,
  supervisorId: string,
): Promise<Named> => {
  const supervisor = await holdStaff(work, supervisorId);
  if (supervisor === undefined) throw notAChoice("supervisorId");
  if (supervisor.retiredAt !== null)
    throw conflict("staff-retired", { fields: { supervisorId: { code: "retired" } } });
  if (staffId !== undefined) {
    const why = supervisionProblem(staffId, supervisorId, await listLinksAbove(work, supervisorId));
    if (why !== null)
      throw conflict("supervision-circle", { fields: { supervisorId: { code: why } } });
  }
  return { id: supervisor.id, name: `${supervisor.givenName} ${supervisor.familyName}` };
};

/**
 * The site and the supervisor that were asked for, held so that neither can be retired before this transaction ends.
 * Refuses what is retired and a circle. A colleague who is being added has nobody beneath and closes no circle.
 */
export const placementOf = async (
  work: Work,
  staffId: string | undefined,
  { homeSiteId, supervisorId }: Placement,
): Promise<{ homeSite?: Named | null; supervisor?: Named | null }> => ({
  ...(homeSiteId !== undefined && {
    homeSite: homeSiteId === null ? null : await homeSiteOf(work, homeSiteId),
  }),
  ...(supervisorId !== undefined && {
    supervisor: supervisorId === null ? null : await supervisorOf(work, staffId, supervisorId),
  }),
});

/** What must be left out of a placement because it was retired meanwhile. */
export const retiredPlacement = async (
  work: Work,
  { homeSiteId, supervisorId }: Placement,
): Promise<{ homeSiteId?: null; supervisorId?: null }> => {
  const site = homeSiteId ? await holdSite(work, homeSiteId) : undefined;
  const supervisor = supervisorId ? await holdStaff(work, supervisorId) : undefined;
  return {
    ...(site !== undefined && site.retiredAt !== null && { homeSiteId: null }),
    ...(supervisor !== undefined && supervisor.retiredAt !== null && { supervisorId: null }),
  };
};
