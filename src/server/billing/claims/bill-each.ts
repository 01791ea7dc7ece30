import { Problem } from "#domain/contract/problem.ts";
import type * as api from "#domain/billing/claims/claim.api.ts";
import type { Parsed } from "#domain/contract/route.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import { correctClaim } from "#server/billing/claims/claim-correction.service.ts";
import { attempt } from "#server/platform/savepoint.queries.ts";
import type { Work } from "#server/platform/work.ts";

interface Unbilled {
  readonly id: string;
  readonly control: string;
  readonly version: number;
}

/**
 * Bills each of these claims again. What cannot be billed anew, such as a claim one of whose days waits for something by now, stays
 * as it is, and the others go.
 */
export const billEach = async (
  work: Work,
  claims: readonly Unbilled[],
  how: Pick<Parsed<typeof api.correctClaim>, "reason" | "answer">,
  /** Throws where what was made of a claim is not to stay. */
  check: (next: Claim) => void = () => {},
) => {
  const left: { claimId: string; control: string; code: string }[] = [];
  const refusals: Problem[] = [];
  let [made, held, letGo] = [0, 0, 0];
  for (const claim of claims) {
    const { id: claimId, control, version } = claim;
    const asked = { claimId, version, ...how, payerClaimControl: null };
    const next = await attempt(work, async () => {
      const anew = await correctClaim(work, asked);
      check(anew);
      return anew;
    });
    if (next instanceof Problem) {
      refusals.push(next);
      left.push({ claimId, control, code: next.code });
    } else if (next.id === claimId) letGo += 1;
    else {
      made += 1;
      held += next.state === "ready" ? 0 : 1;
    }
  }
  return { made, held, letGo, left, refusals };
};
