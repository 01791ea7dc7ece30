import type { ActivityType } from "#domain/programs/activity-type.ts";
import type { LevelCode } from "#domain/programs/level-of-care.ts";

/** The levels of care every organization starts with: the field's, least care first. It retires what it does not offer. */
export const firstLevels: readonly { code: LevelCode; name: string; rank: number }[] = [
  { code: "outpatient", name: "Outpatient", rank: 1 },
  { code: "iop", name: "Intensive outpatient", rank: 2 },
  { code: "php", name: "Partial hospitalization", rank: 3 },
];

type FirstType = Omit<ActivityType, "id" | "createdAt" | "retiredAt" | "version">;

const type = (
  name: string,
  format: FirstType["format"],
  modality: FirstType["modality"],
  more: Partial<FirstType> = {},
): FirstType => ({
  name,
  format,
  modality,
  countsTowardHours: true,
  minutesToCount: 0,
  needsLicensedLead: false,
  servesPerDiem: true,
  peoplePerFacilitator: null,
  ...more,
});

/**
 * Types of activity to begin with. What counts is the usual answer (staff-led, scheduled, on the plan); medication visits
 * and assessments are paid apart from a day of IOP by most payers, phone check-ins and case management count nowhere.
 */
export const firstActivityTypes: readonly FirstType[] = [
  type("Process group", "group", "process", { needsLicensedLead: true }),
  type("Skills group", "group", "skills-training"),
  type("CBT group", "group", "cbt", { needsLicensedLead: true }),
  type("DBT skills group", "group", "dbt", { needsLicensedLead: true }),
  type("Relapse prevention group", "group", "relapse-prevention"),
  type("Psychoeducation group", "group", "psychoeducation"),
  type("Mindfulness and movement group", "group", "somatic"),
  type("Individual therapy", "individual", "cbt", { needsLicensedLead: true }),
  type("Family session", "family", "family", { needsLicensedLead: true }),
  type("Multifamily group", "multifamily", "family", { needsLicensedLead: true }),
  type("Medication visit", "medication", "medication", {
    needsLicensedLead: true,
    servesPerDiem: false,
  }),
  type("Assessment", "assessment", "assessment", {
    needsLicensedLead: true,
    countsTowardHours: false,
    servesPerDiem: false,
  }),
  type("Case management", "case-management", "case-management", {
    countsTowardHours: false,
    servesPerDiem: false,
  }),
];
