import type { Finding } from "#domain/billing/claims/finding.ts";
import type { ClaimHeader } from "#edi/837/claim.ts";
import type { InstitutionalClaim } from "#edi/837i/institutional-claim.ts";
import type { ProfessionalClaim } from "#edi/837p/professional-claim.ts";
import { examine } from "#edi/scrub/examined-claim.ts";
import { headerRules } from "#edi/scrub/header-rules.ts";
import type { ScrubContext } from "#edi/scrub/scrub-context.ts";
import { findingsOf } from "#edi/scrub/scrub-rule.ts";
import { institutionalRules, professionalRules } from "#edi/scrub/scrub-rules.ts";
import type { Group } from "#edi/x12/envelope-segments.ts";

/** What a payer would refuse of what stands before the claims of a transaction. */
export const scrubHeader = (
  header: ClaimHeader,
  group: Group | undefined,
  context: ScrubContext = {},
): readonly Finding[] => findingsOf(headerRules, { header, group, context });

const ofHeader = (header: ClaimHeader | null, context: ScrubContext): readonly Finding[] =>
  header === null ? [] : scrubHeader(header, undefined, context);

/**
 * What a payer would refuse of a professional claim, and what somebody should look at; nothing where it may go. `header`
 * is null where it was looked at with another claim of the transaction.
 */
export const scrubProfessional = (
  claim: ProfessionalClaim,
  header: ClaimHeader | null,
  context: ScrubContext = {},
): readonly Finding[] => [
  ...ofHeader(header, context),
  ...findingsOf(professionalRules, examine("837p", claim, context)),
];

/** The same for an institutional claim. */
export const scrubInstitutional = (
  claim: InstitutionalClaim,
  header: ClaimHeader | null,
  context: ScrubContext = {},
): readonly Finding[] => [
  ...ofHeader(header, context),
  ...findingsOf(institutionalRules, examine("837i", claim, context)),
];
