import { z } from "zod";
import { finding } from "#domain/imports/finding.ts";
import type { IncomingContact } from "#domain/imports/incoming.ts";
import { relationAmong } from "#domain/imports/relation-words.ts";
import {
  contactFacts,
  contactRelationSchema,
  contactRoleSchema,
  type ContactRelation,
  type ContactRole,
} from "#domain/patients/contact.ts";
import {
  codesOf,
  fhirConcept,
  fhirContactPoint,
  fhirExtension,
  fhirHumanName,
  fhirReference,
  fhirResource,
  wordsOf,
  type FhirConcept,
  type FhirContactPoint,
  type FhirHumanName,
} from "#fhir/datatypes.ts";
import { nameFor, reachedBy, wholeName } from "#fhir/people.ts";
import { readLeniently, refused, type Reading } from "#fhir/reading.ts";
import { extensions, systems } from "#fhir/systems.ts";

/** RelatedPerson of FHIR R4. */
export const fhirRelatedPerson = fhirResource.extend({
  resourceType: z.literal("RelatedPerson"),
  active: z.boolean().optional(),
  patient: fhirReference.optional(),
  relationship: z.array(fhirConcept).optional(),
  name: z.array(fhirHumanName).optional(),
  telecom: z.array(fhirContactPoint).optional(),
  extension: z.array(fhirExtension).optional(),
});

/** Codes of this product itself, as it writes them beside those of HL7. */
const ownCodes = (concepts: readonly FhirConcept[] | undefined, system: string): string[] =>
  (concepts ?? [])
    .flatMap(({ coding }) => coding ?? [])
    .flatMap((coding) => (coding.system === system ? (coding.code ?? []) : []));

/** What somebody does, by v2-0131 and v3-RoleCode. */
const roleCodes: readonly (readonly [ContactRole, readonly string[]])[] = [
  ["emergency", ["c", "econ", "ecn", "emergency", "emergency contact", "emergency-contact"]],
  ["legal-guardian", ["guard", "grdn"]],
  ["health-care-agent", ["hpowatt", "hpoa"]],
  ["pays", ["guarantor", "guar"]],
];

const relationOf = (relationship: readonly FhirConcept[] | undefined): ContactRelation => {
  const [own] = ownCodes(relationship, systems.contactRelation);
  return contactRelationSchema.safeParse(own).data ?? relationAmong(codesOf(relationship));
};

const rolesOf = (relationship: readonly FhirConcept[] | undefined): ContactRole[] => {
  const codes = codesOf(relationship);
  const own = ownCodes(relationship, systems.contactRoleHere).flatMap(
    (code) => contactRoleSchema.safeParse(code).data ?? [],
  );
  const known = roleCodes.filter(([, some]) => some.some((code) => codes.includes(code)));
  return [...new Set([...own, ...known.map(([role]) => role)])];
};

interface SaidContact {
  readonly name: readonly FhirHumanName[];
  readonly relationship?: readonly FhirConcept[] | undefined;
  readonly telecom?: readonly FhirContactPoint[] | undefined;
  readonly notes?: string | undefined;
}

/** Somebody around a patient; refused where there is nobody of a name that can be read. */
export const contactOf = (said: SaidContact): Reading<IncomingContact> => {
  const name = nameFor(said.name, ["official", "usual", undefined]) ?? said.name[0];
  const whole = name === undefined ? undefined : wholeName(name);
  if (whole === undefined) return refused(finding("name-missing", "name"));
  const relation = relationOf(said.relationship);
  const isOwn = ownCodes(said.relationship, systems.contactRelation).length > 0;
  const { phone, email, notes } = reachedBy(said.telecom ?? []);
  // What no relation of ours holds is kept in its own words.
  const words =
    relation.startsWith("other") && !isOwn
      ? (said.relationship ?? []).flatMap((concept) => wordsOf(concept) ?? []).join(", ")
      : "";
  const read = contactFacts.safeParse({
    name: whole,
    relation,
    roles: rolesOf(said.relationship),
    phone,
    email,
    notes: (said.notes ?? words).slice(0, 400),
  });
  return read.success
    ? { facts: read.data, refusals: [], notes }
    : refused(finding("name-unreadable", "name", whole));
};

/** Whose relative this is, and who it is. */
export const readRelatedPerson = (
  raw: unknown,
): Reading<{
  readonly subject: z.output<typeof fhirReference>;
  readonly contact: IncomingContact;
}> => {
  const read = readLeniently(fhirRelatedPerson, raw);
  if (read === undefined) return refused(finding("not-a-resource"));
  const { patient, name, relationship, telecom, active, extension } = read.value;
  if (patient === undefined) return refused(finding("subject-missing", "patient"));
  if (active === false) return refused(finding("not-in-use", "active"));
  const { facts, refusals, notes } = contactOf({
    name: name ?? [],
    relationship,
    telecom,
    notes: extension?.find(({ url }) => url === extensions.contactNote)?.valueString,
  });
  if (facts === null) return refused(...refusals);
  const all = [...read.notes, ...notes];
  return { facts: { subject: patient, contact: facts }, refusals: [], notes: all };
};
