import { newId } from "#server/platform/ids.ts";
import type { PersonRecords } from "#test/support/person-samples.ts";

type Insert = (text: string, values: readonly unknown[]) => Promise<unknown>;

/** A task and a measure of somebody, for routes about them. */
export interface MeasureRecords {
  readonly taskId: string;
  readonly requestId: string;
  readonly measuredPatientId: string;
  readonly measuredEnrollmentId: string;
  /** Somebody who can sign in. */
  readonly signingInPatientId: string;
}

/** Somebody in care with an account, an open task, and a measure that is begun; `$1` is the organization. */
export const addMeasureRecords = async (
  insert: Insert,
  ground: Pick<PersonRecords, "levelOfCareId" | "programId" | "trackId"> & { readonly now: string },
): Promise<MeasureRecords> => {
  const { programId, trackId, levelOfCareId, now } = ground;
  const [patient, stay, request, task] = [newId(), newId(), newId(), newId()];
  const [signingIn, account] = [newId(), newId()];
  const rows: readonly (readonly [string, readonly unknown[]])[] = [
    [
      "insert into stepwell.patient (organization_id, id, mrn, given_name, family_name, birth_date, created_at) values ($1, $2, $3, 'Asked', 'Person', '1990-04-01', $4)",
      [patient, `M-${patient}`, now],
    ],
    [
      "insert into stepwell.patient (organization_id, id, mrn, given_name, family_name, birth_date, created_at) values ($1, $2, $3, 'Signing', 'In', '1990-04-01', $4)",
      [signingIn, `M-${signingIn}`, now],
    ],
    [
      "insert into global.account (id, email, name, created_at) select $2::uuid, $3, 'Signing In', $4::timestamptz where $1::uuid is not null",
      [account, `${account}@test.example`, now],
    ],
    [
      "insert into stepwell.affiliation (organization_id, id, account_id, patient_id, roles, invited_at, invited_by, accepted_at) values ($1, $2, $3, $4, '{patient}', $5, 'Test', $5)",
      [newId(), account, signingIn, now],
    ],
    [
      "insert into stepwell.enrollment (organization_id, id, patient_id, program_id, track_id, level_of_care_id, population, label, admitted_on, admission_type, admission_source, patient_status, created_at) values ($1, $2, $3, $4, $5, $6, 'adult', 'part-2', '2026-11-02', 'elective', 'self', 'active', $7)",
      [stay, patient, programId, trackId, levelOfCareId, now],
    ],
    [
      "insert into stepwell.measure_request (organization_id, id, patient_id, enrollment_id, instrument, due_on, requested_at, requested_by) values ($1, $2, $3, $4, 'phq-9', '2026-11-19', $5, 'Test')",
      [request, patient, stay, now],
    ],
    [
      "insert into stepwell.measure_response (organization_id, id, request_id, patient_id, enrollment_id, instrument, instrument_version, language, answered_by, answers, started_at, label) values ($1, $2, $3, $4, $5, 'phq-9', '2001', 'en', 'self', '{\"1\": 1}', $6, 'part-2')",
      [newId(), request, patient, stay, now],
    ],
    [
      "insert into stepwell.task (organization_id, id, kind, urgency, patient_id, owner_role, due_at, created_at, label) values ($1, $2, 'to-do', 'today', $3, 'therapist', $4, $4, 'general')",
      [task, patient, now],
    ],
  ];
  for (const [text, values] of rows) await insert(text, values);
  return {
    taskId: task,
    requestId: request,
    measuredPatientId: patient,
    measuredEnrollmentId: stay,
    signingInPatientId: signingIn,
  };
};

/** An input that each route of tasks, measures and the patient's own account accepts. */
export const measureSamples = (
  record: MeasureRecords,
): Readonly<Record<string, Readonly<Record<string, unknown>>>> => {
  const { taskId, requestId, measuredPatientId: patientId } = record;
  const answer = { requestId, item: "1", value: 2, language: "en" };
  return {
    "POST /my/session/code": { email: "nobody@nowhere.example" },
    "POST /my/session": { email: "nobody@nowhere.example", code: "123456" },
    "GET /patients/{patientId}/account": { patientId },
    "POST /patients/{patientId}/account": { patientId, email: `${newId()}@test.example` },
    "POST /patients/{patientId}/account/end": {
      patientId: record.signingInPatientId,
      reason: "because",
    },
    "POST /patients/{patientId}/duplicate": {
      patientId,
      version: 1,
      keptId: record.signingInPatientId,
      reason: "because",
    },
    "GET /tasks": {},
    "POST /tasks": { words: "Any", dueAt: "2026-11-20T20:00:00Z" },
    "GET /tasks/{taskId}": { taskId },
    "GET /tasks/{taskId}/revisions": { taskId },
    "POST /tasks/{taskId}/taking": { taskId, version: 1 },
    "POST /tasks/{taskId}/closure": { taskId, version: 1, closure: "done", words: null },
    "GET /my/measures": {},
    "GET /patients/{patientId}/measures": { patientId },
    "POST /patients/{patientId}/measure-requests": {
      patientId,
      enrollmentId: record.measuredEnrollmentId,
      instrument: "phq-9",
      dueOn: "2026-11-20",
    },
    "GET /measure-requests/{requestId}": { requestId },
    "POST /measure-requests/{requestId}/cancellation": { requestId, version: 1, reason: "because" },
    "PUT /measure-requests/{requestId}/answers/{item}": answer,
    "POST /measure-requests/{requestId}/completion": { requestId },
    "GET /my/measures/{requestId}": { requestId },
    "PUT /my/measures/{requestId}/answers/{item}": answer,
    "POST /my/measures/{requestId}/completion": { requestId },
    "GET /my/today": {},
  };
};
