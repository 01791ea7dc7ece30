import type { Enrollment } from "#domain/admissions/enrollment.ts";
import { isAllowed } from "#domain/access/actor.ts";
import type * as api from "#domain/charting/plan-admission.api.ts";
import { notFound, problem, Problem, type FieldProblem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type { Coverage } from "#domain/coverage/coverage.ts";
import type { Work } from "#server/platform/work.ts";
import { admit } from "#server/admissions/admit.service.ts";
import { addGoals } from "#server/charting/goal.service.ts";
import { findAdmissionChoices } from "#server/charting/plan-admission.queries.ts";
import { authorize } from "#server/coverage/authorization.service.ts";
import { addCoverage, findCoverage, listCoverages } from "#server/coverage/coverage.service.ts";

type Wanted = Parsed<typeof api.admitPatient>;

/** What the form needs; policies only for whoever may see them. */
export const getAdmissionChoices = async (
  work: Work,
  patientId: string,
): Promise<Output<typeof api.readAdmissionChoices>> => {
  const choices = await findAdmissionChoices(work, patientId);
  if (choices === undefined) throw notFound();
  const maySee = isAllowed(work.actor, "coverage:read");
  const coverages = maySee ? (await listCoverages(work, patientId)).rows : [];
  return { ...choices, payers: maySee ? choices.payers : [], coverages };
};

/** Who admits needs the permission for each part that they write: the plan, and the policy where there is one. */
const assertMayWrite = (work: Work, { coverage, coverageId, authorization }: Wanted): void => {
  const isAbout = coverage !== null || coverageId !== null || authorization !== null;
  if (!isAllowed(work.actor, "plan:write")) throw problem("not-allowed");
  if (isAbout && !isAllowed(work.actor, "coverage:manage")) throw problem("not-allowed");
};

/** Puts the name of its part before each field that was refused. */
const within = async <Result>(part: string, act: () => Promise<Result>): Promise<Result> => {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Problem) || Object.keys(error.fields).length === 0) throw error;
    const fields: Record<string, FieldProblem> = {};
    for (const [field, why] of Object.entries(error.fields)) fields[`${part}.${field}`] = why;
    throw new Problem(error.code, error.status, { values: error.values, fields });
  }
};

const coverageOf = async (work: Work, wanted: Wanted): Promise<Coverage | null> => {
  const { patientId, coverage, coverageId } = wanted;
  if (coverage !== null) return within("coverage", () => addCoverage(work, patientId, coverage));
  if (coverageId === null) return null;
  const known = await findCoverage(work, coverageId);
  if (known?.patientId !== patientId)
    throw problem("invalid-input", { fields: { coverageId: { code: "not-a-choice" } } });
  return known;
};

/** Admits with everything a stay begins with, or with nothing: one transaction, one answer, every refusal at its field. */
export const admitPatient = async (work: Work, wanted: Wanted): Promise<Enrollment> => {
  assertMayWrite(work, wanted);
  const { goals, coverage: _coverage, coverageId: _coverageId, authorization, ...stay } = wanted;
  const enrollment = await admit(work, stay);
  const coverage = await coverageOf(work, wanted);
  if (authorization !== null) {
    if (coverage === null)
      throw problem("invalid-input", { fields: { coverageId: { code: "missing" } } });
    const of = { enrollmentId: enrollment.id, patientId: enrollment.patientId };
    await within("authorization", () => authorize(work, of, coverage, authorization));
  }
  await addGoals(work, enrollment, goals, (place) => `goals.${place}.`);
  return enrollment;
};
