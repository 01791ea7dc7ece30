import { changesBetween } from "#domain/basics/revision.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/payers/conflict.ts";
import type * as api from "#domain/payers/fee.api.ts";
import { isOfSame, type Fee } from "#domain/payers/fee.ts";
import { dayBefore } from "#domain/payers/version-sequence.ts";
import { lockContract } from "#server/payers/contract.queries.ts";
import * as queries from "#server/payers/fee.queries.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import type { Work } from "#server/platform/work.ts";
import { holdOfferedLevels } from "#server/programs/level-of-care.service.ts";

/** Prices of a contract by what they are for, the newest of each first; withdrawn ones too. */
export const feesOf = (work: Work, contractId: string): Promise<Fee[]> =>
  queries.feesOfContract(work, contractId);

/** Gives a price another last day, with a line in its history. */
const closeFee = async (work: Work, fee: Fee, effectiveTo: string | null): Promise<void> => {
  await queries.updateFee(work, fee.id, { effectiveTo });
  const after = { id: fee.id, version: fee.version + 1 };
  const changes = changesBetween({ effectiveTo: fee.to }, { effectiveTo });
  await recordChange(work, "contract-fee", after, { verb: "end", changes });
};

/** Adds a price. The one that held until then ends the day before; one that begins later is in the way. */
export const addFee = async (
  work: Work,
  { contractId, ...facts }: Parsed<typeof api.addFee>,
): Promise<Fee> => {
  const contract = await lockContract(work, contractId);
  if (contract === undefined) throw notFound();
  if (contract.retiredAt !== null) throw conflict("retired");
  if (facts.code === null && facts.revenueCode === null)
    throw conflict("fee-of-nothing", { fields: { code: { code: "missing" } } });
  const [level] =
    facts.levelOfCareId === null ? [] : await holdOfferedLevels(work, [facts.levelOfCareId]);
  const same = (await feesOf(work, contractId)).filter(
    (fee) => fee.withdrawnAt === null && isOfSame(fee, facts),
  );
  const later = same.find((fee) => fee.from >= facts.effectiveFrom);
  if (later !== undefined)
    throw conflict("fee-follows-later", {
      values: { from: later.from },
      fields: { effectiveFrom: { code: "fee-follows-later", values: { from: later.from } } },
    });
  const lastDay = dayBefore(facts.effectiveFrom);
  const holding = same.find((fee) => fee.to === null || fee.to > lastDay);
  if (holding !== undefined) await closeFee(work, holding, lastDay);
  const made = { createdAt: work.now.toString(), createdBy: work.actor.name };
  const row = { id: work.newId(), contractId, ...facts, ...made };
  await queries.insertFee(work, row);
  const changes = changesBetween(undefined, facts);
  await recordChange(work, "contract-fee", { id: row.id, version: 1 }, { verb: "create", changes });
  const { effectiveFrom: from, ...rest } = row;
  return { ...rest, from, to: null, levelName: level?.name ?? null, withdrawnAt: null, version: 1 };
};

/** Withdraws a price that was a mistake; the one that it had ended holds again, for as long as it would have. */
export const withdrawFee = async (
  work: Work,
  { feeId, version, reason }: Parsed<typeof api.withdrawFee>,
): Promise<Fee> => {
  const found = await queries.findFee(work, feeId);
  if (found === undefined) throw notFound();
  await lockContract(work, found.contractId);
  const fees = await feesOf(work, found.contractId);
  const fee = fees.find(({ id }) => id === feeId);
  if (fee === undefined) throw notFound();
  await refuseStale(work, "contract-fee", fee, version);
  if (fee.withdrawnAt !== null) throw conflict("fee-withdrawn");
  const withdrawnAt = work.now.toString();
  await queries.updateFee(work, feeId, { withdrawnAt });
  const after = { ...fee, withdrawnAt, version: version + 1 };
  await recordChange(work, "contract-fee", after, { verb: "withdraw", reason });
  const lastDay = dayBefore(fee.from);
  const ended = fees.find(
    (one) => one.withdrawnAt === null && isOfSame(one, fee) && one.to === lastDay,
  );
  if (ended !== undefined) await closeFee(work, ended, fee.to);
  return after;
};
