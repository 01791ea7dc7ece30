/** In what a payer counts what it authorizes. */
export const authorizationUnits = ["days", "hours", "sessions", "units"] as const;
export type AuthorizationUnit = (typeof authorizationUnits)[number];
