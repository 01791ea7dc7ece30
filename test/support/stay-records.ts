import { newId } from "#server/platform/ids.ts";
import type { PersonRecords } from "#test/support/person-samples.ts";

type Insert = (text: string, values: readonly unknown[]) => Promise<unknown>;

/** A stay with what it begins with, for routes about payers, coverage, stays and plans. */
export interface StayRecords {
  readonly payerId: string;
  readonly coverageId: string;
  readonly enrollmentId: string;
  readonly authorizationId: string;
  readonly goalId: string;
  readonly objectiveId: string;
}

type Ground = Pick<PersonRecords, "patientId" | "programId" | "trackId" | "levelOfCareId"> & {
  readonly now: string;
};

/** One record of each kind around a stay, put in by the owner of the database; `$1` is the organization. */
export const addStayRecords = async (insert: Insert, ground: Ground): Promise<StayRecords> => {
  const { patientId, programId, trackId, levelOfCareId, now } = ground;
  const ids = {
    payerId: newId(),
    coverageId: newId(),
    enrollmentId: newId(),
    authorizationId: newId(),
    goalId: newId(),
    objectiveId: newId(),
  };
  const records: readonly (readonly [string, readonly unknown[]])[] = [
    [
      "insert into stepwell.payer (organization_id, id, name, kind, created_at) values ($1, $2, $3, 'commercial', $4)",
      [ids.payerId, `Payer ${ids.payerId}`, now],
    ],
    [
      "insert into stepwell.coverage (organization_id, id, patient_id, payer_id, rank, member_number, relation_to_subscriber, effective_from, created_at) values ($1, $2, $3, $4, 1, 'M1', 'self', '2026-01-01', $5)",
      [ids.coverageId, patientId, ids.payerId, now],
    ],
    [
      "insert into stepwell.enrollment (organization_id, id, patient_id, program_id, track_id, level_of_care_id, population, label, admitted_on, admission_type, admission_source, patient_status, created_at) values ($1, $2, $3, $4, $5, $6, 'adult', 'part-2', '2026-11-02', 'elective', 'self', 'still-in-care', $7)",
      [ids.enrollmentId, patientId, programId, trackId, levelOfCareId, now],
    ],
    [
      "insert into stepwell.authorization (organization_id, id, patient_id, enrollment_id, coverage_id, number, starts_on, ends_on, units, unit, created_at) values ($1, $2, $3, $4, $5, 'A-1', '2026-11-02', '2026-12-02', 12, 'days', $6)",
      [ids.authorizationId, patientId, ids.enrollmentId, ids.coverageId, now],
    ],
    [
      "insert into stepwell.enrollment_diagnosis (organization_id, id, patient_id, enrollment_id, code, rank, diagnosed_on, created_at) values ($1, $2, $3, $4, 'F10.20', 1, '2026-11-02', $5)",
      [newId(), patientId, ids.enrollmentId, now],
    ],
    [
      "insert into stepwell.goal (organization_id, id, patient_id, enrollment_id, number, problem, statement, created_at) values ($1, $2, $3, $4, 1, 'Any', 'Any', $5)",
      [ids.goalId, patientId, ids.enrollmentId, now],
    ],
    [
      "insert into stepwell.objective (organization_id, id, patient_id, enrollment_id, goal_id, number, statement, label, created_at) values ($1, $2, $3, $4, $5, 1, 'Any', 'part-2', $6)",
      [ids.objectiveId, patientId, ids.enrollmentId, ids.goalId, now],
    ],
  ];
  for (const [text, values] of records) await insert(text, values);
  for (const [kind, id] of [
    ["payer", ids.payerId],
    ["coverage", ids.coverageId],
    ["enrollment", ids.enrollmentId],
    ["authorization", ids.authorizationId],
    ["goal", ids.goalId],
    ["objective", ids.objectiveId],
  ] as const)
    await insert(
      "insert into stepwell.revision (organization_id, id, record_kind, record_id, version, changed_at, actor_name, verb, changes) values ($1, $2, $3, $4, 1, $5, 'Test', 'create', '{}')",
      [newId(), kind, id, now],
    );
  return ids;
};
