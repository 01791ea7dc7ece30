import { linkLifetimeHours } from "#domain/access/link-lifetime.ts";

const hour = 3_600_000;

/** The moment at which the link of an invitation ends. */
export const linkUntil = (invitedAt: string): string =>
  new Date(Date.parse(invitedAt) + linkLifetimeHours.invitation * hour).toISOString();
