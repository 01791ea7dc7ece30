import { changesBetween, type Revision } from "#domain/basics/revision.ts";
import { notFound, problem, Problem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/coverage/authorization.api.ts";
import {
  authorizationProblems,
  authorizationUnitSchema,
  authorizationUse,
  type Authorization,
  type AuthorizationFacts,
} from "#domain/coverage/authorization.ts";
import type { Coverage } from "#domain/coverage/coverage.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { listRevisions } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";
import * as queries from "#server/coverage/authorization.queries.ts";
import { assertPatient, findCoverage } from "#server/coverage/coverage.service.ts";

const authorizationOf = ({ delivered, ...row }: queries.AuthorizationRow): Authorization => {
  const unit = authorizationUnitSchema.parse(row.unit);
  return { ...row, unit, use: authorizationUse({ units: row.units, unit }, delivered) };
};

const getAuthorization = async (work: Work, authorizationId: string): Promise<Authorization> => {
  const row = await queries.findAuthorization(work, authorizationId);
  if (row === undefined) throw notFound();
  return authorizationOf(row);
};

const assertSound = (
  facts: Pick<Authorization, "startsOn" | "endsOn">,
  coverage: Coverage,
): void => {
  const fields = authorizationProblems(facts, coverage);
  if (Object.keys(fields).length > 0) throw problem("invalid-input", { fields });
};

export const listAuthorizations = async (
  work: Work,
  patientId: string,
): Promise<{ rows: Authorization[] }> => {
  const rows = await queries.listAuthorizations(work, patientId);
  if (rows.length === 0) await assertPatient(work, patientId);
  return { rows: rows.map(authorizationOf) };
};

/** Writes down what a payer allowed for a stay. The policy is the patient's own, as the stay is. */
export const authorize = async (
  work: Work,
  stay: { readonly enrollmentId: string; readonly patientId: string },
  coverage: Coverage,
  facts: AuthorizationFacts,
): Promise<Authorization> => {
  assertSound(facts, coverage);
  const id = work.newId();
  const row = { id, ...stay, coverageId: coverage.id, createdAt: work.now.toString(), ...facts };
  await queries.insertAuthorization(work, row);
  const payerName = coverage.payer.name;
  const changes = changesBetween(undefined, { payer: payerName, ...facts });
  await recordChange(work, "authorization", { id, version: 1 }, { verb: "create", changes });
  return getAuthorization(work, id);
};

export const addAuthorization = async (
  work: Work,
  { enrollmentId, coverageId, ...facts }: Parsed<typeof api.addAuthorization>,
): Promise<Authorization> => {
  const patientId = await queries.patientOfEnrollment(work, enrollmentId);
  if (patientId === undefined) throw notFound();
  const coverage = await findCoverage(work, coverageId);
  if (coverage?.patientId !== patientId)
    throw problem("invalid-input", { fields: { coverageId: { code: "not-a-choice" } } });
  return authorize(work, { enrollmentId, patientId }, coverage, facts);
};

const lockInUse = async (work: Work, authorizationId: string, version: number) => {
  const before = await queries.lockAuthorization(work, authorizationId);
  if (before === undefined) throw notFound();
  await refuseStale(work, "authorization", before, version);
  if (before.retiredAt !== null) throw new Problem("retired", 409);
  return before;
};

export const changeAuthorization = async (
  work: Work,
  { authorizationId, version, ...wanted }: Parsed<typeof api.changeAuthorization>,
): Promise<Authorization> => {
  const before = await lockInUse(work, authorizationId, version);
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return authorizationOf(before);
  const after = { ...before, ...wanted, version: version + 1 };
  const coverage = await findCoverage(work, before.coverageId);
  if (coverage !== undefined) assertSound(after, coverage);
  await queries.updateAuthorization(work, authorizationId, wanted);
  await recordChange(work, "authorization", after, { verb: "change", changes });
  return getAuthorization(work, authorizationId);
};

export const retireAuthorization = async (
  work: Work,
  { authorizationId, version, reason }: Parsed<typeof api.retireAuthorization>,
): Promise<Authorization> => {
  const before = await lockInUse(work, authorizationId, version);
  const after = { ...before, retiredAt: work.now.toString(), version: version + 1 };
  await queries.updateAuthorization(work, authorizationId, { retiredAt: after.retiredAt });
  await recordChange(work, "authorization", after, { verb: "retire", reason });
  return authorizationOf(after);
};

export const authorizationHistory = async (
  work: Work,
  authorizationId: string,
): Promise<{ patientId: string; rows: Revision[] }> => {
  const row = await queries.findSeenAuthorization(work, authorizationId);
  if (row === undefined) throw notFound();
  const rows = await listRevisions(work, "authorization", authorizationId);
  return { patientId: row.patientId, rows };
};
