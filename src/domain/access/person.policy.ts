import type { PersonState } from "#domain/access/person.ts";
import type { Role } from "#domain/access/roles.ts";

/** What a decision about somebody's access needs to know of them. */
export interface PersonAtHand {
  /** Null where it is not told: of somebody who has not accepted, who is nobody that could ask. */
  readonly accountId: string | null;
  readonly roles: readonly string[];
  readonly state: PersonState;
}

const administers = (roles: readonly string[]): boolean =>
  roles.includes("administrator" satisfies Role);

/**
 * Why this access may not be ended by this account, or undefined. Nobody ends their own, and the last
 * administrator stays: otherwise nobody could let anybody in again.
 */
export const faultOfEnding = (
  person: PersonAtHand,
  asker: { readonly accountId: string | null },
  otherAdministrators: number,
): "access-ended" | "own-access" | "last-administrator" | undefined => {
  if (person.state === "ended") return "access-ended";
  if (person.accountId !== null && person.accountId === asker.accountId) return "own-access";
  if (person.state === "active" && administers(person.roles) && otherAdministrators === 0)
    return "last-administrator";
  return undefined;
};

/** Why this person may not hold these roles instead, or undefined. */
export const faultOfRoles = (
  person: PersonAtHand,
  roles: readonly string[],
  otherAdministrators: number,
): "access-ended" | "last-administrator" | undefined => {
  if (person.state === "ended") return "access-ended";
  const stepsDown = administers(person.roles) && !administers(roles);
  if (person.state === "active" && stepsDown && otherAdministrators === 0)
    return "last-administrator";
  return undefined;
};

/** Why no invitation can be sent to this person again, or undefined. */
export const faultOfSending = (
  person: Pick<PersonAtHand, "state">,
): "access-ended" | "accepted-already" | undefined => {
  if (person.state === "ended") return "access-ended";
  if (person.state === "active") return "accepted-already";
  return undefined;
};
