import { isAllowed, type Actor } from "#domain/access/actor.ts";
import type { Permission } from "#domain/access/permissions.ts";
import { labels, type Label } from "#domain/basics/label.ts";

/** What one needs, besides the permission for the kind of record, to see a record with this label. */
const neededFor: Readonly<Record<Label, Permission | null>> = {
  general: null,
  "mental-health": null,
  "part-2": "records:part-2",
  restricted: "records:restricted",
};

/** What somebody reads a record for: to treat, to bill what was done, or to judge what may be told. */
export type SightPurpose = "care" | "payment" | "disclosure";

/** What lets somebody see every label for a purpose, as the work cannot be done otherwise. */
const seesAllFor: Readonly<Record<SightPurpose, Permission | null>> = {
  care: null,
  payment: "charges:read",
  disclosure: "disclosures:make",
};

/**
 * The labels whose records this person sees. Inside a program, too, records of substance use treatment are for those who
 * need them for their work (42 CFR 2.12(c)(3)(i)): who treats needs what was said, who bills needs the stay, its days and its
 * diagnoses and nothing of the words; who answers for what is told needs the papers that open it. What is given to somebody to do, and whom they treat, they see besides. What one does
 * not see is not counted and not hinted at either: that a record is there tells already.
 */
export const labelsSeenBy = (
  actor: Pick<Actor, "permissions">,
  purpose: SightPurpose = "care",
): readonly Label[] => {
  const seesAll = seesAllFor[purpose];
  if (seesAll !== null && isAllowed(actor, seesAll)) return labels;
  return labels.filter((label) => {
    const needed = neededFor[label];
    return needed === null || isAllowed(actor, needed);
  });
};

/** Whether no label hides anything from this person. */
export const seesEveryLabel = (
  actor: Pick<Actor, "permissions">,
  purpose: SightPurpose = "care",
): boolean => labelsSeenBy(actor, purpose).length === labels.length;
