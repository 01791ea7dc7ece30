/** In what a payer counts what it authorizes. */
export const authorizationUnitNames = ["days", "hours", "sessions", "units"] as const;
