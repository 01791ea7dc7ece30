import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/measures/measure.api.ts";
import type { CrisisCall } from "#domain/measures/measure.ts";
import { getOwnPatientId } from "#server/access/care-affiliation.service.ts";
import * as queries from "#server/measures/measure.queries.ts";
import * as measures from "#server/measures/measures.service.ts";
import type { Work } from "#server/platform/work.ts";
import { findOpenTaskAbout } from "#server/tasks/task.service.ts";

type Answered = Output<typeof api.readMyMeasure>;

/** What is under way for a person whose answer asked for somebody at once, until that task is closed. */
export const crisisCallOf = async (work: Work, patientId: string): Promise<CrisisCall | null> => {
  const task = await findOpenTaskAbout(work, "crisis-answer", patientId);
  if (task === undefined) return null;
  const callerName = task.ownerName?.split(" ", 1)[0] ?? null;
  return { toldAt: task.createdAt, callBy: task.dueAt, callerName };
};

export const readMyMeasure = async (work: Work, requestId: string): Promise<Answered> => {
  const patientId = await getOwnPatientId(work);
  const row = await queries.findMeasure(work, requestId);
  if (row === undefined || row.patientId !== patientId || row.cancelledAt !== null)
    throw notFound();
  return { measure: measures.measureOf(row), crisis: await crisisCallOf(work, patientId) };
};

export const answerMyMeasure = async (
  work: Work,
  input: Parsed<typeof api.answerMyMeasure>,
): Promise<Answered> => {
  const patientId = await getOwnPatientId(work);
  return measures.answerMeasure(work, input, { answeredBy: "self", patientId });
};

export const completeMyMeasure = async (work: Work, requestId: string): Promise<Answered> => {
  const patientId = await getOwnPatientId(work);
  const measure = await measures.completeMeasure(work, requestId, patientId);
  return { measure, crisis: await crisisCallOf(work, patientId) };
};
