import type { CopiedStay } from "#domain/exports/chart-copy.ts";
import {
  concept,
  given,
  givenList,
  metaOf,
  ours,
  referenceTo,
  type WrittenResource,
} from "#fhir/resource.ts";

/** EpisodeOfCare: a stay in a program at a level of care. US Core has no profile for it. */
export const writeEpisodeOfCare = (
  stay: CopiedStay,
  patientId: string,
  organizationId: string,
): WrittenResource => ({
  resourceType: "EpisodeOfCare",
  id: stay.id,
  meta: metaOf(stay.label),
  ...givenList(
    "extension",
    stay.endReason === null ? [] : [{ url: ours.endReason, valueCode: stay.endReason }],
  ),
  status: stay.endedOn === null ? "active" : "finished",
  type: [
    concept(
      ours.levelOfCare,
      stay.levelCode,
      `${stay.levelName}: ${stay.programName}, ${stay.trackName}`,
    ),
  ],
  ...givenList(
    "diagnosis",
    stay.diagnoses.map(({ id, rank }) => ({
      condition: referenceTo("Condition", id),
      rank,
    })),
  ),
  patient: referenceTo("Patient", patientId),
  managingOrganization: referenceTo("Organization", organizationId),
  period: { start: stay.admittedOn, ...given("end", stay.endedOn) },
  ...given(
    "careManager",
    stay.therapistStaffId === null ? null : referenceTo("Practitioner", stay.therapistStaffId),
  ),
});
