import { changesBetween, type Revision } from "#domain/basics/revision.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/coverage/coverage.api.ts";
import {
  coverageProblems,
  relationSchema,
  type Coverage,
  type CoverageFacts,
} from "#domain/coverage/coverage.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { listRevisions } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";
import * as queries from "#server/coverage/coverage.queries.ts";
import { holdPayer } from "#server/payers/payer.service.ts";

const coverageOf = ({ payerId, payerName, ...row }: queries.CoverageRow): Coverage => ({
  ...row,
  payer: { id: payerId, name: payerName },
  relationToSubscriber: relationSchema.parse(row.relationToSubscriber),
});

const assertSound = (facts: Parameters<typeof coverageProblems>[0]): void => {
  const fields = coverageProblems(facts);
  if (Object.keys(fields).length > 0) throw problem("invalid-input", { fields });
};

const payerOf = async (work: Work, payerId: string) => {
  const payer = await holdPayer(work, payerId);
  if (payer === undefined)
    throw problem("invalid-input", { fields: { payerId: { code: "not-a-choice" } } });
  return { id: payer.id, name: payer.name };
};

/** Refuses where the organization has no such patient. */
export const assertPatient = async (work: Work, patientId: string): Promise<void> => {
  if (!(await queries.hasPatient(work, patientId))) throw notFound();
};

export const listCoverages = async (
  work: Work,
  patientId: string,
): Promise<{ rows: Coverage[] }> => {
  const rows = await queries.listCoverages(work, patientId);
  if (rows.length === 0) await assertPatient(work, patientId);
  return { rows: rows.map(coverageOf) };
};

/** The policy, or undefined where the organization has none of this id. */
export const findCoverage = async (
  work: Work,
  coverageId: string,
): Promise<Coverage | undefined> => {
  const row = await queries.findCoverage(work, coverageId);
  return row === undefined ? undefined : coverageOf(row);
};

export const addCoverage = async (
  work: Work,
  patientId: string,
  facts: CoverageFacts,
): Promise<Coverage> => {
  assertSound(facts);
  const payer = await payerOf(work, facts.payerId);
  await assertPatient(work, patientId);
  const row = { id: work.newId(), patientId, createdAt: work.now.toString(), ...facts };
  await queries.insertCoverage(work, row);
  const { payerId: _payerId, ...said } = facts;
  const changes = changesBetween(undefined, { payer: payer.name, ...said });
  await recordChange(work, "coverage", { id: row.id, version: 1 }, { verb: "create", changes });
  return coverageOf({ ...row, payerName: payer.name, version: 1 });
};

/** Changes a policy. One that ended gets its last day and stays: what it paid for then stays explained by it. */
export const changeCoverage = async (
  work: Work,
  { coverageId, version, ...wanted }: Parsed<typeof api.changeCoverage>,
): Promise<Coverage> => {
  const before = await queries.lockCoverage(work, coverageId);
  if (before === undefined) throw notFound();
  await refuseStale(work, "coverage", before, version);
  const { payerId, ...facts } = wanted;
  const payer =
    payerId === undefined || payerId === before.payerId ? undefined : await payerOf(work, payerId);
  const columns = { ...facts, ...(payer !== undefined && { payerId: payer.id }) };
  const said = { ...facts, ...(payer !== undefined && { payer: payer.name }) };
  const changes = changesBetween({ ...before, payer: before.payerName }, said);
  if (Object.keys(changes).length === 0) return coverageOf(before);
  const after = {
    ...before,
    ...columns,
    payerName: payer?.name ?? before.payerName,
    version: version + 1,
  };
  assertSound(coverageOf(after));
  await queries.updateCoverage(work, coverageId, columns);
  await recordChange(work, "coverage", after, { verb: "change", changes });
  return coverageOf(after);
};

export const coverageHistory = async (
  work: Work,
  coverageId: string,
): Promise<{ patientId: string; rows: Revision[] }> => {
  const row = await queries.findCoverage(work, coverageId);
  if (row === undefined) throw notFound();
  return { patientId: row.patientId, rows: await listRevisions(work, "coverage", coverageId) };
};
