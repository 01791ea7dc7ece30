import type * as api from "#domain/billing/claims/claim.api.ts";
import type { Claim, ClaimState } from "#domain/billing/claims/claim.ts";
import { conflict } from "#domain/billing/claims/conflict.ts";
import { isRefusal, releasableHolds } from "#domain/billing/claims/hold.ts";
import { changesBetween } from "#domain/basics/revision.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { rejectedBefore } from "#server/billing/claims/bill-before.queries.ts";
import { daysOfClaim } from "#server/billing/claims/claim-days.queries.ts";
import { selectAuthorizations } from "#server/billing/claims/claim-facts.queries.ts";
import { snapshotOfRow } from "#server/billing/claims/claim-read.ts";
import { getClaim } from "#server/billing/claims/claim.service.ts";
import * as queries from "#server/billing/claims/claim.queries.ts";
import { examineClaim, stateAfter } from "#server/billing/claims/examine-claim.ts";
import { holdsOfClaim, insertHolds, releaseHolds } from "#server/billing/claims/hold.queries.ts";
import { holdRow } from "#server/billing/claims/make-claims.ts";
import { otherServices } from "#server/billing/claims/other-services.ts";
import { releaseDays } from "#server/billing/charges/day-charge.service.ts";
import { restoreDays } from "#server/billing/charges/restore-days.service.ts";
import { releasedDaysOf } from "#server/billing/charges/day-release.service.ts";
import { findContractInForce } from "#server/payers/contracts-in-force.service.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import type { Work } from "#server/platform/work.ts";
import { todayOf } from "#server/practice/organization.service.ts";

/** The claim as its changer saw it, held until the transaction ends. */
export const holdClaim = async (
  work: Work,
  { claimId, version }: { readonly claimId: string; readonly version: number },
): Promise<queries.ClaimRecord> => {
  const claim = await queries.lockClaim(work, claimId);
  if (claim === undefined) throw notFound();
  await refuseStale(work, "claim", claim, version);
  return claim;
};

/** What another claim takes the place of is changed no more. */
export const refuseReplaced = ({ replacedBy }: queries.ClaimRecord): void => {
  if (replacedBy !== null)
    throw conflict("claim-replaced", { values: { control: replacedBy.control } });
};

/** What was sent or withdrawn is changed no more. */
export const refuseUnchangeable = ({ state }: queries.ClaimRecord): void => {
  if (state === "exported") throw conflict("claim-exported");
  if (state === "withdrawn") throw conflict("claim-withdrawn");
};

/** Writes where a claim stands now. The record is locked. */
export const setState = async (
  work: Work,
  claim: queries.ClaimRecord,
  to: {
    readonly verb: string;
    readonly state: string;
    readonly reason?: string;
    readonly findings?: unknown;
  },
): Promise<void> => {
  const { verb, state, reason, findings } = to;
  const changes = changesBetween({ state: claim.state }, { state });
  await queries.updateClaim(work, claim.id, {
    state,
    ...(findings !== undefined && { findings: JSON.stringify(findings) }),
  });
  const after = { id: claim.id, version: claim.version + 1 };
  await recordChange(work, "claim", after, {
    verb,
    changes,
    ...(reason !== undefined && { reason }),
  });
};

const isFound = (code: string): boolean => code === "scrub-errors" || code === "file-errors";

/** What is known beside a claim that stands already. */
const knownBeside = async (work: Work, claim: queries.ClaimRecord) => {
  const contract = await findContractInForce(work, claim.contractVersionId);
  if (contract === undefined) throw notFound();
  const authorizations = await selectAuthorizations(work, [claim.enrollmentId]);
  const isReleased = await releasedDaysOf(work, [claim.enrollmentId]);
  const { lines } = snapshotOfRow(claim);
  const others = await otherServices(work, {
    patientIds: [claim.patientId],
    from: claim.fromDate,
    to: claim.throughDate,
    besides: [claim.id, ...(claim.replacesClaimId === null ? [] : [claim.replacesClaimId])],
  });
  return {
    today: await todayOf(work),
    terms: contract.version.terms,
    authorizations: authorizations.filter(({ coverageId }) => coverageId === claim.coverageId),
    mayLackAuthorization: lines.some((line) => isReleased(claim.enrollmentId, line.serviceDate)),
    otherDays: others.of(claim.patientId),
  };
};

/**
 * Checks a claim once more. Holds end that no longer have a cause; what somebody must let go stays. `keep` is "gone" where
 * nobody asked: then only a change is written down. The claim is locked.
 */
export const checkAgain = async (
  work: Work,
  claim: queries.ClaimRecord,
  keep: "always" | "gone",
): Promise<ClaimState> => {
  const { findings, holds } = examineClaim(snapshotOfRow(claim), await knownBeside(work, claim));
  const gone = claim.holds.filter(
    (code) => isFound(code) && !holds.some((one) => one.code === code),
  );
  // Whether the person may be told is asked anew whenever the claim is exported.
  const asked = claim.holds.filter(isRefusal);
  if (keep === "gone" && gone.length + asked.length === 0) return "scrubbed";
  await releaseHolds(work, claim.id, { codes: [...gone, ...asked], reason: null });
  await insertHolds(
    work,
    holds.map((hold) => holdRow(work, claim, hold)),
  );
  const ended = new Set([...gone, ...asked]);
  const left = claim.holds.filter((code) => !ended.has(code));
  const state = stateAfter([...left, ...holds]);
  await setState(work, claim, { verb: "scrub", state, findings });
  return state;
};

export const scrubClaim = async (
  work: Work,
  input: Parsed<typeof api.scrubClaim>,
): Promise<Claim> => {
  const claim = await holdClaim(work, input);
  refuseUnchangeable(claim);
  await checkAgain(work, claim, "always");
  return getClaim(work, claim.id);
};

/** The payer knows nothing of a bill that was rejected: what follows it does not go before it. */
export const refuseBeforeRejected = async (
  work: Work,
  claimId: string,
  codes: readonly string[],
): Promise<void> => {
  if (!codes.includes("previous-bill-open")) return;
  const control = (await rejectedBefore(work, [claimId])).get(claimId);
  if (control !== undefined) throw conflict("bill-before-rejected", { values: { control } });
};

/** Lets go whatever holds a claim, if all of it may be let go. */
export const releaseClaim = async (
  work: Work,
  input: Parsed<typeof api.releaseClaim>,
): Promise<Claim> => {
  const claim = await holdClaim(work, input);
  refuseUnchangeable(claim);
  if (claim.holds.length === 0) throw conflict("hold-released");
  const fixed = claim.holds.find((code) => !releasableHolds.includes(code));
  if (fixed !== undefined) throw conflict("hold-not-releasable", { values: { hold: fixed } });
  await refuseBeforeRejected(work, claim.id, claim.holds);
  const { reason } = input;
  await releaseHolds(work, claim.id, { codes: claim.holds, reason });
  await setState(work, claim, { verb: "release", state: "ready", reason });
  return getClaim(work, claim.id);
};

/** Withdraws a claim that was not sent; its days are no part of it any more. Answers them. */
export const takeBack = async (
  work: Work,
  claim: queries.ClaimRecord,
  reason: string,
): Promise<readonly string[]> => {
  refuseUnchangeable(claim);
  const dayIds = await daysOfClaim(work, claim.id);
  const holds = await holdsOfClaim(work, claim.id);
  const codes = holds.filter(({ releasedAt }) => releasedAt === null).map(({ code }) => code);
  await releaseHolds(work, claim.id, { codes, reason });
  await setState(work, claim, { verb: "withdraw", state: "withdrawn", reason });
  await releaseDays(work, dayIds);
  return dayIds;
};

/** The claim whose place this one would have taken stands again, with its days as they stood in it. */
const restoreReplaced = async (
  work: Work,
  { replacesClaimId, replacedDays }: queries.ClaimRecord,
  reason: string,
): Promise<void> => {
  if (replacesClaimId === null) return;
  const before = await queries.lockClaim(work, replacesClaimId);
  if (before?.state !== "exported") return;
  if (replacedDays !== null) await restoreDays(work, replacedDays);
  await setState(work, before, { verb: "restore", state: before.state, reason });
};

/**
 * Takes a claim back that was never sent. Its days may be billed again, as they are then; what it would have replaced or voided
 * stands again as it stood.
 */
export const withdrawClaim = async (
  work: Work,
  input: Parsed<typeof api.withdrawClaim>,
): Promise<Claim> => {
  const claim = await holdClaim(work, input);
  if (claim.frequency === "7" && claim.replacedDays === null)
    throw conflict("claim-replaces-another");
  if (await queries.hasLaterBill(work, claim)) throw conflict("claim-in-sequence");
  await takeBack(work, claim, input.reason);
  await restoreReplaced(work, claim, input.reason);
  return getClaim(work, claim.id);
};
