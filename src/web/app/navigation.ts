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
  },
  {
    to: paths.patients,
    name: msg`Patients`,
    icon: PatientsIcon,
    permission: "patients:read",
    key: "m",
  },
  { to: paths.tasks, name: msg`Tasks`, icon: TaskIcon, permission: "tasks:read", key: "k" },
  {
    to: paths.hours,
    name: msg`Hours`,
    icon: ClockIcon,
    permission: "attendance:read",
    key: "h",
  },
  {
    to: paths.billing,
    name: msg`Billing`,
    icon: BillingIcon,
    permission: "charges:read",
    key: "b",
  },
  {
    to: paths.programs,
    name: msg`Programs`,
    icon: ProgramIcon,
    permission: "programs:read",
    key: "r",
  },
  { to: paths.staff, name: msg`Staff`, icon: StaffIcon, permission: "staff:read", key: "f" },
  { to: paths.sites, name: msg`Sites`, icon: SiteIcon, permission: "practice:read", key: "s" },
  {
    to: paths.organization,
    name: msg`Organization`,
    icon: OrganizationIcon,
    permission: "practice:read",
    key: "o",
  },
  { to: paths.people, name: msg`Sign-ins`, icon: PeopleIcon, permission: "people:read", key: "p" },
  {
    to: paths.imports,
    name: msg`Import`,
    icon: ImportIcon,
    permission: "imports:run",
    key: "y",
  },
  { to: paths.audit, name: msg`Audit`, icon: AuditIcon, permission: "audit:read", key: "a" },
  {
    to: paths.recordReviews,
    name: msg`Audits by others`,
    icon: ConsentIcon,
    permission: "disclosures:make",
    key: "v",
  },
  {
    to: paths.operations,
    name: msg`Operations`,
    icon: OperationsIcon,
    permission: "operations:read",
    key: "e",
  },
  {
    to: paths.exports,
    name: msg`Exports`,
    icon: DownloadIcon,
    permission: "exports:organization",
    key: "x",
  },
];

/** Screens inside a place, which the rail does not hold: found by their names. */
export const innerPlaces: readonly Pick<Place, "to" | "name" | "permission">[] = [
  { to: paths.census, name: msg`Census`, permission: "reports:read" },
  { to: reportPaths.endedStays, name: msg`Stays that ended`, permission: "reports:read" },
  {
    to: paths.attendance,
    name: msg`Attendance by group`,
    permission: "reports:read",
  },
  { to: paths.atRisk, name: msg`Worth a look`, permission: "measures:read" },
  { to: paths.lateNotes, name: msg`Notes to sign`, permission: "notes:read" },
  { to: paths.whatLeft, name: msg`What left`, permission: "disclosures:read" },
  { to: paths.coverageGaps, name: msg`Coverage to mend`, permission: "coverage:read" },
  { to: paths.seriesList, name: msg`Weekly groups`, permission: "schedule:read" },
  { to: paths.closedDays, name: msg`Closed days`, permission: "schedule:read" },
  { to: paths.rules, name: msg`Rules of hours and attendance`, permission: "programs:read" },
  { to: paths.charges, name: msg`Charges`, permission: "charges:read" },
  { to: paths.claims, name: msg`Claims`, permission: "claims:read" },
  { to: paths.holds, name: msg`Holds`, permission: "claims:read" },
  { to: paths.contracts, name: msg`Contracts`, permission: "contracts:read" },
];

/** What belongs to the person and not to the program: in the menu behind their name. */
export const myPlaces: readonly Pick<Place, "to" | "name" | "icon">[] = [
  { to: paths.unfinished, name: msg`My unfinished work`, icon: WritingIcon },
  { to: paths.me, name: msg`Me`, icon: MeIcon },
];
