import type { Label } from "#domain/basics/label.ts";
import type { AnyRoute } from "#domain/contract/route.ts";

export const routeName = ({ method, path }: Pick<AnyRoute, "method" | "path">): string =>
  `${method} ${path}`;

/** A change of what is there already is one piece of work, however many are at it: they see each other. */
export const isSeenByOthers = ({ method, path }: Pick<AnyRoute, "method" | "path">): boolean =>
  (method === "PATCH" || method === "PUT") && path.includes("{");

/** Words for a request that may touch a person in care are kept as closely as can be: nobody has looked at them yet. */
export const draftLabel = ({ audit }: AnyRoute): Label =>
  audit.subjects === "none" ? "general" : "restricted";

/** Words for requests that somebody signed in sends; a letter's door, a file, and what holds for moments have none. */
export const mayBeKept = ({ method, permission, body, fleeting }: AnyRoute): boolean =>
  method !== "GET" && permission !== "anyone" && body === "json" && !fleeting;

const agedHours = 3 * 24;
const abandonedHours = 14 * 24;
/** From here on whoever leads the program sees that somebody's work lies there. */
export const toldAfterHours = 7 * 24;

/** So long the end of a draft is remembered: twice as long as a device keeps words that could come late. */
export const endedHours = 30 * 24;

export type DraftAge = "fresh" | "aged" | "abandoned";

/** How long something lies unsent, in words of its owner's list. */
export const draftAge = (hours: number): DraftAge =>
  hours >= abandonedHours ? "abandoned" : hours >= agedHours ? "aged" : "fresh";
