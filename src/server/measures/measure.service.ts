import { labelOf } from "#domain/basics/label.ts";
import { changesBetween } from "#domain/basics/revision.ts";
import { notFound, Problem, problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { coursesOf, type Course } from "#domain/measures/course.ts";
import { instrumentOf } from "#domain/measures/instruments/instrument-list.ts";
import { scoreOf, triggerOf } from "#domain/measures/instruments/score.ts";
import type * as api from "#domain/measures/measure.api.ts";
import {
  measurePointSchema,
  measureSchema,
  type CrisisCall,
  type Measure,
} from "#domain/measures/measure.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import * as queries from "#server/measures/measure.queries.ts";
import { raiseTask } from "#server/tasks/task.service.ts";

type Row = queries.MeasureRow;

export const measureOf = (row: Row): Measure =>
  measureSchema.parse({
    ...row,
    patientName: shownName(row),
    answers: row.answers ?? {},
    instrumentVersion:
      row.instrumentVersion ??
      instrumentOf(measureSchema.shape.instrument.parse(row.instrument)).version,
    label: labelOf(row.label ?? row.stayLabel),
  });

export const listMeasures = async (work: Work, patientId: string): Promise<{ rows: Measure[] }> => {
  const rows = await queries.listMeasures(work, patientId);
  if (rows.length === 0 && !(await queries.hasPatient(work, patientId))) throw notFound();
  return { rows: rows.map(measureOf) };
};

/** A measure that whoever asks may see; any other answers as if it were not there. */
export const getMeasure = async (work: Work, requestId: string): Promise<Measure> => {
  const row = await queries.findMeasure(work, requestId);
  if (row === undefined || !row.isSeen) throw notFound();
  return measureOf(row);
};

/** The measure as it was just written, for whoever wrote it. */
const writtenMeasure = async (work: Work, requestId: string): Promise<Measure> => {
  const row = await queries.findMeasure(work, requestId);
  if (row === undefined) throw notFound();
  return measureOf(row);
};

/** What was asked of one person, instrument by instrument, as days on the wall of `zone`. */
export const listCourses = async (
  work: Work,
  { patientId, today, zone }: { patientId: string; today: string; zone: string },
): Promise<Course[]> => {
  const rows = await queries.listPoints(work, patientId);
  const points = rows.map((row) =>
    measurePointSchema.parse({ ...row, answers: row.answers ?? {} }),
  );
  return coursesOf(points, today, zone);
};

/** Asks a patient to answer a measure by a day. The same one is not asked twice for one day. */
export const askMeasure = async (
  work: Work,
  input: Parsed<typeof api.askMeasure>,
): Promise<Measure> => {
  const stay = await queries.holdStay(work, input);
  if (stay === undefined) throw notFound();
  if (stay.endedOn !== null) throw new Problem("enrollment-ended", 409);
  if ((await queries.findSameRequest(work, input)) !== undefined)
    throw new Problem("asked-already", 409);
  const id = work.newId();
  const asked = { requestedAt: work.now.toString(), requestedBy: work.actor.name };
  await queries.insertRequest(work, { id, ...input, ...asked });
  const changes = changesBetween(undefined, { ...input });
  await recordChange(work, "measure", { id, version: 1 }, { verb: "ask", changes });
  return writtenMeasure(work, id);
};

/** The measure, held, while it may be answered. `patientId`: only where it is this person's own. */
const openMeasure = async (work: Work, requestId: string, patientId?: string): Promise<Row> => {
  const row = await queries.lockMeasure(work, requestId);
  if (row === undefined) throw notFound();
  const isTheirs = patientId === undefined ? row.isSeen : row.patientId === patientId;
  if (!isTheirs) throw notFound();
  if (row.cancelledAt !== null) throw new Problem("cancelled", 409);
  if (row.completedAt !== null) throw new Problem("completed", 409);
  return row;
};

export const cancelMeasure = async (
  work: Work,
  { requestId, version, reason }: Parsed<typeof api.cancelMeasure>,
): Promise<Measure> => {
  const row = await openMeasure(work, requestId);
  await refuseStale(work, "measure", row, version);
  await queries.updateRequest(work, requestId, { cancelledAt: work.now.toString() });
  await recordChange(
    work,
    "measure",
    { id: requestId, version: version + 1 },
    { verb: "cancel", reason },
  );
  return writtenMeasure(work, requestId);
};

/** Who acts on an answer: the therapist of the stay while there is one, else the role that is on duty for it. */
export const actOn = async (
  work: Work,
  row: Row,
  item: string,
  value: number,
): Promise<CrisisCall | null> => {
  const trigger = triggerOf(instrumentOf(measureOf(row).instrument), item, value);
  if (trigger === undefined) return null;
  const task = await raiseTask(work, {
    kind: trigger.raises,
    patientId: row.patientId,
    label: labelOf(row.stayLabel),
    record: { kind: "measure", id: row.id },
    details: { instrument: row.instrument, item, value },
    ownerStaffId: row.therapistStaffId,
  });
  return { toldAt: task.createdAt, callBy: task.dueAt, callerName: row.therapistName };
};

export const refuseUnasked = (measure: Measure, itemId: string, value: number | null): void => {
  const item = instrumentOf(measure.instrument).items.find((one) => one.id === itemId);
  if (item === undefined) throw notFound();
  if (value !== null && !item.choices.some((choice) => choice.value === value))
    throw problem("invalid-input", { fields: { value: { code: "not-a-choice" } } });
};

/**
 * Saves one answer. Whatever it sets off happens in the same transaction: a critical answer is never saved without its
 * task. Saying the same again changes and raises nothing.
 */
export const answerMeasure = async (
  work: Work,
  input: Parsed<typeof api.answerMeasure>,
  by: { readonly answeredBy: "self" | "staff"; readonly patientId?: string },
): Promise<Output<typeof api.answerMeasure>> => {
  const { requestId, item, value, language } = input;
  const row = await openMeasure(work, requestId, by.patientId);
  const measure = measureOf(row);
  refuseUnasked(measure, item, value);
  const { [item]: before, ...others } = measure.answers;
  if ((before ?? null) === value) return { measure, crisis: null };
  const answers = JSON.stringify(value === null ? others : { ...others, [item]: value });
  const read = { language, answeredBy: by.answeredBy, answers };
  if (row.responseId !== null) await queries.updateResponse(work, row.responseId, read);
  else
    await queries.insertResponse(work, {
      id: work.newId(),
      requestId,
      patientId: row.patientId,
      enrollmentId: row.enrollmentId,
      instrument: row.instrument,
      instrumentVersion: measure.instrumentVersion,
      ...read,
      startedAt: work.now.toString(),
      label: labelOf(row.stayLabel),
    });
  await queries.updateRequest(work, requestId);
  const changes = { [`answer ${item}`]: { from: before ?? null, to: value } };
  const after = { id: requestId, version: row.version + 1 };
  await recordChange(work, "measure", after, { verb: "answer", changes });
  const crisis = value === null ? null : await actOn(work, row, item, value);
  return { measure: await writtenMeasure(work, requestId), crisis };
};

/** Closes the answer sheet. It is scored by the instrument's own rule; where that gives no score, it says why. */
export const completeMeasure = async (
  work: Work,
  requestId: string,
  patientId?: string,
): Promise<Measure> => {
  const row = await openMeasure(work, requestId, patientId);
  const measure = measureOf(row);
  if (row.responseId === null) throw new Problem("nothing-answered", 409);
  const instrument = instrumentOf(measure.instrument);
  const scored = scoreOf(instrument, measure.answers);
  const outcome =
    "score" in scored
      ? { score: scored.score, band: scored.band, notScoredBecause: null }
      : { score: null, band: null, notScoredBecause: scored.notScoredBecause };
  const completed = {
    completedAt: work.now.toString(),
    scoringVersion: instrument.scoring.version,
  };
  await queries.updateResponse(work, row.responseId, { ...completed, ...outcome });
  await queries.updateRequest(work, requestId);
  const changes = changesBetween(undefined, { ...completed, ...outcome });
  const after = { id: requestId, version: row.version + 1 };
  await recordChange(work, "measure", after, { verb: "complete", changes });
  return writtenMeasure(work, requestId);
};
