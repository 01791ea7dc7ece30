import type { Claim, ServiceLine } from "#edi/837/claim.ts";
import { serviceKey } from "#edi/scrub/service-key.ts";

/** So many control numbers and services are remembered; of a longer file the latest. */
const mostRemembered = 50_000;

/** Puts an entry behind all others and lets go of the oldest. */
const put = (map: Map<string, string>, key: string, control: string): void => {
  map.set(key, control);
  if (map.size <= mostRemembered) return;
  for (const oldest of map.keys()) {
    map.delete(oldest);
    return;
  }
};

/** Numbers and services of the claims read so far, to see one come twice. */
export interface RecentClaims {
  readonly seen: (control: string) => boolean;
  readonly otherDays: (key: string) => string | null;
  remember(claim: Claim<ServiceLine>): void;
}

/** Begins to remember. */
export const recentClaims = (): RecentClaims => {
  const controls = new Map<string, string>();
  const services = new Map<string, string>();
  return {
    seen: (control) => controls.has(control),
    otherDays: (key) => services.get(key) ?? null,
    remember(claim) {
      put(controls, claim.control, claim.control);
      // What is replaced or voided stands in another claim already.
      if (claim.frequency === "7" || claim.frequency === "8") return;
      for (const line of claim.lines) put(services, serviceKey(claim, line), claim.control);
    },
  };
};
