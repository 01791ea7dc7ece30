import { newId } from "#server/platform/ids.ts";
import type { PersonRecords } from "#test/support/person-samples.ts";
import type { StayRecords } from "#test/support/stay-records.ts";

type Inputs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const reason = "because";
const goal = {
  problem: "Any problem",
  statement: "Any goal",
  objectives: [{ statement: "Any step", targetOn: null }],
};
const allowed = {
  number: "A-2",
  startsOn: "2026-11-02",
  endsOn: "2026-12-02",
  units: 12,
  unit: "days",
};

const coverageSamples = (record: StayRecords & Pick<PersonRecords, "patientId">): Inputs => {
  const { patientId, payerId, coverageId, enrollmentId, authorizationId } = record;
  const policy = {
    payerId,
    memberNumber: "M2",
    relationToSubscriber: "self",
    effectiveFrom: "2026-01-01",
  };
  return {
    "GET /payers": {},
    "POST /payers": { name: `Payer ${newId()}`, kind: "commercial" },
    "PATCH /payers/{payerId}": { payerId, version: 1, kind: "other" },
    "GET /payers/{payerId}/revisions": { payerId },
    "GET /diagnoses": { q: "alcohol", on: "2026-11-19" },
    "GET /patients/{patientId}/coverages": { patientId },
    "POST /patients/{patientId}/coverages": { patientId, ...policy },
    "PATCH /coverages/{coverageId}": { coverageId, version: 1, planName: "Gold" },
    "POST /coverages/{coverageId}/ending": {
      coverageId,
      version: 1,
      endsOn: "2026-12-31",
      reason,
    },
    "POST /coverages/{coverageId}/retirement": { coverageId, version: 1, reason },
    "PUT /patients/{patientId}/coverage-order": { patientId, coverageIds: [coverageId] },
    "GET /coverages/{coverageId}/revisions": { coverageId },
    "GET /patients/{patientId}/authorizations": { patientId },
    "POST /enrollments/{enrollmentId}/authorizations": { enrollmentId, coverageId, ...allowed },
    "PATCH /authorizations/{authorizationId}": { authorizationId, version: 1, units: 13 },
    "POST /authorizations/{authorizationId}/retirement": { authorizationId, version: 1, reason },
    "GET /authorizations/{authorizationId}/revisions": { authorizationId },
  };
};

/** An input that each route about payers, coverage, stays, plans and charts accepts. */
export const staySamples = (record: StayRecords & PersonRecords): Inputs => {
  const { patientId, trackId, levelOfCareId, enrollmentId, goalId, objectiveId } = record;
  const cursor = Buffer.from(JSON.stringify(["2026-11-19", newId()])).toString("base64url");
  return {
    ...coverageSamples(record),
    "GET /patients/{patientId}/enrollments": { patientId },
    "POST /patients/{patientId}/enrollments": {
      patientId,
      trackId,
      levelOfCareId,
      admittedOn: "2026-11-02",
      admissionType: "elective",
      admissionSource: "self",
      diagnoses: [{ code: "F10.20" }],
      goals: [goal],
    },
    "GET /patients/{patientId}/admission-choices": { patientId },
    "GET /enrollments/{enrollmentId}": { enrollmentId },
    "PATCH /enrollments/{enrollmentId}": { enrollmentId, version: 1, admissionSource: "court" },
    "POST /enrollments/{enrollmentId}/discharge": {
      enrollmentId,
      version: 1,
      endedOn: "2026-11-19",
      reason: "completed",
    },
    "DELETE /enrollments/{enrollmentId}/discharge": { enrollmentId, version: 1, reason },
    "GET /enrollments/{enrollmentId}/revisions": { enrollmentId },
    "GET /patients/{patientId}/goals": { patientId },
    "POST /enrollments/{enrollmentId}/goals": { enrollmentId, ...goal },
    "PATCH /goals/{goalId}": { goalId, version: 1, problem: "Another" },
    "GET /goals/{goalId}/revisions": { goalId },
    "POST /goals/{goalId}/objectives": { goalId, statement: "Another step" },
    "PATCH /objectives/{objectiveId}": { objectiveId, version: 1, statement: "Another" },
    "GET /objectives/{objectiveId}/revisions": { objectiveId },
    "GET /patients/{patientId}/chart": { patientId },
    "GET /patients/{patientId}/timeline": { patientId, cursor },
  };
};
