import { z } from "zod";
import { finding } from "#domain/imports/finding.ts";
import { codesOf, fhirConcept, fhirPeriod, fhirReference, fhirResource } from "#fhir/datatypes.ts";
import { dayOf, keep, type Received } from "#fhir/received.ts";
import { readLeniently, refused, type Reading } from "#fhir/reading.ts";
import { systems } from "#fhir/systems.ts";

/** Condition of FHIR R4 (US Core encounter diagnosis, problems and health concerns). */
export const fhirCondition = fhirResource.extend({
  resourceType: z.literal("Condition"),
  clinicalStatus: fhirConcept.optional(),
  verificationStatus: fhirConcept.optional(),
  category: z.array(fhirConcept).optional(),
  code: fhirConcept.optional(),
  subject: fhirReference.optional(),
  encounter: fhirReference.optional(),
  onsetDateTime: z.string().optional(),
  onsetPeriod: fhirPeriod.optional(),
  abatementDateTime: z.string().optional(),
  recordedDate: z.string().optional(),
});

/** A diagnosis or concern. A stay decides here which diagnoses it has: this one is kept as received. */
export const readCondition = (raw: unknown): Reading<Received> => {
  const read = readLeniently(fhirCondition, raw);
  if (read === undefined) return refused(finding("not-a-resource"));
  const { subject, code, clinicalStatus, verificationStatus, ...dates } = read.value;
  const verified = codesOf(verificationStatus === undefined ? [] : [verificationStatus]);
  const kept = keep(subject, code, {
    wanted: [systems.icd10cm, systems.snomed],
    status: codesOf(clinicalStatus === undefined ? [] : [clinicalStatus])[0],
    on: dayOf(dates.onsetDateTime, dates.onsetPeriod?.start, dates.recordedDate),
    detail: verified.find((one) => one !== "confirmed"),
    isMistake: verified.includes("entered-in-error"),
  });
  return { ...kept, notes: [...read.notes, ...kept.notes] };
};
