import type { Claim } from "#domain/billing/claims/claim.ts";

type SentClaim = Pick<Claim, "totalCents"> & {
  readonly openHolds: readonly Pick<Claim["openHolds"][number], "code" | "values">[];
};

const centsOf = (value: unknown): number => (typeof value === "number" ? value : 0);

/**
 * Whether nothing of what a claim asks for could be billed today: each of its days comes to nothing by now, and none of them
 * only waits. Then there is nothing that could take its place, and a payer that has read it is told by a void.
 */
export const earnsNothing = ({ totalCents, openHolds }: SentClaim): boolean => {
  const gone = openHolds.filter(
    ({ code, values }) =>
      code === "claim-needs-correction" && values["nowCents"] === 0 && !("heldBy" in values),
  );
  const lost = gone.reduce((sum, { values }) => sum + centsOf(values["claimedCents"]), 0);
  return gone.length > 0 && lost === totalCents;
};
