import type { ClaimSnapshot } from "#domain/billing/claims/claim-snapshot.ts";
import type { ClaimState } from "#domain/billing/claims/claim.ts";
import type { Finding } from "#domain/billing/claims/finding.ts";
import type { ClaimHoldCode } from "#domain/billing/claims/hold.ts";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import { headerOf, writeClaimsFile } from "#edi/837/claims-file.ts";
import { institutionalFromSnapshots } from "#edi/837i/institutional-from-snapshot.ts";
import { professionalFromSnapshots } from "#edi/837p/professional-from-snapshot.ts";
import type { KnownAuthorization } from "#edi/scrub/scrub-context.ts";
import { scrubInstitutional, scrubProfessional } from "#edi/scrub/scrub.ts";

/** What is known beside a claim when it is checked. `today` is a civil date. */
export interface KnownBeside {
  readonly today: string;
  readonly terms: Pick<ContractTerms, "authorization" | "timelyFilingDays">;
  readonly authorizations: readonly KnownAuthorization[];
  /** Somebody took it upon them that its days go without an authorization. */
  readonly mayLackAuthorization: boolean;
  /** The number of another claim that bills the same service of the same person, or null. */
  readonly otherDays: (key: string) => string | null;
}

/** A reason to hold a claim that the check of it found. */
export interface FoundHold {
  readonly code: ClaimHoldCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a check of a claim comes to. */
export interface Examination {
  readonly findings: readonly Finding[];
  readonly holds: readonly FoundHold[];
}

const midnight = "00:00";

const findingsOf = (snapshot: ClaimSnapshot, known: KnownBeside): readonly Finding[] => {
  const { today, terms, authorizations, mayLackAuthorization, otherDays } = known;
  const header = headerOf(snapshot, { control: 1, on: today, at: midnight });
  const outgoing = [{ snapshot, notice: null }];
  const context = {
    today,
    authorizations,
    otherDays,
    needsAuthorization: terms.authorization.needed && !mayLackAuthorization,
    timelyFilingDays: terms.timelyFilingDays,
  };
  if (snapshot.form === "professional")
    return professionalFromSnapshots(outgoing).flatMap((claim) =>
      scrubProfessional(claim, header, context),
    );
  return institutionalFromSnapshots(outgoing).flatMap((claim) =>
    scrubInstitutional(claim, header, context),
  );
};

/** What a reader of the guide would refuse in the claim's own file: nothing that may be sent at all. */
const unwritable = (snapshot: ClaimSnapshot, today: string): FoundHold | undefined => {
  const claims = [{ snapshot, notice: null }];
  const { problems } = writeClaimsFile({ claims, control: 1, on: today, at: midnight });
  const found = problems.find(({ severity }) => severity !== "warning");
  return found && { code: "file-errors", values: { problem: found.code, segment: found.segment } };
};

/** Checks a claim: by the scrubber's rules, and by writing and reading it. */
export const examineClaim = (snapshot: ClaimSnapshot, known: KnownBeside): Examination => {
  const findings = findingsOf(snapshot, known);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (errors > 0) return { findings, holds: [{ code: "scrub-errors", values: { errors } }] };
  const refused = unwritable(snapshot, known.today);
  return { findings, holds: refused === undefined ? [] : [refused] };
};

/** Where a checked claim stands. */
export const stateAfter = (holds: readonly unknown[]): ClaimState =>
  holds.length === 0 ? "ready" : "scrubbed";
