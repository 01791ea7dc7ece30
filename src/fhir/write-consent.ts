import type { Label } from "#domain/basics/label.ts";
import type { CopiedConsent } from "#domain/exports/chart-copy.ts";
import {
  concept,
  given,
  givenList,
  metaOf,
  ours,
  referenceTo,
  type WrittenResource,
} from "#fhir/resource.ts";

const actReason = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
const participation = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

/** Purposes of use (v3-ActReason) for those of ours that have one; the others are named in our own words. */
const purposes: Readonly<Record<string, string>> = {
  treatment: "TREAT",
  payment: "HPAYMT",
  operations: "HOPERAT",
  "patient-request": "PATRQT",
  research: "HRESCH",
};

const statusOf = (consent: CopiedConsent): string => {
  if (consent.revokedOn !== null) return "inactive";
  return consent.signedOn === null ? "draft" : "active";
};

/** Consent: who may be told what and what for, as the paper says it (42 CFR 2.31(a)). US Core has no profile for it. */
export const writeConsent = (
  consent: CopiedConsent,
  patientId: string,
  organizationId: string,
  label: Label,
): WrittenResource => ({
  resourceType: "Consent",
  id: consent.id,
  meta: metaOf(label),
  status: statusOf(consent),
  scope: concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"),
  category: [concept("http://loinc.org", "59284-0", consent.kind)],
  patient: referenceTo("Patient", patientId),
  dateTime: consent.signedOn ?? consent.createdAt,
  ...givenList("performer", consent.signedBy === null ? [] : [{ display: consent.signedBy }]),
  organization: [referenceTo("Organization", organizationId)],
  policy: [{ uri: "https://www.ecfr.gov/current/title-42/chapter-I/subchapter-A/part-2" }],
  provision: {
    type: "permit",
    ...given(
      "period",
      consent.signedOn === null && consent.expiresOn === null && consent.revokedOn === null
        ? null
        : {
            ...given("start", consent.signedOn),
            ...given("end", consent.revokedOn ?? consent.expiresOn),
          },
    ),
    ...givenList(
      "actor",
      consent.recipients.map((recipient) => ({
        role: concept(participation, "IRCP"),
        reference: { display: recipient },
      })),
    ),
    ...givenList(
      "purpose",
      consent.purposes.map((purpose) => ({
        ...given("system", purposes[purpose] === undefined ? null : actReason),
        code: purposes[purpose] ?? purpose,
      })),
    ),
    ...givenList(
      "class",
      consent.information.map((kind) => ({ system: ours.information, code: kind })),
    ),
  },
});
