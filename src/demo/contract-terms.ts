import type { ServiceTerm } from "#domain/payers/contract-terms.ts";
import { facility, perDiem, practice, service } from "#demo/plain-terms.ts";

const groupsInside: ServiceTerm[] = [
  service("group-therapy", "in-per-diem"),
  service("individual-therapy", "in-per-diem"),
  service("family-therapy", "in-per-diem"),
  service("education", "in-per-diem"),
  service("activity-therapy", "in-per-diem"),
  service("multifamily-therapy", "in-per-diem"),
  service("case-management", "not-billable"),
];

const facilityComponents: ServiceTerm[] = [
  service("group-therapy", "component", "90853", "0915", { minimumMinutes: 45, maxPerDay: 2 }),
  service("individual-therapy", "component", "90834", "0914", { minimumMinutes: 38 }),
  service("family-therapy", "component", "90847", "0916", { minimumMinutes: 26 }),
  service("education", "component", "H2027", "0942", { unit: "quarter-hour", maxPerDay: 4 }),
  service("activity-therapy", "in-per-diem"),
  service("multifamily-therapy", "in-per-diem"),
  service("medication", "carved-out", "99213", "0510"),
  service("assessment", "carved-out", "90791", "0900"),
];

/** A mental health day by S9480, its groups by their own codes where the day falls short. */
export const dayWithComponents = facility({
  belowMinimum: "components",
  services: [...facilityComponents, service("case-management", "not-billable")],
  datesPerClaim: 7,
  authorization: { needed: true, unit: "days" },
});

/** The same contract a year before: longer days, and nothing for one that falls short. */
export const dayOfLastYear = facility({
  perDiem: perDiem("S9480", "0905", { minimumMinutes: 180 }),
  services: groupsInside,
  datesPerClaim: 5,
});

/** What the payer proposes next: three services make a day too, and video is marked. */
export const dayOfNextYear = facility({
  ...dayWithComponents,
  perDiem: perDiem("S9480", "0905", { minimumMinutes: 120, minimumServices: 2 }),
  modifiers: [{ when: { kind: "video" }, modifier: "95" }],
  datesPerClaim: 10,
  timelyFilingDays: 365,
});

/** A substance use day by revenue code alone. */
export const revenueCodeOnly = facility({
  filing: "BL",
  perDiem: perDiem(null, "0906"),
  services: groupsInside,
  datesPerClaim: 5,
  claimSpan: "month",
  diagnosis: { primaryPrefixes: ["F1"], most: 9 },
});

/** One contract for every program, adolescents marked; two hours are enough. */
export const dayForAllAges = facility({
  filing: "HM",
  perDiem: perDiem("S9480", "0905", { minimumMinutes: 120 }),
  belowMinimum: "components",
  services: facilityComponents,
  modifiers: [
    { when: { kind: "population", population: "adolescent" }, modifier: "HA" },
    { when: { kind: "telehealth" }, modifier: "GT" },
  ],
  claimSpan: "month",
  timelyFilingDays: 90,
});

/** A substance use day by H0015 with its revenue code. */
export const substanceUseDay = facility({
  filing: "HM",
  perDiem: perDiem("H0015", "0906"),
  belowMinimum: "components",
  services: facilityComponents,
  claimSpan: "week",
  datesPerClaim: 3,
  weekStartsOn: 7,
  diagnosis: { primaryPrefixes: ["F10", "F11", "F12", "F13", "F14", "F15", "F19"], most: 12 },
  timelyFilingDays: 90,
});

/** Medicaid pays quarter hours of a substance use day, the mid-point rule, twelve at most. */
export const quarterHours = practice({
  perDiem: perDiem("H0015", null, {
    procedure: { code: "H0015", modifiers: ["HF"] },
    unit: "quarter-hour",
    quarterRule: "midpoint",
    maxUnits: 12,
    minimumMinutes: 120,
  }),
  belowMinimum: "components",
  services: [
    service("group-therapy", "component", "H0005", null, { minimumMinutes: 45 }),
    service("education", "component", "H2027", null, { unit: "quarter-hour", maxPerDay: 4 }),
    service("individual-therapy", "component", "H0004", null, {
      unit: "quarter-hour",
      quarterRule: "midpoint",
      maxPerDay: 4,
    }),
    service("assessment", "carved-out", "H0001"),
    service("medication", "carved-out", "99213"),
    service("case-management", "carved-out", "T1016", null, {
      unit: "quarter-hour",
      maxPerDay: 4,
    }),
  ],
  modifiers: [
    { when: { kind: "always" }, modifier: "HQ" },
    { when: { kind: "video" }, modifier: "95" },
    { when: { kind: "phone" }, modifier: "93" },
  ],
  placeOfServiceTelehealth: "10",
  diagnosis: { primaryPrefixes: ["F1"], most: 4 },
});

/** Medicaid pays mental health by the service, and by what its lead is. */
export const byTheService = practice({
  services: [
    service("group-therapy", "per-service", "90853", null, { minimumMinutes: 45 }),
    service("individual-therapy", "per-service", "90834", null, { minimumMinutes: 38 }),
    service("family-therapy", "per-service", "90847", null, { minimumMinutes: 26 }),
    service("multifamily-therapy", "per-service", "90849", null, { minimumMinutes: 45 }),
    service("education", "per-service", "H2027", null, { unit: "quarter-hour", maxPerDay: 8 }),
    service("assessment", "per-service", "90791"),
    service("medication", "per-service", "99213"),
    service("case-management", "per-service", "T1016", null, {
      unit: "quarter-hour",
      maxPerDay: 8,
    }),
  ],
  modifiers: [
    { when: { kind: "credential", types: ["PSY"] }, modifier: "HP" },
    { when: { kind: "credential", types: ["LCSW", "LPC", "LMFT"] }, modifier: "HO" },
    { when: { kind: "always" }, modifier: "HE" },
    { when: { kind: "population", population: "adolescent" }, modifier: "HA" },
    { when: { kind: "video" }, modifier: "95" },
  ],
  placeOfService: "11",
  placeOfServiceTelehealth: "10",
  authorization: { needed: false, unit: "sessions" },
  diagnosis: { primaryPrefixes: [], most: 4 },
});

/** Medicaid pays a day of partial hospitalization whole. */
export const partialDay = practice({
  perDiem: perDiem("H0035", null, { minimumMinutes: 150 }),
  services: groupsInside,
  placeOfService: "52",
  providers: {
    rendering: "supervisor",
    supervising: true,
    attending: false,
    serviceFacility: true,
  },
});

/** A per diem of the armed services: one claim for the stay, a year to file. */
export const serviceMembersDay = facility({
  filing: "CH",
  perDiem: perDiem("S9480", "0905", { minimumMinutes: 120, minimumServices: 1 }),
  services: [...groupsInside, service("medication", "carved-out", "99213", "0510")],
  claimSpan: "enrollment",
  diagnosis: { primaryPrefixes: ["F3", "F4"], most: 12 },
  timelyFilingDays: 365,
});

/** The same payer for substance use. */
export const serviceMembersRecovery = facility({
  ...serviceMembersDay,
  perDiem: perDiem("H0015", "0906", { minimumMinutes: 150 }),
  diagnosis: { primaryPrefixes: ["F1"], most: 12 },
});

/** Hours of a day, three at most, on interim bills of a month. */
export const hoursByTheMonth = facility({
  perDiem: perDiem("H0015", "0906", { unit: "hour", maxUnits: 3, minimumMinutes: 120 }),
  services: groupsInside,
  claimSpan: "month",
  frequency: "interim",
  billType: "89",
  diagnosis: { primaryPrefixes: ["F1"], most: 12 },
});

/** A Medicaid that pays by the hour on a professional claim; still being tested. */
export const hoursOfTreatment = practice({
  perDiem: perDiem("H2035", null, {
    procedure: { code: "H2035", modifiers: ["HF"] },
    unit: "hour",
    maxUnits: 4,
    minimumMinutes: 60,
  }),
  services: groupsInside,
  modifiers: [{ when: { kind: "credential", types: ["LICSW", "LADC"] }, modifier: "U8" }],
  claimSpan: "week",
  datesPerClaim: 7,
  weekStartsOn: 7,
});

/**
 * Intensive outpatient of a hospital department under Medicare: each service for itself, condition code 92, bill type 13 with
 * frequencies 1 to 4 (42 CFR 410.44; CMS change request 13496). Amounts and lists are made up.
 */
export const medicareHospital = facility({
  filing: "MA",
  perDiem: null,
  services: [
    service("group-therapy", "per-service", "G0410", "0915", { minimumMinutes: 45, maxPerDay: 2 }),
    service("education", "per-service", "G0177", "0942", { minimumMinutes: 45, maxPerDay: 1 }),
    service("activity-therapy", "per-service", "G0176", "0904", { minimumMinutes: 45 }),
    service("individual-therapy", "per-service", "90834", "0914", { minimumMinutes: 38 }),
    service("family-therapy", "per-service", "90847", "0916", { minimumMinutes: 26 }),
    service("assessment", "per-service", "90791", "0900"),
    service("case-management", "not-billable"),
    service("medication", "not-billable"),
  ],
  modifiers: [{ when: { kind: "always" }, modifier: "PO" }],
  conditionCodes: ["92"],
  frequency: "interim",
  claimSpan: "week",
  weekStartsOn: 7,
  diagnosis: { primaryPrefixes: ["F"], most: 12 },
  authorization: { needed: false, unit: "days" },
  timelyFilingDays: 365,
});
