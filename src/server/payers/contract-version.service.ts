import { changesBetween, type Revision } from "#domain/basics/revision.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/payers/conflict.ts";
import type * as api from "#domain/payers/contract.api.ts";
import {
  mayBecome,
  type ContractVersion,
  type ContractVersionFacts,
  type VersionState,
} from "#domain/payers/contract.ts";
import { termsProblems } from "#domain/payers/terms-problems.ts";
import { dayBefore, sequenceWith } from "#domain/payers/version-sequence.ts";
import { lockContract } from "#server/payers/contract.queries.ts";
import { versionOf } from "#server/payers/contract-version-row.ts";
import * as queries from "#server/payers/contract-version.queries.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { getHistory } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";

/** Refuses terms that do not fit together, and a span that ends before it begins; says every field at once. */
const assertFits = (facts: ContractVersionFacts): void => {
  if (facts.effectiveTo !== null && facts.effectiveTo < facts.effectiveFrom)
    throw conflict("dates-out-of-order", { fields: { effectiveTo: { code: "before-start" } } });
  const fields = termsProblems(facts.terms);
  if (Object.keys(fields).length > 0) throw conflict("terms-do-not-fit", { fields });
};

/** The contract whose versions are about to change, held so that two people take turns. */
const holdContractInUse = async (work: Work, contractId: string): Promise<void> => {
  const contract = await lockContract(work, contractId);
  if (contract === undefined) throw notFound();
  if (contract.retiredAt !== null) throw conflict("retired");
};

/** The contract, then the version, both held, the version as its changer saw it. */
const holdAsSeen = async (
  work: Work,
  versionId: string,
  seen: number,
): Promise<ContractVersion> => {
  const found = await queries.findVersion(work, versionId);
  if (found === undefined) throw notFound();
  await holdContractInUse(work, found.contractId);
  const locked = await queries.lockVersion(work, versionId);
  if (locked === undefined) throw notFound();
  await refuseStale(work, "contract-version", locked, seen);
  return versionOf(locked);
};

/** Drafts the next version of a contract. It bills nothing until it is tested or confirmed. */
export const draftContractVersion = async (
  work: Work,
  { contractId, ...facts }: Parsed<typeof api.draftContractVersion>,
): Promise<ContractVersion> => {
  await holdContractInUse(work, contractId);
  assertFits(facts);
  const [newest] = await queries.versionsOf(work, [contractId]);
  const row = {
    id: work.newId(),
    contractId,
    number: (newest?.number ?? 0) + 1,
    state: "draft" as const,
    ...facts,
    createdAt: work.now.toString(),
    createdBy: work.actor.name,
  };
  await queries.insertVersion(work, { ...row, terms: JSON.stringify(facts.terms) });
  const changes = changesBetween(undefined, facts);
  const record = { id: row.id, version: 1 };
  await recordChange(work, "contract-version", record, { verb: "create", changes });
  return { ...row, publishedAt: null, version: 1 };
};

/** Changes a draft. What was tested or billed by never changes: the next version does. */
export const changeContractVersion = async (
  work: Work,
  { contractVersionId, version, ...wanted }: Parsed<typeof api.changeContractVersion>,
): Promise<ContractVersion> => {
  const before = await holdAsSeen(work, contractVersionId, version);
  if (before.state !== "draft")
    throw conflict("version-not-draft", { values: { state: before.state } });
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return before;
  const after = { ...before, ...wanted, version: version + 1 };
  assertFits(after);
  const { terms, ...dates } = wanted;
  await queries.updateVersion(work, contractVersionId, {
    ...dates,
    ...(terms !== undefined && { terms: JSON.stringify(terms) }),
  });
  await recordChange(work, "contract-version", after, { verb: "change", changes });
  return after;
};

const assertMayBecome = (before: ContractVersion, to: VersionState): void => {
  if (!mayBecome(before.state, to))
    throw conflict("version-state", { values: { state: before.state } });
};

export const testContractVersion = async (
  work: Work,
  { contractVersionId, version }: Parsed<typeof api.testContractVersion>,
): Promise<ContractVersion> => {
  const before = await holdAsSeen(work, contractVersionId, version);
  assertMayBecome(before, "testing");
  const after = { ...before, state: "testing" as const, version: version + 1 };
  await queries.updateVersion(work, contractVersionId, { state: after.state });
  const changes = changesBetween(before, { state: after.state });
  await recordChange(work, "contract-version", after, { verb: "test", changes });
  return after;
};

/** Ends what was confirmed before on the day before, each with a line in its own history. */
const endEarlier = async (
  work: Work,
  confirmed: readonly ContractVersion[],
  ends: readonly { id: string; lastDay: string }[],
): Promise<void> => {
  for (const { id, lastDay } of ends) {
    const earlier = confirmed.find((one) => one.id === id);
    if (earlier === undefined) continue;
    await queries.updateVersion(work, id, { effectiveTo: lastDay });
    const after = { id, version: earlier.version + 1 };
    const changes = changesBetween(earlier, { effectiveTo: lastDay });
    await recordChange(work, "contract-version", after, { verb: "end", changes });
  }
};

/**
 * Confirms a version: real claims are made by it from its first day on. What was confirmed before ends the day before, so
 * that a day of a contract always has one version; the database refuses a second.
 */
export const confirmContractVersion = async (
  work: Work,
  { contractVersionId, version }: Parsed<typeof api.confirmContractVersion>,
): Promise<ContractVersion> => {
  const before = await holdAsSeen(work, contractVersionId, version);
  assertMayBecome(before, "confirmed");
  const confirmed = (await queries.versionsOf(work, [before.contractId]))
    .map(versionOf)
    .filter(({ publishedAt }) => publishedAt !== null);
  const sequence = sequenceWith(confirmed, before);
  if ("follows" in sequence)
    throw conflict("version-follows-later", { values: { from: sequence.follows } });
  await endEarlier(work, confirmed, sequence.ends);
  const become = { state: "confirmed" as const, publishedAt: work.now.toString() };
  await queries.updateVersion(work, contractVersionId, become);
  const after = { ...before, ...become, version: version + 1 };
  const changes = changesBetween(before, { state: become.state });
  await recordChange(work, "contract-version", after, { verb: "confirm", changes });
  return after;
};

/**
 * Retires a version. A confirmed one needs its last day: until then it goes on to explain and to bill what was rendered,
 * as late claims need it; the day before its first says that it never should have held.
 */
export const retireContractVersion = async (
  work: Work,
  { contractVersionId, version, lastDay, reason }: Parsed<typeof api.retireContractVersion>,
): Promise<ContractVersion> => {
  const before = await holdAsSeen(work, contractVersionId, version);
  assertMayBecome(before, "retired");
  const bills = before.state === "confirmed";
  if (bills && lastDay === null)
    throw conflict("last-day-missing", { fields: { lastDay: { code: "missing" } } });
  if (bills && lastDay !== null) assertLastDay(before, lastDay);
  const become = {
    state: "retired" as const,
    effectiveTo: bills ? lastDay : before.effectiveTo,
  };
  await queries.updateVersion(work, contractVersionId, become);
  const after = { ...before, ...become, version: version + 1 };
  const changes = changesBetween(before, become);
  await recordChange(work, "contract-version", after, { verb: "retire", reason, changes });
  return after;
};

const assertLastDay = (before: ContractVersion, lastDay: string): void => {
  const { effectiveFrom, effectiveTo } = before;
  if (lastDay < dayBefore(effectiveFrom))
    throw conflict("dates-out-of-order", { fields: { lastDay: { code: "before-start" } } });
  if (effectiveTo !== null && lastDay > effectiveTo)
    throw conflict("dates-out-of-order", { fields: { lastDay: { code: "after-end" } } });
};

export const contractVersionHistory = (
  work: Work,
  contractVersionId: string,
): Promise<{ rows: Revision[] }> => getHistory(work, "contract-version", contractVersionId);
