import { isAllowed, type Actor } from "#domain/access/actor.ts";

export const programRecords = ["program", "track", "activity-type", "level-of-care"] as const;
export type ProgramRecord = (typeof programRecords)[number];
type Who = Pick<Actor, "permissions">;
interface Retirable {
  readonly retiredAt: string | null;
}

/** Whether this person may say what the organization offers: one permission for all of it. */
export const mayManagePrograms = (who: Who): boolean => isAllowed(who, "programs:manage");

/** Why this person cannot change or retire this record, or null. */
export const changeRefusal = (who: Who, record: Retirable): "not-allowed" | "retired" | null => {
  if (!mayManagePrograms(who)) return "not-allowed";
  return record.retiredAt === null ? null : "retired";
};

/** Why this person cannot bring this record back, or null. */
export const bringBackRefusal = (
  who: Who,
  record: Retirable,
): "not-allowed" | "not-retired" | null => {
  if (!mayManagePrograms(who)) return "not-allowed";
  return record.retiredAt === null ? "not-retired" : null;
};
