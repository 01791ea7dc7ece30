import { changesBetween, type Revision } from "#domain/basics/revision.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/privacy/conflict.ts";
import type * as api from "#domain/privacy/court-order.api.ts";
import { courtOrderDefects, courtOrderState } from "#domain/privacy/court-order-defects.ts";
import {
  courtOrderSchema,
  courtOrderStates,
  type CourtOrder,
} from "#domain/privacy/court-order.ts";
import { getPatient, holdPatient } from "#server/patients/patient.service.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { listRevisions } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";
import { refuseFuture } from "#server/privacy/consent.service.ts";
import * as queries from "#server/privacy/court-order.queries.ts";
import { todayOf } from "#server/practice/organization.service.ts";

const termsSchema = courtOrderSchema.omit({ state: true, defects: true });

const orderOf = (row: Omit<queries.CourtOrderRow, "organizationId">, today: string): CourtOrder => {
  const terms = termsSchema.parse(row);
  return { ...terms, state: courtOrderState(terms, today), defects: courtOrderDefects(terms) };
};

export const listCourtOrders = async (
  work: Work,
  patientId: string,
): Promise<{ rows: CourtOrder[] }> => {
  const today = await todayOf(work);
  const rows = (await queries.listCourtOrders(work, patientId)).map((row) => orderOf(row, today));
  if (rows.length === 0) await getPatient(work, patientId);
  const place = (order: CourtOrder): number => courtOrderStates.indexOf(order.state);
  return { rows: rows.toSorted((one, other) => place(one) - place(other)) };
};

export const createCourtOrder = async (
  work: Work,
  { patientId, ...facts }: Parsed<typeof api.createCourtOrder>,
): Promise<CourtOrder> => {
  await holdPatient(work, patientId);
  const today = await todayOf(work);
  refuseFuture("enteredOn", facts.enteredOn, today);
  const id = work.newId();
  const row = { id, patientId, ...facts, createdAt: work.now.toString() };
  await queries.insertCourtOrder(work, row);
  const changes = changesBetween(undefined, facts);
  const made = { ...row, endedOn: null, endReason: null, version: 1 };
  await recordChange(work, "court-order", made, { verb: "create", changes });
  return orderOf(made, today);
};

/** From its day on the order opens nothing more; what was told before stays in the accounting. */
export const endCourtOrder = async (
  work: Work,
  { courtOrderId, version, endedOn, reason }: Parsed<typeof api.endCourtOrder>,
): Promise<CourtOrder> => {
  const before = await queries.lockCourtOrder(work, courtOrderId);
  if (before === undefined) throw notFound();
  await refuseStale(work, "court-order", before, version);
  if (before.endedOn !== null) throw conflict("already-ended");
  const today = await todayOf(work);
  refuseFuture("endedOn", endedOn, today);
  if (endedOn < before.enteredOn)
    throw problem("invalid-input", { fields: { endedOn: { code: "before-start" } } });
  await queries.updateCourtOrder(work, courtOrderId, { endedOn, endReason: reason });
  const after = { ...before, endedOn, endReason: reason, version: version + 1 };
  const changes = changesBetween(before, { endedOn });
  await recordChange(work, "court-order", after, { verb: "end", reason, changes });
  return orderOf(after, today);
};

export const listCourtOrderRevisions = async (
  work: Work,
  courtOrderId: string,
): Promise<{ patientId: string; rows: Revision[] }> => {
  const order = await queries.findCourtOrder(work, courtOrderId);
  if (order === undefined) throw notFound();
  const rows = await listRevisions(work, "court-order", courtOrderId);
  return { patientId: order.patientId, rows };
};

/** An order about this patient as it stands now, held so that it is not ended while something is told under it. */
export const holdCourtOrder = async (
  work: Work,
  courtOrderId: string,
  patientId: string,
): Promise<CourtOrder> => {
  const order = await queries.holdCourtOrder(work, courtOrderId);
  if (order === undefined || order.patientId !== patientId) throw notFound();
  return orderOf(order, await todayOf(work));
};
