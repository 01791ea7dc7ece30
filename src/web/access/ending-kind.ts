import type { Person } from "#domain/access/people.api.ts";

/** What ending somebody's access comes to: their access, a letter that still leads in, or one that no longer does. */
export type EndingKind = "access" | "open-invitation" | "closed-invitation";

export const endingKindOf = ({ state }: Pick<Person, "state">): EndingKind => {
  if (state === "active") return "access";
  return state === "invited" ? "open-invitation" : "closed-invitation";
};
