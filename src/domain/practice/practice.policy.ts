import { isAllowed, type Actor } from "#domain/access/actor.ts";
import type { Permission } from "#domain/access/permissions.ts";

/** Places are managed by one permission, people and their credentials by another. */
const managing = {
  organization: "practice:manage",
  site: "practice:manage",
  room: "practice:manage",
  staff: "staff:manage",
  credential: "staff:manage",
} as const satisfies Record<string, Permission>;

export type PracticeRecord = keyof typeof managing;
type Who = Pick<Actor, "permissions">;
interface Retirable {
  readonly retiredAt: string | null;
}

/** Whether this person may add a record of this kind. */
export const mayAdd = (who: Who, kind: PracticeRecord): boolean => isAllowed(who, managing[kind]);

/** Why this person cannot change this record, or null. What is retired stays as it was: bring it back first. */
export const changeRefusal = (
  who: Who,
  kind: PracticeRecord,
  record: Retirable,
): "not-allowed" | "retired" | null => {
  if (!isAllowed(who, managing[kind])) return "not-allowed";
  return record.retiredAt === null ? null : "retired";
};

/** Why this person cannot bring this record back, or null. Retiring asks `changeRefusal`: what may be changed may end. */
export const bringBackRefusal = (
  who: Who,
  kind: PracticeRecord,
  record: Retirable,
): "not-allowed" | "not-retired" | null => {
  if (!isAllowed(who, managing[kind])) return "not-allowed";
  return record.retiredAt === null ? "not-retired" : null;
};
