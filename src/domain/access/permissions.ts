/**
 * Everything a role can be allowed to do, as `<noun>:<verb>`. A route names one; the screen that hides
 * a button asks the same name.
 */
export const permissions = [
  "practice:read",
  "practice:manage",
  "staff:read",
  "staff:manage",
  "people:read",
  "people:manage",
  "audit:read",
  "audit:export",
  "operations:read",
  "operations:manage",
  "my-program:read",
] as const;
export type Permission = (typeof permissions)[number];
