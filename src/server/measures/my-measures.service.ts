import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { instrumentOf } from "#domain/measures/instruments/instrument-list.ts";
import { triggerOf } from "#domain/measures/instruments/score.ts";
import type * as api from "#domain/measures/measure.api.ts";
import type { CrisisCall } from "#domain/measures/measure.ts";
import { getOwnPatientId } from "#server/access/care-affiliation.service.ts";
import * as queries from "#server/measures/measure.queries.ts";
import * as measures from "#server/measures/measure.service.ts";
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

export const listMyMeasures = async (work: Work): Promise<Output<typeof api.listMyMeasures>> => {
  const patientId = await getOwnPatientId(work);
  const rows = await queries.listCompleted(work, patientId);
  const sent = rows
    .map(measures.measureOf)
    .flatMap(({ id, instrument, completedAt }) =>
      completedAt === null ? [] : [{ requestId: id, instrument, completedAt }],
    );
  return { patientId, rows: sent };
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
  const { measure, crisis } = await measures.answerMeasure(work, input, {
    answeredBy: "self",
    patientId,
  });
  const asksForHelp =
    input.value !== null &&
    triggerOf(instrumentOf(measure.instrument), input.item, input.value) !== undefined;
  // Said again, as after an answer that got lost on the way: nothing new is raised, and help stands there again.
  return { measure, crisis: crisis ?? (asksForHelp ? await crisisCallOf(work, patientId) : null) };
};

export const completeMyMeasure = async (work: Work, requestId: string): Promise<Answered> => {
  const patientId = await getOwnPatientId(work);
  const measure = await measures.completeMeasure(work, requestId, patientId);
  return { measure, crisis: await crisisCallOf(work, patientId) };
};
