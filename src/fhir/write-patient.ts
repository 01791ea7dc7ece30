import type { Label } from "#domain/basics/label.ts";
import type { Patient } from "#domain/patients/patient.ts";
import { givenList, metaOf, ours, type WrittenResource } from "#fhir/resource.ts";
import { extensions, systems } from "#fhir/systems.ts";
import { addressOf, telephone } from "#fhir/write-people.ts";

const birthSexes = { female: "F", male: "M", unknown: "UNK" } as const;

const namesOf = (patient: Patient) => [
  {
    use: "official",
    family: patient.familyName,
    given: [patient.givenName, patient.middleName].filter((part) => part !== null),
    ...givenList(
      "suffix",
      [patient.nameSuffix].filter((part) => part !== null),
    ),
  },
  ...(patient.preferredName === null
    ? []
    : [{ use: "usual", family: patient.familyName, given: [patient.preferredName] }]),
  ...patient.formerNames.map((text) => ({ use: "old", text })),
  ...patient.nicknames.map((text) => ({ use: "nickname", text })),
];

const extensionsOf = (patient: Patient) => [
  ...(patient.sexAtBirth === null
    ? []
    : [{ url: extensions.birthSex, valueCode: birthSexes[patient.sexAtBirth] }]),
  ...(patient.gender === null
    ? []
    : [{ url: extensions.genderIdentity, valueCodeableConcept: { text: patient.gender } }]),
  ...(patient.pronouns === null
    ? []
    : [{ url: extensions.pronouns, valueCodeableConcept: { text: patient.pronouns } }]),
  ...(patient.needsInterpreter
    ? [{ url: extensions.interpreterRequired, valueBoolean: true }]
    : []),
];

const telecomOf = ({ phone, email }: Patient) => [
  ...(phone === null ? [] : [telephone(phone, "home")]),
  ...(email === null ? [] : [{ system: "email", value: email }]),
];

/** US Core Patient: the legal name, how somebody is called, and what they were called. */
export const writePatient = (
  patient: Patient,
  { organizationId, label }: { readonly organizationId: string; readonly label: Label },
): WrittenResource => ({
  resourceType: "Patient",
  id: patient.id,
  meta: metaOf(label, "patient"),
  ...givenList("extension", extensionsOf(patient)),
  identifier: [
    {
      use: "usual",
      type: { coding: [{ system: systems.identifierType, code: "MR" }] },
      system: ours.mrn(organizationId),
      value: patient.mrn,
    },
  ],
  active: patient.retiredAt === null,
  name: namesOf(patient),
  ...givenList("telecom", telecomOf(patient)),
  gender: patient.sexAtBirth ?? "unknown",
  birthDate: patient.birthDate,
  ...givenList("address", patient.address === null ? [] : [addressOf(patient.address, "home")]),
  communication: [
    {
      language: { coding: [{ system: systems.language, code: patient.language }] },
      preferred: true,
    },
  ],
  managingOrganization: { reference: `Organization/${organizationId}` },
  ...givenList(
    "link",
    patient.duplicateOfId === null
      ? []
      : [
          {
            other: {
              type: "Patient",
              identifier: { system: ours.record, value: patient.duplicateOfId },
            },
            type: "replaced-by",
          },
        ],
  ),
});
