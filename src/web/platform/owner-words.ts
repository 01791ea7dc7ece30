import { msg } from "@lingui/core/macro";
import type { I18n, MessageDescriptor } from "@lingui/core";

const owners: Readonly<Record<string, MessageDescriptor>> = {
  admissions: msg`anyone in admissions`,
  facilitator: msg`any facilitator`,
  therapist: msg`any therapist`,
  supervisor: msg`any supervisor`,
  director: msg`any director`,
  prescriber: msg`any prescriber`,
  nurse: msg`any nurse`,
  "case-manager": msg`any case manager`,
  "peer-specialist": msg`any peer specialist`,
  "utilization-reviewer": msg`any utilization reviewer`,
  biller: msg`any biller`,
  "privacy-officer": msg`the privacy officer`,
  administrator: msg`any administrator`,
};

const groups: Readonly<Record<string, MessageDescriptor>> = {
  admissions: msg`admissions`,
  facilitator: msg`facilitators`,
  supervisor: msg`supervisors`,
  "utilization-reviewer": msg`utilization review`,
  biller: msg`billing`,
};

/** Whose many things are together: some wait for one of them by name, others for any. */
export const sayOwnerGroup = (i18n: I18n, role: string): string => {
  const known = groups[role];
  return known === undefined ? sayOwnerRole(i18n, role) : i18n._(known);
};

/** Whose something is: the one person whom it waits for, where there is one; else everybody's of a role. */
export const sayOwner = (
  i18n: I18n,
  {
    owner,
    waitsFor,
  }: { readonly owner: string; readonly waitsFor: { readonly name: string } | null },
): string => waitsFor?.name ?? sayOwnerRole(i18n, owner);

/** Whose something is while nobody has taken it: everybody of a role. */
export const sayOwnerRole = (i18n: I18n, role: string | null): string => {
  const known = role === null ? undefined : owners[role];
  return i18n._(known ?? msg`nobody yet`);
};
