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

/** What somebody reads a record for: to treat, or to bill what was done. */
export type SightPurpose = "care" | "payment";

/**
 * The labels whose records this person sees. Inside a program, too, records of substance use treatment are for those who
 * need them for their work (42 CFR 2.12(c)(3)(i)): who treats needs what was said, who bills needs the stay, its days and its
 * diagnoses and nothing of the words. What is given to somebody to do, and whom they treat, they see besides. What one does
 * not see is not counted and not hinted at either: that a record is there tells already.
 */
export const labelsSeenBy = (
  actor: Pick<Actor, "permissions">,
  purpose: SightPurpose = "care",
): readonly Label[] =>
  purpose === "payment" && isAllowed(actor, "charges:read")
    ? labels
    : labels.filter((label) => {
        const needed = neededFor[label];
        return needed === null || isAllowed(actor, needed);
      });

/** Whether no label hides anything from this person. */
export const seesEveryLabel = (
  actor: Pick<Actor, "permissions">,
  purpose: SightPurpose = "care",
): boolean => labelsSeenBy(actor, purpose).length === labels.length;
