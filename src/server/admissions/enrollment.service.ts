import { statusAfterEnd } from "#domain/admissions/admission-terms.ts";
import { conflict } from "#domain/admissions/conflict.ts";
import type * as api from "#domain/admissions/enrollment.api.ts";
import {
  admissionDayProblem,
  endDayProblem,
  type Enrollment,
  type EnrollmentDiagnosisFacts,
} from "#domain/admissions/enrollment.ts";
import { changesBetween, type Revision } from "#domain/basics/revision.ts";
import { notFound, problem, type FieldProblem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { refusing } from "#server/db/constraint.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { listRevisions } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";
import {
  alreadyEnrolled,
  diagnosesProblems,
  diagnosesSaid,
  diagnosisRows,
} from "#server/admissions/admit.service.ts";
import { enrollmentOf } from "#server/admissions/enrollment-of.ts";
import * as queries from "#server/admissions/enrollment.queries.ts";
import { listStaffPlaces } from "#server/admissions/placement.queries.ts";
import { assertPatient } from "#server/coverage/coverage.service.ts";
import { todayOf } from "#server/practice/organization.service.ts";

export const listEnrollments = async (
  work: Work,
  patientId: string,
): Promise<{ rows: Enrollment[] }> => {
  const rows = await queries.listEnrollments(work, patientId);
  if (rows.length === 0) await assertPatient(work, patientId);
  return { rows: rows.map(enrollmentOf) };
};

export const getEnrollment = async (work: Work, enrollmentId: string): Promise<Enrollment> => {
  const row = await queries.findEnrollment(work, enrollmentId);
  if (row === undefined) throw notFound();
  return enrollmentOf(row);
};

const lock = async (work: Work, enrollmentId: string, version: number) => {
  const row = await queries.lockEnrollment(work, enrollmentId);
  if (row === undefined) throw notFound();
  await refuseStale(work, "enrollment", row, version);
  return row;
};

/** A stay that is running, held, for whoever is about to write into it. */
export const lockRunning = async (work: Work, enrollmentId: string): Promise<Enrollment> => {
  const row = await queries.lockEnrollment(work, enrollmentId);
  if (row === undefined) throw notFound();
  if (row.endedOn !== null) throw conflict("stay-ended");
  return enrollmentOf(row);
};

const refuseFields = (fields: Record<string, FieldProblem>): void => {
  if (Object.keys(fields).length > 0) throw problem("invalid-input", { fields });
};

type StaffFields = {
  readonly attendingStaffId?: string | null;
  readonly therapistStaffId?: string | null;
};

/** Names of the colleagues that a change brings in; refuses one who has left. */
const staffNames = async (
  work: Work,
  wanted: StaffFields,
): Promise<ReadonlyMap<string, string>> => {
  const ids = [wanted.attendingStaffId ?? null, wanted.therapistStaffId ?? null].filter(
    (id) => id !== null,
  );
  const people = ids.length === 0 ? [] : await listStaffPlaces(work, ids);
  for (const field of ["attendingStaffId", "therapistStaffId"] as const) {
    const id = wanted[field] ?? null;
    if (id === null) continue;
    const person = people.find((one) => one.id === id);
    if (person === undefined) refuseFields({ [field]: { code: "not-a-choice" } });
    else if (person.retiredAt !== null)
      throw conflict("staff-retired", { fields: { [field]: { code: "retired" } } });
  }
  return new Map(people.map(({ id, name }) => [id, name]));
};

const writeDiagnoses = async (
  work: Work,
  stay: queries.EnrollmentRow,
  diagnoses: readonly EnrollmentDiagnosisFacts[],
  today: string,
): Promise<void> => {
  const known = new Map(stay.diagnoses.map(({ code, diagnosedOn }) => [code, diagnosedOn]));
  const dated = diagnoses.map(({ code, diagnosedOn }) => ({
    code,
    diagnosedOn: diagnosedOn ?? known.get(code) ?? today,
  }));
  refuseFields(diagnosesProblems(dated, today));
  await queries.resolveDiagnoses(work, stay.id, today);
  await queries.insertDiagnoses(work, diagnosisRows(work, stay, dated, today));
};

/** Changes what is said of a running stay. Diagnoses that are left out end today; those that stay keep their day. */
export const changeEnrollment = async (
  work: Work,
  { enrollmentId, version, diagnoses, ...facts }: Parsed<typeof api.changeEnrollment>,
): Promise<Enrollment> => {
  const before = await lock(work, enrollmentId, version);
  if (before.endedOn !== null) throw conflict("stay-ended");
  const today = await todayOf(work);
  if (facts.admittedOn !== undefined) {
    const why = admissionDayProblem(facts.admittedOn, "0000-01-01", today);
    if (why !== null) refuseFields({ admittedOn: why });
  }
  const names = await staffNames(work, facts);
  const nameOf = (id: string | null | undefined) => names.get(id ?? "") ?? null;
  const { attendingStaffId, therapistStaffId, ...plain } = facts;
  const changes = changesBetween(
    {
      ...before,
      attendingStaff: before.attendingName,
      therapistStaff: before.therapistName,
      diagnoses: before.diagnoses.map(({ code }) => code).join(", "),
    },
    {
      ...plain,
      ...(attendingStaffId !== undefined && { attendingStaff: nameOf(attendingStaffId) }),
      ...(therapistStaffId !== undefined && { therapistStaff: nameOf(therapistStaffId) }),
      ...(diagnoses !== undefined && { diagnoses: diagnosesSaid(diagnoses) }),
    },
  );
  if (Object.keys(changes).length === 0) return enrollmentOf(before);
  if (diagnoses !== undefined && changes["diagnoses"] !== undefined)
    await writeDiagnoses(work, before, diagnoses, today);
  await queries.updateEnrollment(work, enrollmentId, facts);
  const record = { id: enrollmentId, version: version + 1 };
  await recordChange(work, "enrollment", record, { verb: "change", changes });
  return getEnrollment(work, enrollmentId);
};

/** Discharges from a stay. Other stays of the person go on; what was written in this one stays readable. */
export const dischargePatient = async (
  work: Work,
  { enrollmentId, version, endedOn, reason, words, ...said }: Parsed<typeof api.dischargePatient>,
): Promise<Enrollment> => {
  const before = await lock(work, enrollmentId, version);
  if (before.endedOn !== null) throw conflict("stay-ended");
  const why = endDayProblem(endedOn, before.admittedOn, await todayOf(work));
  if (why !== null) refuseFields({ endedOn: why });
  const patientStatus = said.patientStatus ?? statusAfterEnd(reason);
  const columns = { endedOn, endReason: reason, patientStatus };
  await queries.updateEnrollment(work, enrollmentId, columns);
  const after = { ...before, ...columns, version: version + 1 };
  await recordChange(work, "enrollment", after, {
    verb: "discharge",
    changes: changesBetween(before, columns),
    ...(words !== null && { reason: words }),
  });
  return enrollmentOf(after);
};

/** Takes back a discharge that was entered by mistake; refused where the person is in the same track and level again. */
export const resumeEnrollment = async (
  work: Work,
  { enrollmentId, version, reason }: Parsed<typeof api.resumeEnrollment>,
): Promise<Enrollment> => {
  const before = await lock(work, enrollmentId, version);
  if (before.endedOn === null) throw conflict("stay-running");
  const columns = { endedOn: null, endReason: null, patientStatus: "still-in-care" };
  await refusing(alreadyEnrolled, () => queries.updateEnrollment(work, enrollmentId, columns));
  const after = { ...before, ...columns, version: version + 1 };
  const changes = changesBetween(before, columns);
  await recordChange(work, "enrollment", after, { verb: "resume", changes, reason });
  return enrollmentOf(after);
};

export const enrollmentHistory = async (
  work: Work,
  enrollmentId: string,
): Promise<{ patientId: string; rows: Revision[] }> => {
  const { patientId } = await getEnrollment(work, enrollmentId);
  return { patientId, rows: await listRevisions(work, "enrollment", enrollmentId) };
};
