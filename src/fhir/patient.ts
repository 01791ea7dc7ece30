import { z } from "zod";
import { finding, type Finding } from "#domain/imports/finding.ts";
import { readFhirDate } from "#domain/imports/incoming-date.ts";
import { keepFacts } from "#domain/imports/keep-facts.ts";
import type {
  IncomingContact,
  IncomingIdentifier,
  IncomingPatient,
} from "#domain/imports/incoming.ts";
import { languageSchema } from "#domain/patients/language.ts";
import {
  codesOf,
  fhirAddress,
  fhirConcept,
  fhirContactPoint,
  fhirExtension,
  fhirHumanName,
  fhirIdentifier,
  fhirReference,
  fhirResource,
  wordsOf,
} from "#fhir/datatypes.ts";
import { patientNames } from "#fhir/patient-names.ts";
import { livesAt, reachedBy } from "#fhir/people.ts";
import { readLeniently, refused, type Reading } from "#fhir/reading.ts";
import { contactOf } from "#fhir/related-person.ts";
import { extensions, systems } from "#fhir/systems.ts";

/** Patient of FHIR R4 with the extensions of US Core 6.1.0 that have a place here. */
export const fhirPatient = fhirResource.extend({
  resourceType: z.literal("Patient"),
  extension: z.array(fhirExtension).optional(),
  identifier: z.array(fhirIdentifier).optional(),
  active: z.boolean().optional(),
  name: z.array(fhirHumanName).optional(),
  telecom: z.array(fhirContactPoint).optional(),
  gender: z.string().optional(),
  birthDate: z.string().optional(),
  deceasedBoolean: z.boolean().optional(),
  deceasedDateTime: z.string().optional(),
  address: z.array(fhirAddress).optional(),
  communication: z
    .array(z.object({ language: fhirConcept.optional(), preferred: z.boolean().optional() }))
    .optional(),
  contact: z
    .array(
      z.object({
        relationship: z.array(fhirConcept).optional(),
        name: fhirHumanName.optional(),
        telecom: z.array(fhirContactPoint).optional(),
      }),
    )
    .optional(),
  link: z.array(z.object({ other: fhirReference, type: z.string() })).optional(),
});
type FhirPatient = z.output<typeof fhirPatient>;

const extensionOf = (patient: FhirPatient, url: string) =>
  patient.extension?.find((extension) => extension.url === url);

const fromAdministrative = { male: "male", female: "female" } as const;

/** US Core birth sex, else its sex (SNOMED CT), else the administrative gender, which is what payers hold. */
const sexOf = (patient: FhirPatient): "male" | "female" | "unknown" | null => {
  const birthSex = extensionOf(patient, extensions.birthSex)?.valueCode;
  if (birthSex === "F") return "female";
  if (birthSex === "M") return "male";
  const sex = extensionOf(patient, extensions.sex)?.valueCode;
  if (sex === "248152002") return "female";
  if (sex === "248153007") return "male";
  if (birthSex !== undefined) return "unknown";
  const { gender } = patient;
  return gender === "male" || gender === "female" ? fromAdministrative[gender] : null;
};

/** What says nothing: the null flavors of HL7 and words for them. */
const saysNothing = new Set(["unk", "asku", "nask", "unknown", "asked but no answer"]);

const genderOf = (patient: FhirPatient): string | undefined => {
  const concept = extensionOf(patient, extensions.genderIdentity)?.valueCodeableConcept;
  const isSilent = codesOf(concept === undefined ? [] : [concept]).some((code) =>
    saysNothing.has(code),
  );
  return isSilent ? undefined : wordsOf(concept);
};

const languageOf = (patient: FhirPatient): { language: string; notes: readonly Finding[] } => {
  const spoken = patient.communication ?? [];
  const chosen = spoken.find(({ preferred }) => preferred === true) ?? spoken[0];
  const codes = codesOf(chosen?.language === undefined ? [] : [chosen.language]);
  for (const code of codes) {
    const read =
      languageSchema.safeParse(code).data ?? languageSchema.safeParse(code.split("-")[0]).data;
    if (read !== undefined) return { language: read, notes: [] };
  }
  const notes = codes.length === 0 ? [] : [finding("language-unknown", "language", codes[0])];
  return { language: "en", notes };
};

/** Numbers that name a person wherever they are read are not kept as numbers to find by. */
const sensitiveTypes = ["ss", "sb", "dl", "ppn", "dr"];

const identifiersOf = (patient: FhirPatient): IncomingIdentifier[] =>
  (patient.identifier ?? []).flatMap(({ system, value, type, use }) => {
    if (system === undefined || system === "" || value === undefined || value === "") return [];
    if (system === systems.ssn || use === "old" || system.length > 400 || value.length > 400)
      return [];
    const isSensitive = codesOf(type === undefined ? [] : [type]).some((code) =>
      sensitiveTypes.includes(code),
    );
    return isSensitive ? [] : [{ system, value }];
  });

const contactsOf = (patient: FhirPatient): { contacts: IncomingContact[]; notes: Finding[] } => {
  const read = (patient.contact ?? []).map((contact) =>
    contactOf({ ...contact, name: contact.name === undefined ? [] : [contact.name] }),
  );
  return {
    contacts: read.flatMap(({ facts }) => (facts === null ? [] : [facts])),
    notes: read.flatMap(({ refusals }) =>
      refusals.length === 0 ? [] : [finding("contact-unreadable", "contact")],
    ),
  };
};

const hasDied = ({ deceasedBoolean, deceasedDateTime }: FhirPatient): boolean =>
  deceasedBoolean === true || (deceasedDateTime !== undefined && deceasedDateTime !== "");

const refusalsOf = (patient: FhirPatient): Finding[] => {
  if (hasDied(patient)) return [finding("has-died", "deceased", patient.deceasedDateTime)];
  if (patient.link?.some(({ type }) => type === "replaced-by") === true)
    return [finding("replaced-elsewhere", "link")];
  const { problem } = readFhirDate(patient.birthDate);
  return problem === undefined ? [] : [finding(problem, "birthDate", patient.birthDate)];
};

/** A person of another system in the facts of this one. Nothing here knows who is registered already. */
export const readPatient = (raw: unknown): Reading<IncomingPatient> => {
  const read = readLeniently(fhirPatient, raw);
  if (read === undefined) return refused(finding("not-a-resource"));
  const patient = read.value;
  const standing = refusalsOf(patient);
  if (standing.length > 0) return refused(...standing);
  const { legal, called, former, nicknames } = patientNames(patient.name ?? []);
  if (legal?.given === undefined || legal.family === undefined)
    return refused(
      finding("name-missing", legal?.given === undefined ? "givenName" : "familyName"),
    );
  const reached = reachedBy(patient.telecom ?? []);
  const home = livesAt(patient.address ?? []);
  const spoken = languageOf(patient);
  const around = contactsOf(patient);
  const { facts, refusals, notes } = keepFacts({
    givenName: legal.given,
    middleName: legal.middle,
    familyName: legal.family,
    nameSuffix: legal.suffix,
    preferredName: called,
    formerNames: former.names,
    nicknames: nicknames.names,
    pronouns: wordsOf(extensionOf(patient, extensions.pronouns)?.valueCodeableConcept),
    birthDate: readFhirDate(patient.birthDate).date,
    sexAtBirth: sexOf(patient),
    gender: genderOf(patient),
    language: spoken.language,
    needsInterpreter: extensionOf(patient, extensions.interpreterRequired)?.valueBoolean ?? false,
    // Nobody has said here how this telephone may be used (45 CFR 164.522(b)).
    phoneMayBeCalled: false,
    phoneMayBeTexted: false,
    voicemailMayBeLeft: false,
    phone: reached.phone,
    email: reached.email,
    address: home.address,
  });
  if (facts === null) return refused(...refusals);
  const said = [read, former, nicknames, reached, home, spoken, around, { notes }];
  return {
    facts: { facts, identifiers: identifiersOf(patient), contacts: around.contacts },
    refusals: [],
    notes: [
      ...said.flatMap((part) => part.notes),
      ...(patient.active === false ? [finding("inactive-elsewhere", "active")] : []),
    ],
  };
};
