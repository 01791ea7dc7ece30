import type { Permission } from "#domain/access/permissions.ts";

/** Lists that can be taken out as a file. */
export const takeableLists = [
  "patients",
  "tasks",
  "sessions",
  "weekly-groups",
  "closing-calls",
  "hours",
  "notes",
  "notes-to-sign",
  "cosignatures",
  "at-risk",
  "census",
  "group-attendance",
  "coverage-gaps",
  "disclosures",
  "day-charges",
  "claims",
  "holds",
  "claim-files",
  "contracts",
  "fees",
  "staff",
  "sites",
  "people",
  "imports",
  "import-report",
  "exports",
  "hand-overs",
  "errands",
] as const;
export type TakeableList = (typeof takeableLists)[number];

/** What whoever takes a list out must be allowed to see. */
export const permissionOfList: Readonly<Record<TakeableList, Permission>> = {
  patients: "patients:read",
  tasks: "tasks:read",
  sessions: "schedule:read",
  "weekly-groups": "schedule:read",
  "closing-calls": "attendance:read",
  hours: "attendance:read",
  notes: "notes:read",
  "notes-to-sign": "notes:read",
  cosignatures: "notes:read",
  "at-risk": "measures:read",
  census: "reports:read",
  "group-attendance": "reports:read",
  "coverage-gaps": "coverage:read",
  disclosures: "disclosures:read",
  "day-charges": "charges:read",
  claims: "claims:read",
  holds: "claims:read",
  "claim-files": "claims:read",
  contracts: "contracts:read",
  fees: "contracts:read",
  staff: "staff:read",
  sites: "practice:read",
  people: "people:read",
  imports: "imports:run",
  "import-report": "imports:run",
  exports: "exports:organization",
  "hand-overs": "exports:person",
  errands: "operations:read",
};

/** More rows than this are no list to work with: whoever needs all takes the organization's copy. */
export const mostTakenRows = 5000;
