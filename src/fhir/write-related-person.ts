import type { Label } from "#domain/basics/label.ts";
import type { Contact, ContactRelation } from "#domain/patients/contact.ts";
import type { FhirCoding } from "#fhir/datatypes.ts";
import { givenList, metaOf, ours, referenceTo, type WrittenResource } from "#fhir/resource.ts";
import { systems } from "#fhir/systems.ts";
import { telephone } from "#fhir/write-people.ts";

/** Codes of v3-RoleCode, where one says the same. */
const roleCodes: Readonly<Partial<Record<ContactRelation, string>>> = {
  parent: "PRN",
  guardian: "GUARD",
  spouse: "SPS",
  partner: "SIGOTHR",
  child: "CHILD",
  sibling: "SIB",
  grandparent: "GRPRN",
  "other-relative": "FAMMEMB",
  friend: "FRND",
};

const relationOf = (relation: ContactRelation): readonly FhirCoding[] => {
  const code = roleCodes[relation];
  return [
    ...(code === undefined ? [] : [{ system: systems.roleCode, code }]),
    { system: ours.contactRelation, code: relation },
  ];
};

/** US Core RelatedPerson: somebody around the patient. */
export const writeRelatedPerson = (contact: Contact, label: Label): WrittenResource => ({
  resourceType: "RelatedPerson",
  id: contact.id,
  meta: metaOf(label, "relatedperson"),
  ...givenList(
    "extension",
    contact.notes === null ? [] : [{ url: ours.contactNote, valueString: contact.notes }],
  ),
  active: contact.retiredAt === null,
  patient: referenceTo("Patient", contact.patientId),
  relationship: [
    { coding: relationOf(contact.relation) },
    ...contact.roles.map((role) => ({ coding: [{ system: ours.contactRole, code: role }] })),
  ],
  name: [{ text: contact.name }],
  ...givenList("telecom", [
    ...(contact.phone === null ? [] : [telephone(contact.phone)]),
    ...(contact.email === null ? [] : [{ system: "email", value: contact.email }]),
  ]),
});
