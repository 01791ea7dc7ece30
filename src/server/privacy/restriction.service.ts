import { changesBetween, type Revision } from "#domain/basics/revision.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/privacy/conflict.ts";
import type * as api from "#domain/privacy/restriction.api.ts";
import {
  mustAgree,
  restrictionProblems,
  restrictionState,
} from "#domain/privacy/restriction-rules.ts";
import {
  restrictionSchema,
  restrictionStates,
  type Restriction,
} from "#domain/privacy/restriction.ts";
import { getPatient, holdPatient } from "#server/patients/patient.service.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { listRevisions } from "#server/platform/revision.ts";
import { assertPersonSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";
import { refuseFuture } from "#server/privacy/consent.service.ts";
import * as queries from "#server/privacy/restriction.queries.ts";
import { todayOf } from "#server/practice/organization.service.ts";

const termsSchema = restrictionSchema.omit({ state: true, mustAgree: true });

const restrictionOf = (row: queries.RestrictionRow, today: string): Restriction => {
  const terms = termsSchema.parse(row);
  return { ...terms, state: restrictionState(terms, today), mustAgree: mustAgree(terms) };
};

export const listRestrictions = async (
  work: Work,
  patientId: string,
): Promise<{ rows: Restriction[] }> => {
  const today = await todayOf(work);
  const found = await queries.listRestrictions(work, patientId);
  if (found.length === 0) await getPatient(work, patientId);
  const place = ({ state }: Restriction): number => restrictionStates.indexOf(state);
  const rows = found.map((row) => restrictionOf(row, today));
  return { rows: rows.toSorted((one, other) => place(one) - place(other)) };
};

export const createRestriction = async (
  work: Work,
  { patientId, ...facts }: Parsed<typeof api.createRestriction>,
): Promise<Restriction> => {
  const fields = restrictionProblems(facts);
  if (Object.keys(fields).length > 0) throw problem("invalid-input", { fields });
  await assertPersonSeen(work, patientId, "disclosure");
  await holdPatient(work, patientId);
  const today = await todayOf(work);
  refuseFuture("askedOn", facts.askedOn, today);
  const row = { id: work.newId(), patientId, ...facts, createdAt: work.now.toString() };
  await queries.insertRestriction(work, row);
  const open = { answer: null, answeredOn: null, answeredBy: null, answerReason: null };
  const made = { ...row, ...open, endedOn: null, endGround: null, endReason: null, version: 1 };
  const changes = changesBetween(undefined, facts);
  await recordChange(work, "restriction", made, { verb: "create", changes });
  return restrictionOf(made, today);
};

const lockForChange = async (work: Work, restrictionId: string, version: number) => {
  const before = await queries.lockRestriction(work, restrictionId);
  if (before === undefined) throw notFound();
  await refuseStale(work, "restriction", before, version);
  if (before.endedOn !== null) throw conflict("already-ended");
  return { before, today: await todayOf(work) };
};

/**
 * Agrees to a request, or not. From the moment of the answer what was agreed to stays here; what is told at the same time was
 * told before it. A program that was paid in full by somebody else has no choice (42 CFR 2.26(a)(2), (6)).
 */
export const answerRestriction = async (
  work: Work,
  { restrictionId, version, answer, reason }: Parsed<typeof api.answerRestriction>,
): Promise<Restriction> => {
  const { before, today } = await lockForChange(work, restrictionId, version);
  if (before.answer !== null) throw conflict("already-answered");
  const { mustAgree: hasNoChoice } = restrictionOf(before, today);
  if (hasNoChoice && answer !== "agreed") throw conflict("must-agree");
  const answered = {
    answer,
    answeredOn: today,
    answeredBy: work.actor.name,
    answerReason: reason,
  };
  await queries.updateRestriction(work, restrictionId, answered);
  const after = { ...before, ...answered, version: version + 1 };
  const changes = changesBetween(before, { answer, answeredOn: today });
  await recordChange(work, "restriction", after, { verb: "answer", reason, changes });
  return restrictionOf(after, today);
};

/** The patient takes it back; from that day it keeps nothing back (42 CFR 2.26(b)(1), (2)). */
export const endRestriction = async (
  work: Work,
  { restrictionId, version, endedOn, ground, reason }: Parsed<typeof api.endRestriction>,
): Promise<Restriction> => {
  const { before, today } = await lockForChange(work, restrictionId, version);
  if (before.answer === "not-agreed") throw conflict("not-agreed");
  refuseFuture("endedOn", endedOn, today);
  if (endedOn < before.askedOn)
    throw problem("invalid-input", { fields: { endedOn: { code: "before-start" } } });
  const ended = { endedOn, endGround: ground, endReason: reason };
  await queries.updateRestriction(work, restrictionId, ended);
  const after = { ...before, ...ended, version: version + 1 };
  const changes = changesBetween(before, { endedOn, endGround: ground });
  await recordChange(work, "restriction", after, { verb: "end", reason, changes });
  return restrictionOf(after, today);
};

export const listRestrictionRevisions = async (
  work: Work,
  restrictionId: string,
): Promise<{ patientId: string; rows: Revision[] }> => {
  const row = await queries.findRestriction(work, restrictionId);
  if (row === undefined) throw notFound();
  const rows = await listRevisions(work, "restriction", restrictionId);
  return { patientId: row.patientId, rows };
};

/** The same of several people as it stands on a day, for whoever asks about many before anything is sent. */
export const restrictionsOfMany = async (
  work: Work,
  patientIds: readonly string[],
  on: string,
): Promise<Restriction[]> =>
  patientIds.length === 0
    ? []
    : (await queries.listRestrictionsOfMany(work, patientIds)).map((row) => restrictionOf(row, on));

/** What people asked to be kept back, as it stands now; no answer changes while something is told. */
export const holdRestrictions = async (
  work: Work,
  patientIds: readonly string[],
  today: string,
): Promise<Restriction[]> =>
  (await queries.holdRestrictions(work, patientIds)).map((row) => restrictionOf(row, today));
