import type { CopiedVisit } from "#domain/exports/chart-copy.ts";
import {
  given,
  givenList,
  metaOf,
  ours,
  referenceTo,
  type WrittenResource,
} from "#fhir/resource.ts";

const actCode = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

const statusOf = ({ status }: CopiedVisit): string =>
  status === "absent" || status === "excused" || status === "cancelled" ? "cancelled" : "finished";

/**
 * US Core Encounter: one person in one session. The period is when the person was there; credited minutes are what counts
 * toward the hours of the week, and stand beside. Somebody who did not come has a cancelled one with the reason.
 */
export const writeEncounter = (
  visit: CopiedVisit,
  patientId: string,
  withStay: boolean,
): WrittenResource => ({
  resourceType: "Encounter",
  id: visit.id,
  meta: metaOf(visit.label, "encounter"),
  extension: [
    { url: ours.attendance, valueCode: visit.status },
    { url: ours.creditedMinutes, valueInteger: visit.creditedMinutes },
  ],
  identifier: [{ system: ours.record, value: visit.id }],
  status: statusOf(visit),
  class: { system: actCode, code: visit.mode === "video" || visit.mode === "phone" ? "VR" : "AMB" },
  type: [{ text: visit.sessionName }],
  subject: referenceTo("Patient", patientId),
  ...givenList("episodeOfCare", withStay ? [referenceTo("EpisodeOfCare", visit.enrollmentId)] : []),
  period: { start: visit.firstInAt ?? visit.startsAt, end: visit.lastOutAt ?? visit.endsAt },
  ...given(
    "length",
    visit.deliveredMinutes === 0
      ? null
      : {
          value: visit.deliveredMinutes,
          unit: "min",
          system: "http://unitsofmeasure.org",
          code: "min",
        },
  ),
  ...givenList("reasonCode", visit.reason === null ? [] : [{ text: visit.reason }]),
  location: [{ location: referenceTo("Location", visit.siteId) }],
});
