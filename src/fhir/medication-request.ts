import { z } from "zod";
import { finding } from "#domain/imports/finding.ts";
import { fhirConcept, fhirReference, fhirResource, type FhirConcept } from "#fhir/datatypes.ts";
import { dayOf, keep, type Received } from "#fhir/received.ts";
import { readLeniently, refused, type Reading } from "#fhir/reading.ts";
import { systems } from "#fhir/systems.ts";

/** MedicationRequest of FHIR R4, with the medication where it is contained in it. */
export const fhirMedicationRequest = fhirResource.extend({
  resourceType: z.literal("MedicationRequest"),
  contained: z
    .array(
      z.object({
        resourceType: z.string(),
        id: z.string().optional(),
        code: fhirConcept.optional(),
      }),
    )
    .optional(),
  status: z.string().optional(),
  intent: z.string().optional(),
  medicationCodeableConcept: fhirConcept.optional(),
  medicationReference: fhirReference.optional(),
  subject: fhirReference.optional(),
  authoredOn: z.string().optional(),
  dosageInstruction: z.array(z.object({ text: z.string().optional() })).optional(),
});
type FhirMedicationRequest = z.output<typeof fhirMedicationRequest>;

const medicationOf = (request: FhirMedicationRequest): FhirConcept | undefined => {
  if (request.medicationCodeableConcept !== undefined) return request.medicationCodeableConcept;
  const { reference, display } = request.medicationReference ?? {};
  const contained = request.contained?.find(({ id }) => id !== undefined && reference === `#${id}`);
  return contained?.code ?? (display === undefined ? undefined : { text: display });
};

/** A medication somebody was asked to take, kept as received. */
export const readMedicationRequest = (raw: unknown): Reading<Received> => {
  const read = readLeniently(fhirMedicationRequest, raw);
  if (read === undefined) return refused(finding("not-a-resource"));
  const { subject, status, authoredOn, dosageInstruction } = read.value;
  const kept = keep(subject, medicationOf(read.value), {
    wanted: [systems.rxnorm],
    status,
    on: dayOf(authoredOn),
    detail: (dosageInstruction ?? []).flatMap(({ text }) => text ?? []).join("; "),
    isMistake: status === "entered-in-error",
  });
  return { ...kept, notes: [...read.notes, ...kept.notes] };
};
