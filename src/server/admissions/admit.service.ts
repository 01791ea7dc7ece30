import { conflict } from "#domain/admissions/conflict.ts";
import {
  admissionDayProblem,
  populationOn,
  type Enrollment,
  type EnrollmentDiagnosisFacts,
  type EnrollmentFacts,
} from "#domain/admissions/enrollment.ts";
import { labelOf } from "#domain/basics/label.ts";
import { changesBetween } from "#domain/basics/revision.ts";
import { notFound, problem, type FieldProblem } from "#domain/contract/problem.ts";
import { diagnosisOn, diagnosisProblem } from "#domain/diagnoses/code-set.ts";
import { refusing } from "#server/db/constraint.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import * as queries from "#server/admissions/enrollment.queries.ts";
import { findPlacement } from "#server/admissions/placement.queries.ts";
import { adolescentBelowAge } from "#server/programs/hour-rule.service.ts";

/** What an admission is made of, besides coverage and plan. */
export type Admission = EnrollmentFacts & {
  readonly patientId: string;
  readonly diagnoses: readonly EnrollmentDiagnosisFacts[];
};

type Problems = Record<string, FieldProblem>;

/** What stands against the diagnoses: a code that was not in force on its day, or stands there twice. */
export const diagnosesProblems = (
  diagnoses: readonly EnrollmentDiagnosisFacts[],
  day: string,
): Problems => {
  const problems: Problems = {};
  const seen = new Set<string>();
  for (const [place, { code, diagnosedOn }] of diagnoses.entries()) {
    const why = seen.has(code) ? { code: "twice" } : diagnosisProblem(code, diagnosedOn ?? day);
    if (why !== null) problems[`diagnoses.${place}.code`] = why;
    seen.add(code);
  }
  return problems;
};

const placeOf = async (work: Work, admission: Admission) => {
  const { patientId, trackId, levelOfCareId } = admission;
  const { attendingStaffId, therapistStaffId } = admission;
  const staffIds = [attendingStaffId, therapistStaffId].filter((id) => id !== null);
  const place = await findPlacement(work, {
    patientId,
    trackId,
    levelOfCareId,
    staffIds,
  });
  if (place === undefined) throw notFound();
  return place;
};
type Place = Awaited<ReturnType<typeof placeOf>>;

const staffIn = (place: Place, id: string | null) =>
  place.staff.find((person) => person.id === id) ?? null;

/** Refuses, with every field at once, what cannot be as it was asked for. */
const assertSound = (admission: Admission, place: Place): void => {
  const notAChoice = { code: "not-a-choice" };
  const problems: Problems = diagnosesProblems(admission.diagnoses, admission.admittedOn);
  const day = admissionDayProblem(admission.admittedOn, place.birthDate, place.today);
  if (day !== null) problems["admittedOn"] = day;
  if (place.trackId === null) problems["trackId"] = notAChoice;
  if (place.levelId === null) problems["levelOfCareId"] = notAChoice;
  for (const field of ["attendingStaffId", "therapistStaffId"] as const)
    if (admission[field] !== null && staffIn(place, admission[field]) === null)
      problems[field] = notAChoice;
  if (Object.keys(problems).length > 0) throw problem("invalid-input", { fields: problems });
  if (place.trackRetiredAt !== null || place.programRetiredAt !== null)
    throw conflict("track-retired", { fields: { trackId: { code: "retired" } } });
  if (!place.isOffered)
    throw conflict("level-not-offered", { fields: { levelOfCareId: { code: "not-offered" } } });
  for (const field of ["attendingStaffId", "therapistStaffId"] as const)
    if ((staffIn(place, admission[field])?.retiredAt ?? null) !== null)
      throw conflict("staff-retired", { fields: { [field]: { code: "retired" } } });
};

export const diagnosisRows = (
  work: Work,
  stay: { readonly id: string; readonly patientId: string },
  diagnoses: readonly EnrollmentDiagnosisFacts[],
  day: string,
): queries.NewDiagnosis[] =>
  diagnoses.map(({ code, diagnosedOn }, place) => ({
    id: work.newId(),
    patientId: stay.patientId,
    enrollmentId: stay.id,
    code,
    rank: place + 1,
    diagnosedOn: diagnosedOn ?? day,
    createdAt: work.now.toString(),
  }));

export const alreadyEnrolled = {
  enrollment_running_unique: () =>
    conflict("already-enrolled", { fields: { trackId: { code: "already-enrolled" } } }),
};

/** What the history of a stay says of its diagnoses. */
export const diagnosesSaid = (diagnoses: readonly EnrollmentDiagnosisFacts[]): string =>
  diagnoses.map(({ code }) => code).join(", ");

const answered = (
  admission: Admission,
  place: Place,
  row: queries.NewEnrollment,
  diagnoses: readonly queries.NewDiagnosis[],
): Enrollment => {
  const attending = staffIn(place, admission.attendingStaffId);
  const therapist = staffIn(place, admission.therapistStaffId);
  const { patientId, trackId, levelOfCareId, admittedOn } = admission;
  const { admissionType, admissionSource, patientStatus } = admission;
  return {
    id: row.id,
    patientId,
    program: { id: row.programId, name: place.programName ?? "" },
    track: { id: trackId, name: place.trackName ?? "", kind: place.trackKind ?? "" },
    levelOfCare: { id: levelOfCareId, name: place.levelName ?? "", code: place.levelCode ?? "" },
    population: row.population === "adolescent" ? "adolescent" : "adult",
    label: labelOf(row.label),
    admittedOn,
    endedOn: null,
    endReason: null,
    attendingStaff: attending && { id: attending.id, name: attending.name },
    therapistStaff: therapist && { id: therapist.id, name: therapist.name },
    admissionType,
    admissionSource,
    patientStatus,
    diagnoses: diagnoses.map(({ id, code, rank, diagnosedOn }) => {
      const description = diagnosisOn(code, diagnosedOn)?.description ?? null;
      return { id, code, rank, diagnosedOn, description };
    }),
    createdAt: row.createdAt,
    version: 1,
  };
};

/**
 * Admits a patient to a track at a level of care. The label of the stay is the track's, and everything that is ever
 * written in the stay takes it from there; whose hours count is decided by the age on the first day.
 */
export const admit = async (work: Work, admission: Admission): Promise<Enrollment> => {
  const place = await placeOf(work, admission);
  assertSound(admission, place);
  const { diagnoses, ...facts } = admission;
  const { levelOfCareId, admittedOn } = facts;
  const belowAge = await adolescentBelowAge(work, levelOfCareId, admittedOn);
  const row = {
    id: work.newId(),
    ...facts,
    programId: place.programId ?? "",
    label: labelOf(place.trackLabel),
    population: populationOn(place.birthDate, admittedOn, belowAge),
    createdAt: work.now.toString(),
  };
  await refusing(alreadyEnrolled, () => queries.insertEnrollment(work, row));
  const written = diagnosisRows(work, row, diagnoses, facts.admittedOn);
  await queries.insertDiagnoses(work, written);
  const changes = changesBetween(undefined, {
    program: place.programName,
    track: place.trackName,
    levelOfCare: place.levelName,
    admittedOn: facts.admittedOn,
    attendingStaff: staffIn(place, facts.attendingStaffId)?.name ?? null,
    therapistStaff: staffIn(place, facts.therapistStaffId)?.name ?? null,
    admissionType: facts.admissionType,
    admissionSource: facts.admissionSource,
    diagnoses: diagnosesSaid(diagnoses),
  });
  await recordChange(work, "enrollment", { id: row.id, version: 1 }, { verb: "admit", changes });
  return answered(admission, place, row, written);
};
