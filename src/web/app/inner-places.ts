import { msg } from "@lingui/core/macro";
import { newStaysPath } from "#web/platform/admission-paths.ts";
import type { Place } from "#web/app/navigation.ts";
import { paths } from "#web/platform/paths.ts";
import { reportPaths } from "#web/reporting/report-paths.ts";

type Named = Pick<Place, "to" | "name" | "permission" | "also">;

/** Screens inside a place, which the rail does not hold: found by their names. */
export const innerPlaces: readonly Named[] = [
  {
    to: paths.census,
    name: msg`Census`,
    permission: "reports:read",
    also: msg`in care, caseload, came, left, admitted, discharged, headcount, report`,
  },
  {
    to: reportPaths.endedStays,
    name: msg`Stays that ended`,
    permission: "reports:read",
    also: msg`length of stay, early leaving, left early, dropout, against advice, discharge, discharged, completed, outcomes, retention, report`,
  },
  {
    to: paths.attendance,
    name: msg`Attendance by group`,
    permission: "reports:read",
    also: msg`show rate, no-shows, absences, groups, seats, report`,
  },
  {
    to: paths.atRisk,
    name: msg`Worth a look`,
    permission: "measures:read",
    also: msg`at risk, risk, PHQ-9, crisis, slipping away, missed`,
  },
  {
    to: paths.lateNotes,
    name: msg`Notes to sign`,
    permission: "notes:read",
    also: msg`late notes, unsigned, documentation, progress notes, overdue`,
  },
  {
    to: paths.whatLeft,
    name: msg`What left`,
    permission: "disclosures:read",
    also: msg`disclosures, released, accounting, sent out`,
  },
  {
    to: paths.coverageGaps,
    name: msg`Coverage to mend`,
    permission: "coverage:read",
    also: msg`insurance, policy, authorization, eligibility, not covered`,
  },
  {
    to: newStaysPath,
    name: msg`New admissions`,
    permission: "enrollments:manage",
    also: msg`intake, admitted lately, missing, onboarding, checklist`,
  },
  {
    to: paths.seriesList,
    name: msg`Weekly groups`,
    permission: "schedule:read",
    also: msg`group schedule, seats, facilitators, recurring`,
  },
  {
    to: paths.closedDays,
    name: msg`Closed days`,
    permission: "schedule:read",
    also: msg`holiday, snow day, closure, cancel a day`,
  },
  {
    to: paths.rules,
    name: msg`Rules of hours and attendance`,
    permission: "programs:read",
    also: msg`floor, regulation, policy, gap, absences`,
  },
  {
    to: paths.charges,
    name: msg`Charges`,
    permission: "charges:read",
    also: msg`days billed, ready to bill, price`,
  },
  {
    to: paths.claims,
    name: msg`Claims`,
    permission: "claims:read",
    also: msg`837, submitted, denied, rejected`,
  },
  {
    to: paths.holds,
    name: msg`Holds`,
    permission: "claims:read",
    also: msg`held, why not billed, missing note`,
  },
  {
    to: paths.contracts,
    name: msg`Contracts`,
    permission: "contracts:read",
    also: msg`rates, fee schedule, per diem, payers`,
  },
];

/** Acts that begin on a screen: found by what somebody wants to do, and led to where it is done. */
export const namedActs: readonly Named[] = [
  {
    to: `${paths.patients}?add=patient`,
    name: msg`Register somebody`,
    permission: "patients:register",
    also: msg`referral, referred, inquiry, intake, new patient, new member, admit, admission`,
  },
  {
    to: `${paths.patients}?patients.care=in-care`,
    name: msg`Discharge: from the chart, under the stay`,
    permission: "enrollments:manage",
    also: msg`end a stay, transfer, step down, leave, left`,
  },
  {
    to: paths.sessions,
    name: msg`Substitute or cancel: from the session`,
    permission: "schedule:manage",
    also: msg`stand in, cover, replace the lead, sick, call off, move`,
  },
];
