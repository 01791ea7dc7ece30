import { z } from "zod";

/** Shapes of FHIR R4 (hl7.org/fhir/R4/datatypes.html), as far as this product reads or writes them. What else stands there is left. */
export const fhirCoding = z.object({
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
});
export type FhirCoding = z.output<typeof fhirCoding>;

export const fhirConcept = z.object({
  coding: z.array(fhirCoding).optional(),
  text: z.string().optional(),
});
export type FhirConcept = z.output<typeof fhirConcept>;

export const fhirPeriod = z.object({
  start: z.string().optional(),
  end: z.string().optional(),
});

export const fhirIdentifier = z.object({
  use: z.string().optional(),
  type: fhirConcept.optional(),
  system: z.string().optional(),
  value: z.string().optional(),
});

export const fhirReference = z.object({
  reference: z.string().optional(),
  type: z.string().optional(),
  identifier: fhirIdentifier.optional(),
  display: z.string().optional(),
});
export type FhirReference = z.output<typeof fhirReference>;

export const fhirHumanName = z.object({
  use: z.string().optional(),
  text: z.string().optional(),
  family: z.string().optional(),
  given: z.array(z.string()).optional(),
  prefix: z.array(z.string()).optional(),
  suffix: z.array(z.string()).optional(),
  period: fhirPeriod.optional(),
});
export type FhirHumanName = z.output<typeof fhirHumanName>;

export const fhirContactPoint = z.object({
  system: z.string().optional(),
  value: z.string().optional(),
  use: z.string().optional(),
  rank: z.number().optional(),
  period: fhirPeriod.optional(),
});
export type FhirContactPoint = z.output<typeof fhirContactPoint>;

export const fhirAddress = z.object({
  use: z.string().optional(),
  type: z.string().optional(),
  text: z.string().optional(),
  line: z.array(z.string()).optional(),
  city: z.string().optional(),
  district: z.string().optional(),
  state: z.string().optional(),
  postalCode: z.string().optional(),
  country: z.string().optional(),
  period: fhirPeriod.optional(),
});
export type FhirAddress = z.output<typeof fhirAddress>;

/** An extension with the values that are read here; extensions within it stay as they are until somebody asks for one. */
export const fhirExtension = z.object({
  url: z.string(),
  valueCode: z.string().optional(),
  valueString: z.string().optional(),
  valueBoolean: z.boolean().optional(),
  valueCodeableConcept: fhirConcept.optional(),
});

/** Where a resource came from and how closely it is kept (facts of meta.security: `hl7.org/fhir/R4/security-labels.html`). */
export const fhirMeta = z.object({
  profile: z.array(z.string()).optional(),
  security: z.array(fhirCoding).optional(),
  lastUpdated: z.string().optional(),
});

/** What every resource may carry. */
export const fhirResource = z.object({
  id: z.string().optional(),
  meta: fhirMeta.optional(),
});

/** Every code of these concepts, in lower case, whatever the system. */
export const codesOf = (concepts: readonly FhirConcept[] | undefined): readonly string[] =>
  (concepts ?? [])
    .flatMap(({ coding, text }) => [...(coding ?? []).map(({ code }) => code), text])
    .flatMap((code) => (code === undefined ? [] : [code.trim().toLowerCase()]));

/** A concept as a person reads it: its text, else the words of a code, else the code. */
export const wordsOf = (concept: FhirConcept | undefined): string | undefined =>
  [
    concept?.text,
    ...(concept?.coding ?? []).map(({ display }) => display),
    ...(concept?.coding ?? []).map(({ code }) => code),
  ].find((words) => words !== undefined && words.trim() !== "");
