import { changesBetween, type Revision } from "#domain/basics/revision.ts";
import { notFound, Problem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/payers/payer.api.ts";
import { payerKindSchema, type Payer } from "#domain/payers/payer.ts";
import { refusing } from "#server/db/constraint.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { getHistory } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";
import * as queries from "#server/payers/payer.queries.ts";

const payerOf = (row: queries.PayerRow): Payer => ({
  ...row,
  kind: payerKindSchema.parse(row.kind),
});

const taken = {
  payer_name_unique: () => new Problem("name-taken", 409, { fields: { name: { code: "taken" } } }),
};

export const listPayers = async (work: Work): Promise<{ rows: Payer[] }> => ({
  rows: (await queries.listPayers(work)).map(payerOf),
});

/** Payers whose name has this in it. */
export const payersCalled = (work: Work, typed: string): Promise<string[]> =>
  queries.listPayersCalled(work, typed);

/** The payer that a policy is about to name, held; undefined where there is none in use. */
export const holdPayer = async (work: Work, payerId: string): Promise<Payer | undefined> => {
  const row = await queries.holdPayer(work, payerId);
  return row === undefined || row.retiredAt !== null ? undefined : payerOf(row);
};

export const createPayer = async (
  work: Work,
  facts: Parsed<typeof api.createPayer>,
): Promise<Payer> => {
  const row = { id: work.newId(), createdAt: work.now.toString(), ...facts };
  await refusing(taken, () => queries.insertPayer(work, row));
  const payer = { ...row, retiredAt: null, version: 1 };
  const changes = changesBetween(undefined, facts);
  await recordChange(work, "payer", payer, { verb: "create", changes });
  return payer;
};

export const changePayer = async (
  work: Work,
  { payerId, version, ...wanted }: Parsed<typeof api.changePayer>,
): Promise<Payer> => {
  const before = await queries.lockPayer(work, payerId);
  if (before === undefined) throw notFound();
  await refuseStale(work, "payer", before, version);
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return payerOf(before);
  await refusing(taken, () => queries.updatePayer(work, payerId, wanted));
  const after = { ...before, ...wanted, version: version + 1 };
  await recordChange(work, "payer", after, { verb: "change", changes });
  return payerOf(after);
};

export const payerHistory = (work: Work, payerId: string): Promise<{ rows: Revision[] }> =>
  getHistory(work, "payer", payerId);
