import type { Temporal } from "temporal-polyfill";

/** How long a link in a letter leads somewhere: an invitation for seven days, a reset for one hour. */
export const linkLifetimeHours = { invitation: 7 * 24, "password-reset": 1 } as const;

/** What a link in a letter is good for, once. */
export type LinkPurpose = keyof typeof linkLifetimeHours;

/** When a link written at this moment ends. */
export const linkEnd = (purpose: LinkPurpose, writtenAt: Temporal.Instant): Temporal.Instant =>
  writtenAt.add({ hours: linkLifetimeHours[purpose] });
