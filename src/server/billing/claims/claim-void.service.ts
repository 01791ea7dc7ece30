import { createHash } from "node:crypto";
import type * as api from "#domain/billing/claims/claim.api.ts";
import type { ClaimSnapshot } from "#domain/billing/claims/claim-snapshot.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import { conflict } from "#domain/billing/claims/conflict.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { holdClaim, refuseReplaced } from "#server/billing/claims/claim-acts.service.ts";
import { takeClaimNumbers } from "#server/billing/claims/claim-numbers.queries.ts";
import { snapshotOfRow } from "#server/billing/claims/claim-read.ts";
import { insertClaims, type ClaimRecord } from "#server/billing/claims/claim.queries.ts";
import { getClaim } from "#server/billing/claims/claim.service.ts";
import { refuseNotHandedOver } from "#server/billing/claims/hand-over.service.ts";
import { controlOf } from "#server/billing/claims/make-claims.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";

/** D6: the claim is taken back (NUBC condition codes; bill type xx8). */
const voidReason = "D6";

const voidOf = (
  before: ClaimSnapshot,
  given: { claimId: string; control: string; payerClaimControl: string },
) => ({
  ...before,
  ...given,
  frequency: "8" as const,
  conditionCodes:
    before.form === "institutional"
      ? [...before.conditionCodes, voidReason]
      : before.conditionCodes,
});

type Taking = Pick<Parsed<typeof api.voidClaim>, "payerClaimControl" | "reason">;

/** The same claim once more, with 8 and the payer's number, as `snapshotFor` says it under a number of its own. */
const insertVoid = async (
  work: Work,
  claim: ClaimRecord,
  { payerClaimControl, reason }: Taking,
  snapshotFor: (given: { claimId: string; control: string }) => ClaimSnapshot,
): Promise<Claim> => {
  const id = work.newId();
  const control = controlOf(await takeClaimNumbers(work, 1));
  const snapshot = snapshotFor({ claimId: id, control });
  const text = JSON.stringify(snapshot);
  await insertClaims(work, [
    {
      id,
      control,
      patientId: claim.patientId,
      enrollmentId: claim.enrollmentId,
      coverageId: claim.coverageId,
      payerId: claim.payerId,
      contractVersionId: claim.contractVersionId,
      form: claim.form,
      frequency: snapshot.frequency,
      replacesClaimId: claim.id,
      payerClaimControl,
      isTest: claim.isTest,
      fromDate: claim.fromDate,
      throughDate: claim.throughDate,
      lineCount: claim.lineCount,
      totalCents: claim.totalCents,
      snapshot: text,
      snapshotSha256: createHash("sha256").update(text).digest(),
      createdAt: work.now.toString(),
      label: claim.label,
      hasOtherPayer: snapshot.otherCoverages.length > 0,
      state: "ready",
    },
  ]);
  const changes = { frequency: { from: null, to: snapshot.frequency } };
  await recordChange(work, "claim", { id, version: 1 }, { verb: "void", changes, reason });
  return getClaim(work, id);
};

/**
 * Takes a claim back that the payer has: the same claim once more, with 8 and the payer's number. Its days stay with the
 * claim that is voided, so that nobody bills them again unasked.
 */
export const voidClaim = async (
  work: Work,
  input: Parsed<typeof api.voidClaim>,
): Promise<Claim> => {
  const claim = await holdClaim(work, input);
  if (claim.state !== "exported" || claim.frequency === "8") throw conflict("claim-not-exported");
  refuseReplaced(claim);
  await refuseNotHandedOver(work, claim);
  const { payerClaimControl } = input;
  return insertVoid(work, claim, input, (given) =>
    voidOf(snapshotOfRow(claim), { ...given, payerClaimControl }),
  );
};

/** Says once more what a void said that was rejected unread. The claim is locked. */
export const voidOnceMore = (work: Work, claim: ClaimRecord, reason: string): Promise<Claim> => {
  const { payerClaimControl } = claim;
  if (payerClaimControl === null) throw conflict("payer-number-missing");
  return insertVoid(work, claim, { payerClaimControl, reason }, (given) => ({
    ...snapshotOfRow(claim),
    ...given,
  }));
};
