import { Temporal } from "temporal-polyfill";
import { linkEnd } from "#domain/access/link-lifetime.ts";
import type { PersonState } from "#domain/access/person.ts";

/** The state of an affiliation at a moment, from the instants it keeps (ISO 8601). */
export const personState = (
  dates: {
    readonly invitedAt: string;
    readonly acceptedAt: string | null;
    readonly endedAt: string | null;
  },
  now: Temporal.Instant,
): PersonState => {
  if (dates.endedAt !== null) return "ended";
  if (dates.acceptedAt !== null) return "active";
  const end = linkEnd("invitation", Temporal.Instant.from(dates.invitedAt));
  return end.epochMilliseconds > now.epochMilliseconds ? "invited" : "invitation-over";
};
