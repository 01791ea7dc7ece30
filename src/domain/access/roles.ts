import { z } from "zod";
import type { Permission } from "#domain/access/permissions.ts";

const careTeam = ["practice:read", "staff:read"] as const satisfies readonly Permission[];

/**
 * The people of a program and what each may do. A person may hold several roles in one organization;
 * what they may do is the union (45 CFR 164.308(a)(4): access by role, minimum necessary).
 */
export const roles = {
  admissions: careTeam,
  facilitator: careTeam,
  therapist: careTeam,
  supervisor: careTeam,
  director: [...careTeam, "practice:manage", "staff:manage", "people:read"],
  prescriber: careTeam,
  nurse: careTeam,
  "case-manager": careTeam,
  "peer-specialist": careTeam,
  "utilization-reviewer": careTeam,
  biller: careTeam,
  "privacy-officer": [...careTeam, "people:read", "audit:read", "audit:export"],
  auditor: ["practice:read", "staff:read", "audit:read"],
  administrator: [
    ...careTeam,
    "practice:manage",
    "staff:manage",
    "people:read",
    "people:manage",
    "audit:read",
    "operations:read",
    "operations:manage",
  ],
  referrer: [],
  patient: ["my-program:read"],
  family: ["my-program:read"],
} as const satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as readonly Role[];
export const roleSchema = z.enum(roleNames as [Role, ...Role[]]);

/** Roles of people who work in the program and sign in to the staff screens. */
export const staffRoles: readonly Role[] = roleNames.filter(
  (role) => role !== "patient" && role !== "family" && role !== "referrer",
);

/** What the holder of these roles may do; a name that is no longer a role gives nothing. */
export const permissionsOf = (held: readonly string[]): ReadonlySet<Permission> =>
  new Set(
    held.flatMap((name): readonly Permission[] =>
      Object.hasOwn(roles, name) ? roles[name as Role] : [],
    ),
  );

export const staffRoleSchema = z.enum(staffRoles as [Role, ...Role[]]);

const isStaffRole = (name: string): boolean => staffRoles.some((role) => role === name);

/** Of these roles those that are of staff; what else somebody is here concerns whoever looks after that. */
export const staffRolesOf = (held: readonly string[]): string[] => held.filter(isStaffRole);

/** True for somebody who works in the program; patients, families and referrers are looked after elsewhere. */
export const isStaffMember = (held: readonly string[]): boolean => held.some(isStaffRole);
