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

/**
 * The labels whose records this person sees. Inside a program, too, records of substance use treatment are for those who
 * need them for their work (42 CFR 2.12(c)(3)(i)). What is given to somebody to do, and whom they treat, they see besides.
 */
export const labelsSeenBy = (actor: Pick<Actor, "permissions">): readonly Label[] =>
  labels.filter((label) => {
    const needed = neededFor[label];
    return needed === null || isAllowed(actor, needed);
  });
