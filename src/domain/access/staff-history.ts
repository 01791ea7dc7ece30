import { isStaffMember, staffRolesOf } from "#domain/access/roles.ts";
import type { Changes, Revision } from "#domain/basics/revision.ts";

const rolesIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];

/** A version with which somebody became staff is told as their first: nothing was before it. */
const withoutPast = (changes: Changes): Changes =>
  Object.fromEntries(
    Object.entries(changes)
      .filter(([, { to }]) => to !== null)
      .map(([field, { to }]) => [field, { from: null, to }]),
  );

const withStaffRoles = ({ roles, ...others }: Changes): Changes => {
  if (roles === undefined) return others;
  const [from, to] = [staffRolesOf(rolesIn(roles.from)), staffRolesOf(rolesIn(roles.to))];
  const isSame = from.join() === to.join();
  return isSame ? others : { ...others, roles: { from: roles.from === null ? null : from, to } };
};

/**
 * The history of somebody's access as those who manage people may read it, newest first as it came: only while the
 * person held a role of staff, and of their roles only those. That somebody is or was a patient is not told
 * (42 CFR 2.13(c)). `rolesNow` are the roles after the newest version.
 */
export const staffHistory = (
  history: readonly Revision[],
  rolesNow: readonly string[],
): Revision[] => {
  const told: Revision[] = [];
  let after = rolesNow;
  for (const revision of history) {
    const { roles } = revision.changes;
    const before = roles === undefined ? after : rolesIn(roles.from);
    const isFirst = roles !== undefined && !isStaffMember(before);
    const changes = withStaffRoles(isFirst ? withoutPast(revision.changes) : revision.changes);
    const isOfOtherRoles = roles !== undefined && Object.keys(changes).length === 0;
    if (isStaffMember(after) && !isOfOtherRoles) told.push({ ...revision, changes });
    after = before;
  }
  return told;
};
