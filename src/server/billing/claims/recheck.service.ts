import { payerTelling } from "#domain/billing/charges/payer-telling.ts";
import { mayDisclose } from "#domain/privacy/may-disclose.ts";
import { checkAgain } from "#server/billing/claims/claim-acts.service.ts";
import { lockClaim } from "#server/billing/claims/claim.queries.ts";
import { selectClaimsThatMayGo } from "#server/billing/claims/recheck.queries.ts";
import type { Work } from "#server/platform/work.ts";
import { consentsOfMany } from "#server/privacy/consent.service.ts";
import { restrictionsOfMany } from "#server/privacy/restriction.service.ts";
import { todayOf } from "#server/practice/organization.service.ts";

type Waiting = Awaited<ReturnType<typeof selectClaimsThatMayGo>>[number];

const mayGoOf = async (work: Work, waiting: readonly Waiting[]) => {
  const today = await todayOf(work);
  const patientIds = [...new Set(waiting.map(({ patientId }) => patientId))];
  const own = Map.groupBy(await consentsOfMany(work, patientIds, today), (one) => one.patientId);
  const asked = await restrictionsOfMany(work, patientIds, today);
  const keptBack = Map.groupBy(asked, (one) => one.patientId);
  return ({ patientId, payerName, label, isRefused }: Waiting): boolean =>
    !isRefused ||
    mayDisclose({
      ...payerTelling(payerName),
      labels: [label],
      consents: own.get(patientId) ?? [],
      restrictions: keptBack.get(patientId) ?? [],
      on: today,
    }).allowed;
};

/**
 * Lets holds end whose cause is gone: a consent that came, an authorization that was entered. Whoever mends one need not know
 * of the claim. Answers how many are ready now. The claim itself says what it said; where its words were wrong it is built anew.
 */
export const recheckClaims = async (work: Work): Promise<number> => {
  const waiting = await selectClaimsThatMayGo(work);
  if (waiting.length === 0) return 0;
  const mayGo = await mayGoOf(work, waiting);
  let ready = 0;
  for (const one of waiting.filter(mayGo)) {
    const claim = await lockClaim(work, one.id);
    if (claim?.state === "scrubbed" && (await checkAgain(work, claim, "gone")) === "ready") ready++;
  }
  return ready;
};
