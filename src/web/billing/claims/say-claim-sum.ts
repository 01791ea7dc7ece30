import { plural, t } from "@lingui/core/macro";
import type { ClaimSum } from "#domain/billing/claims/claim-sum.ts";
import { sayMoney } from "#web/platform/money.ts";

/** What the voids among some claims take back; empty where there is none. */
export const sayVoids = ({ voids, voidCents }: Pick<ClaimSum, "voids" | "voidCents">): string => {
  const taken = sayMoney(voidCents);
  return voids === 0
    ? ""
    : plural(voids, {
        one: `# void, which takes back ${taken}`,
        other: `# voids, which take back ${taken}`,
      });
};

/** What some claims ask for, their voids apart. */
export const sayClaimSum = (sum: Omit<ClaimSum, "claims">): string => {
  const [asked, voids] = [sayMoney(sum.totalCents), sayVoids(sum)];
  return voids === "" ? asked : t`${asked} and ${voids}`;
};
