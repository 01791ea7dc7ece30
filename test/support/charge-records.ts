import { newId } from "#server/platform/ids.ts";
import type { ContractRecords } from "#test/support/contract-records.ts";
import type { PersonRecords } from "#test/support/person-samples.ts";
import type { ScheduleRecords } from "#test/support/schedule-records.ts";
import type { StayRecords } from "#test/support/stay-records.ts";

type Insert = (text: string, values: readonly unknown[]) => Promise<unknown>;
type Inputs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A day with one line, held for its note. */
export interface ChargeRecords {
  readonly dayChargeId: string;
  /** Somebody's word about another day, which was taken back. */
  readonly releaseId: string;
}

type Ground = Pick<StayRecords, "enrollmentId" | "coverageId" | "payerId" | "authorizationId"> &
  Pick<PersonRecords, "patientId"> &
  Pick<ContractRecords, "contractVersionId"> & { readonly siteId: string; readonly now: string };

/** What a day of a sample stay is worth, put in by the owner of the database; `$1` is the organization. */
export const addChargeRecords = async (insert: Insert, ground: Ground): Promise<ChargeRecords> => {
  const dayChargeId = newId();
  const releaseId = newId();
  await insert(
    `insert into stepwell.day_charge (organization_id, id, enrollment_id, patient_id, coverage_id, payer_id, site_id, contract_version_id,
        service_date, state, is_test, authorization_id, total_cents, minutes, usage, zeroes, holds, fingerprint, label, made_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, '2026-11-18', 'held', false, $9, 30000, 180,
        '{"days":1,"minutes":180,"sessions":1,"units":1}', '[]', '[{"code":"note-missing","values":{},"owner":"facilitator"}]', '', 'part-2', $10)`,
    [
      dayChargeId,
      ground.enrollmentId,
      ground.patientId,
      ground.coverageId,
      ground.payerId,
      ground.siteId,
      ground.contractVersionId,
      ground.authorizationId,
      ground.now,
    ],
  );
  await insert(
    `insert into stepwell.charge_line (organization_id, day_charge_id, key, position, basis, service, procedure, modifiers, revenue_code,
        unit, units, price_cents, charge_cents, minutes, is_telehealth, sessions, rule)
      values ($1, $2, 'per-diem:S9480:0905:day', 0, 'per-diem', null, 'S9480', '{}', '0905', 'day', 1, 30000, 30000, 180, false, $3,
        '{"code":"per-diem-reached","values":{},"source":"Any exhibit"}')`,
    [
      dayChargeId,
      JSON.stringify([{ sessionId: newId(), attendanceId: newId(), noteId: null, minutes: 180 }]),
    ],
  );
  await insert(
    `insert into stepwell.day_release (organization_id, id, enrollment_id, patient_id, service_date, code, reason, released_at, actor_name, label)
      values ($1, $2, $3, $4, '2026-11-17', 'no-authorization', 'Said on the telephone', $5, 'Test', 'part-2')`,
    [releaseId, ground.enrollmentId, ground.patientId, ground.now],
  );
  await insert(
    `insert into stepwell.day_release_taking_back (organization_id, id, release_id, patient_id, reason, taken_back_at, actor_name, label)
      values ($1, $2, $3, $4, 'The authorization came', $5, 'Test', 'part-2')`,
    [newId(), releaseId, ground.patientId, ground.now],
  );
  return { dayChargeId, releaseId };
};

/** An input that each route about charges accepts. */
export const chargeSamples = ({
  enrollmentId,
  contractVersionId,
  scheduledSessionId: sessionId,
  releaseId,
}: Pick<StayRecords, "enrollmentId"> &
  Pick<ContractRecords, "contractVersionId"> &
  Pick<ScheduleRecords, "scheduledSessionId"> &
  Pick<ChargeRecords, "releaseId">): Inputs => {
  const serviceDate = "2026-11-18";
  return {
    "GET /day-charges": { from: "2026-11-01", to: "2026-11-30" },
    "GET /day-charges/bills": { from: "2026-11-01", to: "2026-11-30" },
    "GET /enrollments/{enrollmentId}/day-charges/{serviceDate}": { enrollmentId, serviceDate },
    "GET /sessions/{sessionId}/charges": { sessionId },
    "GET /service-dates/{serviceDate}/charges": { serviceDate },
    "POST /enrollments/{enrollmentId}/day-charges/{serviceDate}/releases": {
      enrollmentId,
      serviceDate,
      code: "no-authorization",
      reason: "The payer said so on the telephone",
    },
    "POST /enrollments/{enrollmentId}/day-charges/{serviceDate}/releases/{releaseId}/withdrawal": {
      enrollmentId,
      serviceDate: "2026-11-17",
      releaseId,
      reason: "They spoke of another day",
    },
    "POST /day-charges/recomputation": { from: serviceDate, to: serviceDate },
    "POST /contracts/trials": {
      contractVersionId,
      serviceDate,
      services: [{ service: "group-therapy", minutes: 180 }],
    },
  };
};
