/** Where an account stands in an organization. */
export const personStates = ["active", "invited", "invitation-over", "ended"] as const;
export type PersonState = (typeof personStates)[number];
