import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { Permission } from "#domain/access/permissions.ts";
import { paths } from "#web/platform/paths.ts";
import { reportPaths } from "#web/reporting/report-paths.ts";
import {
  AuditIcon,
  BillingIcon,
  ClockIcon,
  ConsentIcon,
  ImportIcon,
  DownloadIcon,
  SessionIcon,
  MeIcon,
  OperationsIcon,
  OrganizationIcon,
  PatientsIcon,
  PeopleIcon,
  ProgramIcon,
  SiteIcon,
  StaffIcon,
  TaskIcon,
  TodayIcon,
  WritingIcon,
  type Icon,
} from "#web/ui/icons.ts";

export interface Place {
  readonly to: string;
  readonly name: MessageDescriptor;
  readonly icon: Icon;
  readonly permission?: Permission;
  /** Pressed after `g`: `g s` goes to the sites. */
  readonly key: string;
  /** Other words by which people look for it; they count less than its name. */
  readonly also?: MessageDescriptor;
}

/** The places of the rail, most visited first. On a phone the first four stand at the foot, the rest under More. */
export const places: readonly Place[] = [
  { to: paths.home, name: msg`Today`, icon: TodayIcon, key: "t" },
  {
    to: paths.sessions,
    name: msg`Sessions`,
    icon: SessionIcon,
    permission: "schedule:read",
    key: "i",
    also: msg`schedule, calendar, room, attendance, substitute, stand in, cover, lead, cancel, call off, move a session`,
  },
  {
    to: paths.patients,
    name: msg`Patients`,
    icon: PatientsIcon,
    permission: "patients:read",
    key: "m",
    also: msg`clients, patients, people, chart, record, not in a program yet, waiting`,
  },
  {
    to: paths.tasks,
    name: msg`Tasks`,
    icon: TaskIcon,
    permission: "tasks:read",
    key: "k",
    also: msg`to do, work list, crisis, alerts, follow up, remind`,
  },
  {
    to: paths.hours,
    name: msg`Hours`,
    icon: ClockIcon,
    permission: "attendance:read",
    key: "h",
    also: msg`nine hours, floor, credited, make-up, short of hours`,
  },
  {
    to: paths.billing,
    name: msg`Billing`,
    icon: BillingIcon,
    permission: "charges:read",
    key: "b",
    also: msg`money, revenue, claims, remittance, payer`,
  },
  {
    to: paths.programs,
    name: msg`Programs`,
    icon: ProgramIcon,
    permission: "programs:read",
    key: "r",
    also: msg`tracks, levels of care, IOP, PHP, curriculum, activity types`,
  },
  {
    to: paths.staff,
    name: msg`Staff`,
    icon: StaffIcon,
    permission: "staff:read",
    key: "f",
    also: msg`colleagues, team, clinicians, therapists, caseload, supervision, credentials, license`,
  },
  {
    to: paths.sites,
    name: msg`Sites`,
    icon: SiteIcon,
    permission: "practice:read",
    key: "s",
    also: msg`locations, offices, rooms, address, crisis line`,
  },
  {
    to: paths.organization,
    name: msg`Organization`,
    icon: OrganizationIcon,
    permission: "practice:read",
    key: "o",
    also: msg`practice, company, tax number, NPI, settings`,
  },
  {
    to: paths.people,
    name: msg`Sign-ins`,
    icon: PeopleIcon,
    permission: "people:read",
    key: "p",
    also: msg`users, accounts, logins, passwords, roles, permissions, invite`,
  },
  {
    to: paths.imports,
    name: msg`Import`,
    icon: ImportIcon,
    permission: "imports:run",
    key: "y",
    also: msg`bring in, migrate, upload, other system`,
  },
  {
    to: paths.audit,
    name: msg`Audit`,
    icon: AuditIcon,
    permission: "audit:read",
    key: "a",
    also: msg`who looked, who saw, trail, log, history, access, privacy`,
  },
  {
    to: paths.recordReviews,
    name: msg`Audits by others`,
    icon: ConsentIcon,
    permission: "disclosures:make",
    key: "v",
    also: msg`survey, payer audit, accreditation, review of records`,
  },
  {
    to: paths.operations,
    name: msg`Operations`,
    icon: OperationsIcon,
    permission: "operations:read",
    key: "e",
    also: msg`health, jobs, backups, mail, system`,
  },
  {
    to: paths.exports,
    name: msg`Exports`,
    icon: DownloadIcon,
    permission: "exports:organization",
    key: "x",
    also: msg`download everything, copy, leave, backup`,
  },
];

/** Screens inside a place, which the rail does not hold: found by their names. */
export const innerPlaces: readonly Pick<Place, "to" | "name" | "permission" | "also">[] = [
  {
    to: paths.census,
    name: msg`Census`,
    permission: "reports:read",
    also: msg`in care, caseload, came, left, admitted, discharged, headcount`,
  },
  {
    to: reportPaths.endedStays,
    name: msg`Stays that ended`,
    permission: "reports:read",
    also: msg`length of stay, early leaving, left early, dropout, against advice, discharge, discharged, completed, outcomes, retention`,
  },
  {
    to: paths.attendance,
    name: msg`Attendance by group`,
    permission: "reports:read",
    also: msg`show rate, no-shows, absences, groups, seats`,
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
export const namedActs: readonly Pick<Place, "to" | "name" | "permission" | "also">[] = [
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

/** What belongs to the person and not to the program: in the menu behind their name. */
export const myPlaces: readonly Pick<Place, "to" | "name" | "icon">[] = [
  { to: paths.unfinished, name: msg`My unfinished work`, icon: WritingIcon },
  { to: paths.me, name: msg`Me`, icon: MeIcon },
];
