import {
  admissionSourceSchema,
  admissionTypeSchema,
  endReasonSchema,
  patientStatusSchema,
} from "#domain/admissions/admission-terms.ts";
import type { Enrollment } from "#domain/admissions/enrollment.ts";
import { labelOf } from "#domain/basics/label.ts";
import { diagnosisOn } from "#domain/diagnoses/code-set.ts";
import { populationSchema } from "#domain/programs/population.ts";
import type { EnrollmentRow } from "#server/admissions/enrollment.queries.ts";

const named = (id: string | null, name: string | null) =>
  id === null ? null : { id, name: name ?? "" };

/** A stay as it is answered: the words of its diagnoses are those of the day they were made. */
export const enrollmentOf = (row: EnrollmentRow): Enrollment => ({
  id: row.id,
  patientId: row.patientId,
  program: { id: row.programId, name: row.programName },
  track: { id: row.trackId, name: row.trackName, kind: row.trackKind },
  levelOfCare: { id: row.levelOfCareId, name: row.levelName, code: row.levelCode },
  population: populationSchema.parse(row.population),
  label: labelOf(row.label),
  admittedOn: row.admittedOn,
  endedOn: row.endedOn,
  endReason: row.endReason === null ? null : endReasonSchema.parse(row.endReason),
  attendingStaff: named(row.attendingStaffId, row.attendingName),
  therapistStaff: named(row.therapistStaffId, row.therapistName),
  admissionType: admissionTypeSchema.parse(row.admissionType),
  admissionSource: admissionSourceSchema.parse(row.admissionSource),
  patientStatus: patientStatusSchema.parse(row.patientStatus),
  diagnoses: row.diagnoses.map((diagnosis) => ({
    ...diagnosis,
    description: diagnosisOn(diagnosis.code, diagnosis.diagnosedOn)?.description ?? null,
  })),
  createdAt: row.createdAt,
  version: row.version,
});
