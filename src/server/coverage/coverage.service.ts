import { changesBetween, type Revision } from "#domain/basics/revision.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/coverage/coverage.api.ts";
import { conflict } from "#domain/coverage/conflict.ts";
import {
  coverageProblems,
  freeRank,
  overlap,
  type Coverage,
  type CoverageFacts,
} from "#domain/coverage/coverage.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { listRevisions } from "#server/platform/revision.ts";
import { assertPersonSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";
import {
  columnsOf,
  coverageOf,
  subscriberFacts,
  subscriberOf,
} from "#server/coverage/coverage-of.ts";
import * as queries from "#server/coverage/coverage.queries.ts";
import { holdPayer } from "#server/payers/payer.service.ts";

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

const getCoverage = async (work: Work, coverageId: string): Promise<Coverage> => {
  const coverage = await findCoverage(work, coverageId);
  if (coverage === undefined) throw notFound();
  return coverage;
};

/** The place of a new policy in the order of payers: the one asked for while it is free, else the next behind. */
const rankBeside = (
  others: readonly Coverage[],
  facts: Pick<CoverageFacts, "effectiveFrom" | "effectiveTo">,
  wanted: number | undefined,
): number => {
  const taken = others.filter((other) => overlap(other, facts)).map(({ rank }) => rank);
  if (wanted !== undefined && !taken.includes(wanted)) return wanted;
  const free = freeRank(taken);
  if (free === undefined) throw conflict("too-many-policies");
  return free;
};

type NewCoverage = Omit<CoverageFacts, "rank"> & { readonly rank?: number | undefined };

export const addCoverage = async (
  work: Work,
  patientId: string,
  said: NewCoverage,
): Promise<Coverage> => {
  assertSound(said);
  const payer = await payerOf(work, said.payerId);
  if (!(await queries.lockPatient(work, patientId))) throw notFound();
  const others = (await queries.lockCoverages(work, patientId)).map(coverageOf);
  const { payerId, ...facts } = subscriberOf({
    ...said,
    rank: rankBeside(others, said, said.rank),
  });
  const id = work.newId();
  const createdAt = work.now.toString();
  const columns = columnsOf(facts);
  await queries.insertCoverage(work, { id, patientId, payerId, createdAt, ...columns });
  const changes = changesBetween(undefined, { payer: payer.name, ...columns });
  await recordChange(work, "coverage", { id, version: 1 }, { verb: "create", changes });
  return getCoverage(work, id);
};

/** Adds a policy to somebody whose papers whoever asks sees; an admission adds one to the stay it is making (`addCoverage`). */
export const addPolicy = async (
  work: Work,
  { patientId, ...facts }: Parsed<typeof api.addCoverage>,
): Promise<Coverage> => {
  await assertPersonSeen(work, patientId, "payment");
  return addCoverage(work, patientId, facts);
};

const lockInUse = async (
  work: Work,
  coverageId: string,
  version: number,
): Promise<queries.CoverageRow> => {
  const before = await queries.lockCoverage(work, coverageId);
  if (before === undefined) throw notFound();
  await assertPersonSeen(work, before.patientId, "payment");
  await refuseStale(work, "coverage", before, version);
  if (before.retiredAt !== null) throw conflict("retired");
  return before;
};

/** Puts a policy right. What stood there stays in its history; a policy that is over is ended, not written over. */
export const changeCoverage = async (
  work: Work,
  { coverageId, version, ...wanted }: Parsed<typeof api.changeCoverage>,
): Promise<Coverage> => {
  const locked = await lockInUse(work, coverageId, version);
  const before = coverageOf(locked);
  const { payerId, ...facts } = wanted;
  const payer =
    payerId === undefined || payerId === before.payer.id ? undefined : await payerOf(work, payerId);
  const after = subscriberOf({ ...before, ...facts });
  assertSound(after);
  const columns = { ...columnsOf(facts), ...columnsOf(subscriberFacts(after)) };
  const changes = changesBetween(
    { ...locked, payer: before.payer.name },
    { ...columns, ...(payer !== undefined && { payer: payer.name }) },
  );
  if (Object.keys(changes).length === 0) return before;
  await queries.updateCoverage(work, coverageId, {
    ...columns,
    ...(payer !== undefined && { payerId: payer.id }),
  });
  const record = { id: coverageId, version: version + 1 };
  await recordChange(work, "coverage", record, { verb: "change", changes });
  return getCoverage(work, coverageId);
};

/** Gives a policy its last day. What it paid for until then stays explained by it. */
export const endCoverage = async (
  work: Work,
  { coverageId, version, endsOn, reason }: Parsed<typeof api.endCoverage>,
): Promise<Coverage> => {
  const before = await lockInUse(work, coverageId, version);
  if (endsOn < before.effectiveFrom)
    throw problem("invalid-input", { fields: { endsOn: { code: "before-start" } } });
  await queries.updateCoverage(work, coverageId, { effectiveTo: endsOn });
  const changes = changesBetween(before, { effectiveTo: endsOn });
  const record = { id: coverageId, version: version + 1 };
  await recordChange(work, "coverage", record, { verb: "end", reason, changes });
  return getCoverage(work, coverageId);
};

/** Takes back a policy that never was. While something is authorized under it somebody has to look at that first. */
export const retireCoverage = async (
  work: Work,
  { coverageId, version, reason }: Parsed<typeof api.retireCoverage>,
): Promise<Coverage> => {
  await lockInUse(work, coverageId, version);
  if (await queries.hasAuthorizations(work, coverageId)) throw conflict("has-authorizations");
  await queries.updateCoverage(work, coverageId, { retiredAt: work.now.toString() });
  const record = { id: coverageId, version: version + 1 };
  await recordChange(work, "coverage", record, { verb: "retire", reason });
  return getCoverage(work, coverageId);
};

/** Puts the policies that have not ended into the order in which they pay. All of them are named, so that none is lost. */
export const orderCoverages = async (
  work: Work,
  { patientId, coverageIds }: Parsed<typeof api.orderCoverages>,
): Promise<{ rows: Coverage[] }> => {
  await assertPersonSeen(work, patientId, "payment");
  if (!(await queries.lockPatient(work, patientId))) throw notFound();
  const running = (await queries.lockCoverages(work, patientId)).filter(
    ({ effectiveTo }) => effectiveTo === null,
  );
  const isWhole =
    new Set(coverageIds).size === running.length &&
    running.every(({ id }) => coverageIds.includes(id));
  if (!isWhole) throw conflict("order-incomplete");
  for (const { id, rank, version } of running) {
    const place = coverageIds.indexOf(id) + 1;
    if (place === rank) continue;
    await queries.updateCoverage(work, id, { rank: place });
    const changes = changesBetween({ rank }, { rank: place });
    await recordChange(work, "coverage", { id, version: version + 1 }, { verb: "change", changes });
  }
  return listCoverages(work, patientId);
};

export const coverageHistory = async (
  work: Work,
  coverageId: string,
): Promise<{ patientId: string; rows: Revision[] }> => {
  const row = await queries.findCoverage(work, coverageId);
  if (row === undefined) throw notFound();
  await assertPersonSeen(work, row.patientId, "payment");
  return { patientId: row.patientId, rows: await listRevisions(work, "coverage", coverageId) };
};
