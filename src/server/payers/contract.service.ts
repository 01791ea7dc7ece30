import { changesBetween, type Revision } from "#domain/basics/revision.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/payers/conflict.ts";
import type * as api from "#domain/payers/contract.api.ts";
import { billsOn, type Contract, type ContractVersion } from "#domain/payers/contract.ts";
import { refusing } from "#server/db/constraint.ts";
import * as queries from "#server/payers/contract.queries.ts";
import { versionOf } from "#server/payers/contract-version-row.ts";
import { versionsOf } from "#server/payers/contract-version.queries.ts";
import { feesOf } from "#server/payers/fee.service.ts";
import { holdPayer } from "#server/payers/payer.service.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { getHistory } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";
import { todayOf } from "#server/practice/organization.service.ts";
import { holdActiveSite } from "#server/practice/site.service.ts";
import { getProgram } from "#server/programs/program.service.ts";
import { holdOfferedLevels } from "#server/programs/level-of-care.service.ts";

const taken = {
  contract_once: () => conflict("contract-exists", { fields: { planName: { code: "taken" } } }),
};

/** What a list says of the terms: those of today's version, else of the newest. */
const speaking = (versions: readonly ContractVersion[], day: string): ContractVersion | undefined =>
  versions.find((one) => billsOn(one, day)) ?? versions.at(0);

export const listContracts = async (
  work: Work,
  { state }: Parsed<typeof api.listContracts>,
): Promise<Output<typeof api.listContracts>> => {
  const day = await todayOf(work);
  const rows = await queries.listContracts(work, state, day);
  if (rows.length === 0) return { rows: [] };
  const all = (
    await versionsOf(
      work,
      rows.map(({ id }) => id),
    )
  ).map(versionOf);
  const byContract = Map.groupBy(all, ({ contractId }) => contractId);
  return {
    rows: rows.map(({ feeCount, ...contract }) => {
      const versions = byContract.get(contract.id) ?? [];
      const form = speaking(versions, day)?.terms.form ?? null;
      return { contract, versions, form, feeCount };
    }),
  };
};

export const getContract = async (
  work: Work,
  contractId: string,
): Promise<Output<typeof api.readContract>> => {
  const contract = await queries.findContract(work, contractId);
  if (contract === undefined) throw notFound();
  const versions = (await versionsOf(work, [contractId])).map(versionOf);
  return { contract, versions, fees: await feesOf(work, contractId) };
};

interface Named {
  readonly siteName: string | null;
  readonly programName: string | null;
  readonly levelName: string | null;
}

type Scope = Pick<Contract, "siteId" | "programId" | "levelOfCareId">;

/** The site, program and level a contract is about, held; refuses what is not there or no longer used. */
const holdScope = async (work: Work, scope: Scope): Promise<Named> => {
  const { siteId, programId, levelOfCareId } = scope;
  const site = siteId === null ? null : await holdActiveSite(work, siteId);
  if (site === undefined) throw notFound();
  const program = programId === null ? null : await getProgram(work, programId);
  if (program !== null && siteId !== null && program.site.id !== siteId)
    throw conflict("program-elsewhere", { fields: { programId: { code: "elsewhere" } } });
  const [level] = levelOfCareId === null ? [] : await holdOfferedLevels(work, [levelOfCareId]);
  return {
    siteName: site?.name ?? null,
    programName: program?.name ?? null,
    levelName: level?.name ?? null,
  };
};

/** Whom a contract is about, as its history tells it: by name. */
const told = (contract: Pick<Contract, "name" | "planName"> & Named) => ({
  name: contract.name,
  planName: contract.planName,
  site: contract.siteName,
  program: contract.programName,
  level: contract.levelName,
});

export const createContract = async (
  work: Work,
  facts: Parsed<typeof api.createContract>,
): Promise<Contract> => {
  const payer = await holdPayer(work, facts.payerId);
  if (payer === undefined) throw notFound();
  const named = await holdScope(work, facts);
  const row = { id: work.newId(), createdAt: work.now.toString(), ...facts };
  await refusing(taken, () => queries.insertContract(work, row));
  const after = { ...row, ...named, payerName: payer.name, retiredAt: null, version: 1 };
  const changes = changesBetween(undefined, { payer: payer.name, ...told(after) });
  await recordChange(work, "contract", after, { verb: "create", changes });
  return after;
};

/** The contract, held, as its changer saw it and in use. */
const holdAsSeen = async (
  work: Work,
  contractId: string,
  version: number,
): Promise<queries.ContractRow> => {
  const before = await queries.lockContract(work, contractId);
  if (before === undefined) throw notFound();
  await refuseStale(work, "contract", before, version);
  if (before.retiredAt !== null) throw conflict("retired");
  return before;
};

/**
 * Changes a contract. Its name may always be changed; whom it is about only while nothing was confirmed, because a day that
 * was billed by it must stay explained by it.
 */
export const changeContract = async (
  work: Work,
  { contractId, version, ...wanted }: Parsed<typeof api.changeContract>,
): Promise<Contract> => {
  const before = await holdAsSeen(work, contractId, version);
  const { name: _, ...scope } = changesBetween(before, wanted);
  const asked = { ...before, ...wanted, version: version + 1 };
  const isElsewhere = Object.keys(scope).length > 0;
  if (isElsewhere) await assertNeverConfirmed(work, contractId);
  const after = isElsewhere ? { ...asked, ...(await holdScope(work, asked)) } : asked;
  const changes = changesBetween(told(before), told(after));
  if (Object.keys(changes).length === 0) return before;
  await refusing(taken, () => queries.updateContract(work, contractId, wanted));
  await recordChange(work, "contract", after, { verb: "change", changes });
  return after;
};

const assertNeverConfirmed = async (work: Work, contractId: string): Promise<void> => {
  const versions = await versionsOf(work, [contractId]);
  if (versions.some(({ publishedAt }) => publishedAt !== null))
    throw conflict("contract-confirmed");
};

/** Takes a contract out of use. A version that could still bill a day, or is being made, has to be retired first. */
export const retireContract = async (
  work: Work,
  { contractId, version, reason }: Parsed<typeof api.retireContract>,
): Promise<Contract> => {
  const before = await holdAsSeen(work, contractId, version);
  const living = (await versionsOf(work, [contractId])).filter(({ state }) => state !== "retired");
  if (living.length > 0) throw conflict("contract-in-use", { values: { versions: living.length } });
  const retiredAt = work.now.toString();
  await queries.updateContract(work, contractId, { retiredAt });
  const after = { ...before, retiredAt, version: version + 1 };
  await recordChange(work, "contract", after, { verb: "retire", reason });
  return after;
};

export const bringBackContract = async (
  work: Work,
  { contractId, version }: Parsed<typeof api.bringBackContract>,
): Promise<Contract> => {
  const before = await queries.lockContract(work, contractId);
  if (before === undefined) throw notFound();
  await refuseStale(work, "contract", before, version);
  if (before.retiredAt === null) throw conflict("not-retired");
  await refusing(taken, () => queries.updateContract(work, contractId, { retiredAt: null }));
  const after = { ...before, retiredAt: null, version: version + 1 };
  await recordChange(work, "contract", after, { verb: "bring-back" });
  return after;
};

export const contractHistory = (work: Work, contractId: string): Promise<{ rows: Revision[] }> =>
  getHistory(work, "contract", contractId);
