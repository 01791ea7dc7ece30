import type {
  changeRoles as changeRolesContract,
  endAccess as endAccessContract,
  Person,
} from "#domain/access/people.api.ts";
import { faultOfEnding, faultOfRoles, faultOfSending } from "#domain/access/person.policy.ts";
import { personState } from "#domain/access/person-state.ts";
import { isStaffMember } from "#domain/access/roles.ts";
import { notFound, problem, Problem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import {
  lockAdministrators,
  lockAffiliation,
  type AffiliationRow,
} from "#server/access/affiliation.queries.ts";
import { changeAffiliation } from "#server/access/change-affiliation.ts";
import { closeLinks } from "#server/access/link.queries.ts";
import { getPerson } from "#server/access/people.service.ts";
import { revokeSessions } from "#server/access/session.queries.ts";
import { enqueue } from "#server/platform/outbox/outbox.ts";
import type { Work } from "#server/platform/work.ts";

interface AtHand {
  readonly before: AffiliationRow;
  readonly state: Person["state"];
  readonly otherAdministrators: number;
}

/** Administrators are locked first and in one order, so that two who end each other cannot both win. */
const takeInHand = async (work: Work, affiliationId: string): Promise<AtHand> => {
  const administrators = await lockAdministrators(work);
  const before = await lockAffiliation(work, affiliationId);
  if (before === undefined || !isStaffMember(before.roles)) throw notFound();
  const others = administrators.filter(({ id }) => id !== affiliationId);
  return { before, state: personState(before, work.now), otherAdministrators: others.length };
};

/** Roles that are given elsewhere (a member of staff may be a patient here as well) stay as they are. */
const withRolesGivenElsewhere = (before: readonly string[], roles: readonly string[]): string[] => [
  ...roles,
  ...before.filter((role) => !isStaffMember([role])),
];

/** Changes what somebody may do. It holds from their next request on, for every request reads its roles. */
export const changeRoles = async (
  work: Work,
  input: Parsed<typeof changeRolesContract>,
): Promise<Person> => {
  const { before, state, otherAdministrators } = await takeInHand(work, input.affiliationId);
  if (before.version !== input.version) throw problem("changed-meanwhile");
  const fault = faultOfRoles({ ...before, state }, input.roles, otherAdministrators);
  if (fault !== undefined) throw new Problem(fault, 409);
  const roles = withRolesGivenElsewhere(before.roles, input.roles);
  await changeAffiliation(work, before, { roles }, { verb: "change-roles" });
  return getPerson(work, before.id);
};

/** Sends the invitation again. The letter's link replaces the one sent before. */
export const sendInvitation = async (work: Work, affiliationId: string): Promise<Person> => {
  const { before, state } = await takeInHand(work, affiliationId);
  const fault = faultOfSending({ state });
  if (fault !== undefined) throw new Problem(fault, 409);
  const change = { invitedAt: work.now.toString(), invitedBy: work.actor.name };
  await changeAffiliation(work, before, change, { verb: "invite-again" });
  await enqueue(work, { kind: "send-invitation", recordId: before.id });
  return getPerson(work, before.id);
};

/**
 * Ends somebody's access at once: their sessions in this organization and an open invitation end with it. In other
 * organizations nothing changes.
 */
export const endAccess = async (
  work: Work,
  input: Parsed<typeof endAccessContract>,
): Promise<Person> => {
  const { tx, organizationId, actor } = work;
  const { before, state, otherAdministrators } = await takeInHand(work, input.affiliationId);
  const fault = faultOfEnding({ ...before, state }, actor, otherAdministrators);
  if (fault !== undefined) throw new Problem(fault, 409);
  const at = work.now.toString();
  const { accountId } = before;
  await changeAffiliation(work, before, { endedAt: at }, { verb: "end", reason: input.reason });
  await revokeSessions(tx, accountId, at, { organizationId, side: "staff" });
  await closeLinks(tx, { accountId, purpose: "invitation", organizationId }, at);
  return getPerson(work, before.id);
};
