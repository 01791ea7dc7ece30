import type * as api from "#domain/billing/claims/claim.api.ts";
import { differencesBetween } from "#domain/billing/claims/claim-differences.ts";
import { notFound, Problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { releaseDays } from "#server/billing/charges/day-charge.service.ts";
import { daysAgain, statementOf } from "#server/billing/claims/claim-correction.service.ts";
import { daysOfClaim } from "#server/billing/claims/claim-days.queries.ts";
import { claimFilesOf } from "#server/billing/claims/claim-file.service.ts";
import { groundOfDays } from "#server/billing/claims/claim-ground.ts";
import { snapshotOfRow } from "#server/billing/claims/claim-read.ts";
import * as queries from "#server/billing/claims/claim.queries.ts";
import { rehearsedSnapshot } from "#server/billing/claims/make-claims.ts";
import { rehearse } from "#server/platform/savepoint.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** The claim as it would be made of the same days now; null where nothing of them is left to bill. Leaves its days released. */
const madeNow = async (work: Work, claim: queries.ClaimRecord) => {
  const dayIds = await daysOfClaim(work, claim.id);
  // Its days were let go before: other days of its period are in another claim, or wait for one of their own.
  if (dayIds.length === 0) return null;
  await releaseDays(work, dayIds);
  const days = await daysAgain(work, claim, dayIds);
  if (days === null) return null;
  const ground = await groundOfDays(work, days);
  const { frequency } = snapshotOfRow(claim);
  return rehearsedSnapshot({ days, frequency, statement: statementOf(claim, days) }, ground, claim);
};

/** What a correction would say otherwise than the claim that was sent, and where its file stands. Nothing is kept. */
export const rehearseCorrection = async (
  work: Work,
  { claimId }: Parsed<typeof api.rehearseCorrection>,
): Promise<Output<typeof api.rehearseCorrection>> => {
  const claim = await queries.findClaim(work, claimId);
  if (claim === undefined) throw notFound();
  const [file] = claim.claimFileId === null ? [] : await claimFilesOf(work, [claim.claimFileId]);
  const sent = snapshotOfRow(claim);
  const now = await rehearse(work, () => madeNow(work, claim));
  const standing = file?.standing ?? null;
  const patientId = claim.patientId;
  if (now instanceof Problem || now === null)
    return {
      patientId,
      standing,
      differs: [],
      totalCents: sent.totalCents,
      blockedBy: now === null ? "nothing-to-bill" : now.code,
    };
  const differs = differencesBetween(sent, now);
  return { patientId, standing, differs, totalCents: now.totalCents, blockedBy: null };
};
