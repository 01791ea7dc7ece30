import { labelOf } from "#domain/basics/label.ts";
import { changesBetween } from "#domain/basics/revision.ts";
import { notFound, Problem } from "#domain/contract/problem.ts";
import { instrumentOf } from "#domain/measures/instruments/instrument-list.ts";
import { scoreOf } from "#domain/measures/instruments/score.ts";
import type { CrisisCall, Measure } from "#domain/measures/measure.ts";
import * as queries from "#server/measures/measure.queries.ts";
import { actOn, measureOf, refuseUnasked } from "#server/measures/measure.service.ts";
import { recordChanges } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";

/** A sheet that comes in one piece, as from paper: what was asked, and every answer that was given. */
export interface AnswerSheet {
  readonly patientId: string;
  readonly enrollmentId: string;
  readonly instrument: Measure["instrument"];
  readonly dueOn: string;
  readonly language: Measure["language"];
  readonly answeredBy: "self" | "staff";
  readonly startedAt: string;
  /** By item. What was left out has no entry. */
  readonly answers: Readonly<Record<string, number>>;
}

/** The stay runs, may be seen, and was not asked the same for this day already. */
const assertMayEnter = async (work: Work, sheet: AnswerSheet): Promise<void> => {
  const stay = await queries.holdStay(work, sheet);
  if (stay === undefined) throw notFound();
  if (stay.endedOn !== null) throw new Problem("enrollment-ended", 409);
  if ((await queries.findSameRequest(work, sheet)) !== undefined)
    throw new Problem("asked-already", 409);
  if (Object.keys(sheet.answers).length === 0) throw new Problem("nothing-answered", 409);
};

const outcomeOf = (work: Work, { instrument: name, answers }: AnswerSheet) => {
  const instrument = instrumentOf(name);
  const scored = scoreOf(instrument, answers);
  return {
    completedAt: work.now.toString(),
    scoringVersion: instrument.scoring.version,
    ...("score" in scored
      ? { score: scored.score, band: scored.band, notScoredBecause: null }
      : { score: null, band: null, notScoredBecause: scored.notScoredBecause }),
  };
};

/**
 * Takes a whole sheet at once: asked, answered, scored, under the rules of one answer after the other. What a critical answer sets
 * off happens in the same transaction; the calls it led to are answered.
 */
export const enterSheet = async (work: Work, sheet: AnswerSheet): Promise<CrisisCall[]> => {
  const { patientId, enrollmentId, instrument, dueOn, answers } = sheet;
  await assertMayEnter(work, sheet);
  const of = { patientId, enrollmentId, instrument };
  const requestId = work.newId();
  const asked = { requestedAt: work.now.toString(), requestedBy: work.actor.name };
  await queries.insertRequest(work, { id: requestId, ...of, dueOn, ...asked });
  const row = await queries.findMeasure(work, requestId);
  if (row === undefined) throw notFound();
  const measure = measureOf(row);
  for (const [item, value] of Object.entries(answers)) refuseUnasked(measure, item, value);
  const outcome = outcomeOf(work, sheet);
  await queries.insertResponse(work, {
    id: work.newId(),
    requestId,
    ...of,
    instrumentVersion: measure.instrumentVersion,
    language: sheet.language ?? "en",
    answeredBy: sheet.answeredBy,
    answers: JSON.stringify(answers),
    startedAt: sheet.startedAt,
    ...outcome,
    label: labelOf(row.stayLabel),
  });
  await queries.updateRequest(work, requestId);
  const ask = changesBetween(undefined, { ...of, dueOn });
  const complete = changesBetween(undefined, { ...answers, ...outcome });
  await recordChanges(work, "measure", [
    { record: { id: requestId, version: 1 }, act: { verb: "ask", changes: ask } },
    { record: { id: requestId, version: 2 }, act: { verb: "complete", changes: complete } },
  ]);
  const calls: CrisisCall[] = [];
  for (const [item, value] of Object.entries(answers)) {
    const call = await actOn(work, row, item, value);
    if (call !== null) calls.push(call);
  }
  return calls;
};
