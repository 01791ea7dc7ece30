import type { Label } from "#domain/basics/label.ts";
import type { FhirCoding, FhirConcept } from "#fhir/datatypes.ts";

/** A resource as it is written: what it is, which one, under which profile, and how closely it is kept. */
export interface WrittenResource {
  readonly resourceType: string;
  readonly id: string;
  readonly meta: WrittenMeta;
  readonly [element: string]: unknown;
}

interface WrittenMeta {
  readonly profile?: readonly string[];
  readonly security: readonly FhirCoding[];
}

const confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
const act = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

/** Security labels of HL7 for ours (DS4P): confidentiality, and for records of Part 2 the policy and the bar on telling further. */
const securityOf: Readonly<Record<Label, readonly FhirCoding[]>> = {
  general: [{ system: confidentiality, code: "N" }],
  "mental-health": [
    { system: confidentiality, code: "R" },
    { system: act, code: "MH" },
  ],
  "part-2": [
    { system: confidentiality, code: "R" },
    { system: act, code: "SUD" },
    { system: act, code: "42CFRPart2" },
    { system: act, code: "NORDSCLCD" },
  ],
  restricted: [
    { system: confidentiality, code: "V" },
    { system: act, code: "42CFRPart2" },
    { system: act, code: "NORDSCLCD" },
  ],
};

/** How closely something is kept, as others read it. */
export const metaOf = (label: Label, usCore?: string): WrittenMeta => ({
  ...(usCore === undefined
    ? {}
    : { profile: [`http://hl7.org/fhir/us/core/StructureDefinition/us-core-${usCore}`] }),
  security: securityOf[label],
});

export const referenceTo = (resourceType: string, id: string, display?: string) => ({
  reference: `${resourceType}/${id}`,
  ...(display === undefined ? {} : { display }),
});

export const concept = (system: string, code: string, text?: string): FhirConcept => ({
  coding: [{ system, code }],
  ...(text === undefined ? {} : { text }),
});

/** A field where there is something to say, and nothing where there is not: FHIR has no null. */
export const given = <Name extends string, Value>(
  name: Name,
  value: Value | null | undefined,
): { readonly [Key in Name]?: Value } =>
  // oxlint-disable-next-line typescript/consistent-type-assertions -- a computed key widens to string
  value === null || value === undefined ? {} : ({ [name]: value } as { [Key in Name]: Value });

/** The same for a list that may be empty. */
export const givenList = <Name extends string, Value>(
  name: Name,
  values: readonly Value[],
): { readonly [Key in Name]?: readonly Value[] } =>
  given(name, values.length === 0 ? null : values);

/** What is ours where FHIR has no place for it. */
export const ours = {
  record: "urn:stepwell:record",
  mrn: (organizationId: string) => `urn:uuid:${organizationId}`,
  contactRelation: "urn:stepwell:contact-relation",
  contactRole: "urn:stepwell:contact-role",
  contactNote: "urn:stepwell:note",
  creditedMinutes: "urn:stepwell:credited-minutes",
  attendance: "urn:stepwell:attendance",
  contentHash: "urn:stepwell:content-sha256",
  planNumber: "urn:stepwell:plan-number",
  levelOfCare: "urn:stepwell:level-of-care",
  endReason: "urn:stepwell:end-reason",
  information: "urn:stepwell:information",
  band: "urn:stepwell:band",
  noteState: "urn:stepwell:note-state",
} as const;
