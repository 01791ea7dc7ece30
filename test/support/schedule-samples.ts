import { newId } from "#server/platform/ids.ts";
import type { PersonRecords } from "#test/support/person-samples.ts";
import type { ScheduleRecords } from "#test/support/schedule-records.ts";
import type { StayRecords } from "#test/support/stay-records.ts";

type Records = ScheduleRecords &
  Pick<PersonRecords, "programId" | "activityTypeId" | "levelOfCareId" | "patientId"> &
  Pick<StayRecords, "enrollmentId"> & { readonly siteId: string; readonly staffId: string };

const reason = "because";
const version = 1;
const day = "2026-12-10";

/** An input that each route of the schedule and of its rules accepts. */
export const scheduleSamples = (
  record: Records,
): Readonly<Record<string, Readonly<Record<string, unknown>>>> => {
  const {
    seriesId,
    membershipId,
    closureId,
    scheduledSessionId: sessionId,
    siteId,
    patientId,
    enrollmentId,
  } = record;
  const facilitators = [{ staffId: record.staffId, role: "lead" }];
  const place = { siteId, programId: record.programId, activityTypeId: record.activityTypeId };
  const event = { id: newId(), patientId, kind: "absent", occurredAt: "2026-11-19T19:59:00Z" };
  return {
    "GET /hour-rules": {},
    "POST /hour-rules": {
      levelOfCareId: record.levelOfCareId,
      population: "adult",
      name: "Any",
      floorMinutes: 540,
      adolescentBelowAge: 18,
      week: "monday",
      source: "Test",
      effectiveFrom: "2027-01-01",
    },
    "POST /hour-rules/{ruleId}/withdrawal": { ruleId: record.hourRuleAheadId, reason },
    "POST /attendance-rules/{ruleId}/withdrawal": { ruleId: record.attendanceRuleAheadId, reason },
    "GET /attendance-rules": {},
    "POST /attendance-rules": {
      name: "Any",
      graceMinutes: 10,
      breaksCount: false,
      minimumMinutes: 0,
      source: "Test",
      effectiveFrom: "2027-01-01",
    },
    "GET /sessions": { from: "2026-11-16", to: "2026-11-22" },
    "GET /sessions/{sessionId}": { sessionId },
    "POST /sessions": {
      name: "Any group",
      ...place,
      day,
      startsAtWall: "08:00",
      minutes: 60,
      facilitators,
    },
    "PATCH /sessions/{sessionId}": { sessionId, version, minutes: 50 },
    "POST /sessions/{sessionId}/cancellation": { sessionId, version, reason },
    "GET /sessions/{sessionId}/cancellation": { sessionId },
    "GET /sessions/{sessionId}/calls": { sessionId },
    "GET /sessions/{sessionId}/planning-again": { sessionId },
    "POST /sessions/{sessionId}/planning-again": { sessionId, version },
    "POST /sites/{siteId}/closures": { siteId, startsOn: day, endsOn: day, reason },
    "GET /sites/{siteId}/closing": { siteId, startsOn: day, endsOn: day },
    "GET /sites/{siteId}/closing/calls": { siteId, startsOn: day, endsOn: day },
    "GET /closures": {},
    "GET /closures/{closureId}/lifting": { closureId },
    "POST /closures/{closureId}/lifting": { closureId, version, reason },
    "POST /sessions/{sessionId}/attendance-events": { sessionId, events: [event] },
    "POST /sessions/{sessionId}/attendance-corrections": {
      sessionId,
      why: reason,
      events: [{ ...event, id: newId() }],
    },
    "GET /sessions/{sessionId}/attendance-events": { sessionId },
    "POST /sessions/{sessionId}/attendees": { sessionId, patientId, enrollmentId, kind: "guest" },
    "GET /series": {},
    "GET /series/{seriesId}": { seriesId },
    "POST /series": {
      name: "Any group",
      ...place,
      weekdays: [2],
      startsAtWall: "07:00",
      minutes: 60,
      startsOn: "2026-11-24",
      capacity: 12,
      hasVideo: false,
      facilitators,
    },
    "PATCH /series/{seriesId}": { seriesId, version, capacity: 11 },
    "GET /series/{seriesId}/revisions": { seriesId },
    "POST /series/{seriesId}/retirement": { seriesId, version, reason },
    "GET /series/{seriesId}/memberships": { seriesId },
    "POST /series/{seriesId}/memberships": { seriesId, patientId, enrollmentId, startsOn: day },
    "POST /memberships/{membershipId}/ending": {
      membershipId,
      version,
      lastDay: day,
      reason: "left",
    },
    "POST /memberships/{membershipId}/withdrawal": { membershipId, version, reason },
    "POST /memberships/{membershipId}/pause": { membershipId, version, lastDay: day },
    "POST /memberships/{membershipId}/transfer": {
      membershipId,
      version,
      toSeriesId: record.otherSeriesId,
      startsOn: day,
    },
    "GET /patients/{patientId}/hours": { patientId },
    "GET /hours": {},
    "GET /patients/{patientId}/missed-seats": { patientId, enrollmentId },
    "GET /patients/{patientId}/seats": { patientId, enrollmentId, helpsUntil: day },
  };
};
