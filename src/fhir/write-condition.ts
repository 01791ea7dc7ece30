import type { CopiedDiagnosis, CopiedStay } from "#domain/exports/chart-copy.ts";
import { concept, given, metaOf, referenceTo, type WrittenResource } from "#fhir/resource.ts";
import { systems } from "#fhir/systems.ts";

/** US Core Condition (problems and health concerns): a diagnosis that a stay is for. */
export const writeCondition = (
  diagnosis: CopiedDiagnosis,
  stay: CopiedStay,
  patientId: string,
): WrittenResource => ({
  resourceType: "Condition",
  id: diagnosis.id,
  meta: metaOf(stay.label, "condition-problems-health-concerns"),
  clinicalStatus: concept(
    systems.conditionClinical,
    diagnosis.resolvedOn === null ? "active" : "resolved",
  ),
  verificationStatus: concept(systems.conditionVerification, "confirmed"),
  category: [concept(systems.conditionCategory, "problem-list-item")],
  code: {
    coding: [
      { system: systems.icd10cm, code: diagnosis.code, ...given("display", diagnosis.description) },
    ],
  },
  subject: referenceTo("Patient", patientId),
  ...given("abatementDateTime", diagnosis.resolvedOn),
  recordedDate: diagnosis.diagnosedOn,
});
