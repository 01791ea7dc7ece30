import type { Contact, ContactRole } from "#domain/patients/contact.ts";
import { isNamedAmong } from "#domain/privacy/recipient-names.ts";

/** Who stands for a person in asking for their record (45 CFR 164.502(g)); nobody else around them does. */
export const representativeRoles = [
  "legal-guardian",
  "health-care-agent",
] as const satisfies readonly ContactRole[];
type RepresentativeRole = (typeof representativeRoles)[number];

/** Who takes a person's own record: they themselves, or whoever stands for them. */
export type RecordTaker =
  | { readonly as: "patient" }
  | { readonly as: "representative"; readonly role: RepresentativeRole };

interface Names {
  readonly givenName: string;
  readonly middleName: string | null;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly formerNames: readonly string[];
}

const ownNames = (names: Names): string[] => {
  const { givenName, middleName, familyName, preferredName, formerNames } = names;
  const firsts = [givenName, preferredName, middleName && `${givenName} ${middleName}`];
  return [...firsts.flatMap((first) => (first ? [`${first} ${familyName}`] : [])), ...formerNames];
};

/** In what role somebody around a person stands for them; undefined where they do not, or do no longer. */
export const representativeRoleOf = ({
  roles,
  retiredAt,
}: Pick<Contact, "roles" | "retiredAt">): RepresentativeRole | undefined =>
  retiredAt === null ? representativeRoles.find((role) => roles.includes(role)) : undefined;

/**
 * Whether this name may take a record as the person's own: it is theirs, or that of somebody recorded who stands for them
 * (45 CFR 164.524(a)(1), 164.502(g); 42 CFR 2.23). Null: whoever it is, it is somebody else, and the door of disclosures asks.
 */
export const takerOfOwnRecord = (
  patient: Names,
  contacts: readonly Pick<Contact, "name" | "roles" | "retiredAt">[],
  name: string,
): RecordTaker | null => {
  if (isNamedAmong(ownNames(patient), name)) return { as: "patient" };
  for (const contact of contacts) {
    const role = representativeRoleOf(contact);
    if (role !== undefined && isNamedAmong([contact.name], name))
      return { as: "representative", role };
  }
  return null;
};
