import { msg } from "@lingui/core/macro";
import type { I18n, MessageDescriptor } from "@lingui/core";
import { permissions } from "#domain/access/permissions.ts";
import { permissionsOf, type Role } from "#domain/access/roles.ts";
import { permissionWords } from "#web/access/permission-words.ts";

const names: Readonly<Record<Role, MessageDescriptor>> = {
  admissions: msg`Admissions`,
  facilitator: msg`Group facilitator`,
  therapist: msg`Therapist`,
  supervisor: msg`Supervisor`,
  director: msg`Program director`,
  prescriber: msg`Prescriber`,
  nurse: msg`Nurse`,
  "case-manager": msg`Case manager`,
  "peer-specialist": msg`Peer specialist`,
  "utilization-reviewer": msg`Utilization reviewer`,
  biller: msg`Biller`,
  "privacy-officer": msg`Privacy officer`,
  auditor: msg`Auditor`,
  administrator: msg`Administrator`,
  referrer: msg`Referrer`,
  patient: msg`Patient`,
  family: msg`Family`,
};

const work: Readonly<Record<Role, MessageDescriptor>> = {
  admissions: msg`Answers inquiries, verifies benefits, finds a seat.`,
  facilitator: msg`Leads groups and writes their notes.`,
  therapist: msg`Treats individuals and families, plans their care.`,
  supervisor: msg`Reads along and cosigns.`,
  director: msg`Answers for the program and its people.`,
  prescriber: msg`Prescribes and certifies.`,
  nurse: msg`Looks after medications, vitals and screens.`,
  "case-manager": msg`Helps with housing, work and transport.`,
  "peer-specialist": msg`Stands by people from own experience.`,
  "utilization-reviewer": msg`Keeps authorizations alive.`,
  biller: msg`Builds claims, sends them and mends what payers refuse.`,
  "privacy-officer": msg`Watches who saw what, and why.`,
  auditor: msg`Looks at the evidence, changes nothing.`,
  administrator: msg`Sets up the organization and lets people in.`,
  referrer: msg`Sends people to the program.`,
  patient: msg`Is in the program.`,
  family: msg`Stands by somebody in the program.`,
};

const isRole = (name: string): name is Role => Object.hasOwn(names, name);

/** A role by its name on screens. One that is no longer known is shown as it is stored. */
export const sayRole = (i18n: I18n, role: string): string =>
  isRole(role) ? i18n._(names[role]) : role;

/** What somebody of this role does in the program, in a few words. */
export const sayWork = (i18n: I18n, role: Role): string => i18n._(work[role]);

/** Everything the holder of these roles may do, made from the same sets the server asks. */
export const whatMay = (i18n: I18n, roles: readonly string[]): readonly string[] => {
  const held = permissionsOf(roles);
  return permissions
    .filter((permission) => held.has(permission))
    .map((permission) => i18n._(permissionWords[permission]));
};
