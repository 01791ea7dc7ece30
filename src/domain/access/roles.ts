import { z } from "zod";
import type { Permission } from "#domain/access/permissions.ts";

const careTeam = [
  "practice:read",
  "staff:read",
  "programs:read",
] as const satisfies readonly Permission[];

/** Whoever looks after a person: sees the person, the plan, the week, and what is due. */
const inCare = [
  ...careTeam,
  "patients:read",
  "enrollments:read",
  "plan:read",
  "schedule:read",
  "attendance:read",
  "measures:read",
  "tasks:read",
  "tasks:work",
  "consents:read",
  "records:part-2",
  "disclosures:emergency",
] as const satisfies readonly Permission[];

const facilitates = [
  ...inCare,
  "attendance:record",
  "notes:read",
  "notes:write",
  "notes:sign",
  "measures:ask",
] as const satisfies readonly Permission[];

const treats = [
  ...facilitates,
  "plan:write",
  "attendance:correct",
  "records:restricted",
] as const satisfies readonly Permission[];

/**
 * The people of a program and what each may do. A person may hold several roles in one organization;
 * what they may do is the union (45 CFR 164.308(a)(4): access by role, minimum necessary).
 */
export const roles = {
  admissions: [
    ...inCare,
    "reports:read",
    "patients:register",
    "consents:manage",
    "coverage:read",
    "coverage:manage",
    "enrollments:manage",
    "plan:write",
    "measures:ask",
  ],
  facilitator: facilitates,
  therapist: [...treats, "patients:register", "enrollments:manage", "consents:manage"],
  supervisor: [...treats, "notes:cosign", "enrollments:manage", "schedule:manage", "reports:read"],
  director: [
    ...treats,
    "reports:read",
    "practice:manage",
    "staff:manage",
    "people:read",
    "programs:manage",
    "patients:register",
    "consents:manage",
    "coverage:read",
    "coverage:manage",
    "enrollments:manage",
    "schedule:manage",
    "disclosures:read",
    "disclosures:make",
    // 42 CFR 2.14(c): the director of the program judges, and nobody else.
    "disclosures:minor-threat",
    "contracts:read",
    "contracts:manage",
    "charges:read",
    "claims:read",
    "exports:person",
    "imports:run",
  ],
  prescriber: [...treats, "notes:cosign"],
  nurse: facilitates,
  "case-manager": [...facilitates, "plan:write", "consents:manage"],
  "peer-specialist": facilitates,
  "utilization-reviewer": [
    ...inCare,
    "reports:read",
    "notes:read",
    "coverage:read",
    "coverage:manage",
    "disclosures:make",
    "charges:read",
  ],
  biller: [
    ...careTeam,
    "patients:read",
    "coverage:read",
    "coverage:manage",
    "enrollments:read",
    "schedule:read",
    "attendance:read",
    "tasks:read",
    "tasks:work",
    "contracts:read",
    "contracts:manage",
    "charges:read",
    "claims:read",
    "claims:manage",
    "claims:export",
  ],
  "privacy-officer": [
    ...careTeam,
    "people:read",
    "audit:read",
    "audit:export",
    "patients:read",
    "consents:read",
    "consents:manage",
    "disclosures:read",
    "disclosures:make",
    "exports:person",
    "exports:organization",
  ],
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
    "programs:manage",
    "schedule:read",
    "schedule:manage",
    "contracts:read",
    "exports:organization",
  ],
  referrer: [],
  patient: ["my-program:read", "my-care:read", "my-measures:answer"],
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

/** Working somewhere and being in care there are two places of one account; neither is seen from the other. */
export type Side = "staff" | "care";

/** The side these roles stand on; the column of the same name says it in the database. */
export const sideOf = (held: readonly string[]): Side =>
  held.every((role) => role === "patient" || role === "family") ? "care" : "staff";

/** True for somebody who works in the program; patients, families and referrers are looked after elsewhere. */
export const isStaffMember = (held: readonly string[]): boolean => held.some(isStaffRole);
