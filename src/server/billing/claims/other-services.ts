import { claimSnapshotSchema, type ClaimSnapshot } from "#domain/billing/claims/claim-snapshot.ts";
import { institutionalFromSnapshots } from "#edi/837i/institutional-from-snapshot.ts";
import { professionalFromSnapshots } from "#edi/837p/professional-from-snapshot.ts";
import { recentClaims, type RecentClaims } from "#edi/scrub/recent-claims.ts";
import { selectStandingClaims } from "#server/billing/claims/claim-facts.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** What else is billed of the same people on the same days, to see a service come twice. */
export interface OtherServices {
  /** Of one person: the number of the claim that bills a service already (`serviceKey`), or null. */
  readonly of: (patientId: string) => (key: string) => string | null;
  /** From now on this claim of this person bills its services. */
  remember(patientId: string, snapshot: ClaimSnapshot): void;
}

const typedOf = (snapshot: ClaimSnapshot) => {
  const outgoing = [{ snapshot, notice: null }];
  return snapshot.form === "professional"
    ? professionalFromSnapshots(outgoing)
    : institutionalFromSnapshots(outgoing);
};

interface Asked {
  readonly patientIds: readonly string[];
  /** Civil dates, both included. */
  readonly from: string;
  readonly to: string;
  /** Claims that are looked at themselves, or that the ones looked at take the place of. */
  readonly besides: readonly string[];
}

/** Reads the claims that stand for these people and days; what was withdrawn, voided or replaced bills nothing any more. */
export const otherServices = async (work: Work, asked: Asked): Promise<OtherServices> => {
  // Person by person: two may have been entered under one member number.
  const known = new Map<string, RecentClaims>();
  const of = (patientId: string): RecentClaims => {
    const own = known.get(patientId) ?? recentClaims();
    known.set(patientId, own);
    return own;
  };
  const remember = (patientId: string, snapshot: ClaimSnapshot): void => {
    for (const claim of typedOf(snapshot)) of(patientId).remember(claim);
  };
  const besides = new Set(asked.besides);
  for (const { id, patientId, snapshot } of await selectStandingClaims(work, asked))
    if (!besides.has(id)) remember(patientId, claimSnapshotSchema.parse(snapshot));
  return { of: (patientId) => of(patientId).otherDays, remember };
};
