import { z } from "zod";
import { finding } from "#domain/imports/finding.ts";
import { codesOf, fhirConcept, fhirReference, fhirResource, wordsOf } from "#fhir/datatypes.ts";
import { dayOf, keep, type Received } from "#fhir/received.ts";
import { readLeniently, refused, type Reading } from "#fhir/reading.ts";
import { systems } from "#fhir/systems.ts";

/** AllergyIntolerance of FHIR R4. */
export const fhirAllergyIntolerance = fhirResource.extend({
  resourceType: z.literal("AllergyIntolerance"),
  clinicalStatus: fhirConcept.optional(),
  verificationStatus: fhirConcept.optional(),
  category: z.array(z.string()).optional(),
  criticality: z.string().optional(),
  code: fhirConcept.optional(),
  patient: fhirReference.optional(),
  onsetDateTime: z.string().optional(),
  recordedDate: z.string().optional(),
  reaction: z
    .array(
      z.object({ manifestation: z.array(fhirConcept).optional(), severity: z.string().optional() }),
    )
    .optional(),
});

/** An allergy, kept as received. A high criticality is said with the reaction: it is what somebody must not overlook. */
export const readAllergyIntolerance = (raw: unknown): Reading<Received> => {
  const read = readLeniently(fhirAllergyIntolerance, raw);
  if (read === undefined) return refused(finding("not-a-resource"));
  const { patient, code, clinicalStatus, verificationStatus, criticality, reaction, ...dates } =
    read.value;
  const reactions = (reaction ?? []).flatMap(({ manifestation, severity }) =>
    (manifestation ?? []).flatMap((concept) => {
      const words = wordsOf(concept);
      return words === undefined ? [] : [severity === undefined ? words : `${words} (${severity})`];
    }),
  );
  const kept = keep(patient, code, {
    wanted: [systems.rxnorm, systems.snomed],
    status: codesOf(clinicalStatus === undefined ? [] : [clinicalStatus])[0],
    on: dayOf(dates.onsetDateTime, dates.recordedDate),
    detail: [
      ...(criticality === undefined ? [] : [`criticality: ${criticality}`]),
      ...reactions,
    ].join("; "),
    isMistake: codesOf(verificationStatus === undefined ? [] : [verificationStatus]).includes(
      "entered-in-error",
    ),
  });
  return { ...kept, notes: [...read.notes, ...kept.notes] };
};
