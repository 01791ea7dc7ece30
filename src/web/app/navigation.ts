import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { Permission } from "#domain/access/permissions.ts";
import { paths } from "#web/platform/paths.ts";
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
    also: msg`clients, patients, people, chart, record, not in a program yet, waiting, waitlist, pipeline`,
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

/** What belongs to the person and not to the program: in the menu behind their name. */
export const myPlaces: readonly Pick<Place, "to" | "name" | "icon">[] = [
  { to: paths.unfinished, name: msg`My unfinished work`, icon: WritingIcon },
  { to: paths.me, name: msg`Me`, icon: MeIcon },
];
