import type { InstitutionalClaim } from "#edi/837i/institutional-claim.ts";
import type { ProfessionalClaim } from "#edi/837p/professional-claim.ts";
import { addressRules } from "#edi/scrub/address-rules.ts";
import { authorizationRules } from "#edi/scrub/authorization-rules.ts";
import { claimRules } from "#edi/scrub/claim-rules.ts";
import { eachClaimText } from "#edi/scrub/claim-texts.ts";
import { dateRules } from "#edi/scrub/date-rules.ts";
import { diagnosisRules } from "#edi/scrub/diagnosis-rules.ts";
import type { Examined } from "#edi/scrub/examined-claim.ts";
import { identifierRules } from "#edi/scrub/identifier-rules.ts";
import { institutionalOnly } from "#edi/scrub/institutional-rules.ts";
import { lineRules } from "#edi/scrub/line-rules.ts";
import { medicareInstitutional, medicareRules } from "#edi/scrub/medicare-rules.ts";
import { otherPayerRules } from "#edi/scrub/other-payer-rules.ts";
import { partyRules } from "#edi/scrub/party-rules.ts";
import { professionalOnly } from "#edi/scrub/professional-rules.ts";
import type { ScrubRule } from "#edi/scrub/scrub-rule.ts";
import { serviceRules } from "#edi/scrub/service-rules.ts";
import { subscriberRules } from "#edi/scrub/subscriber-rules.ts";
import { textRulesOf } from "#edi/scrub/text-rules.ts";

/** What every claim is asked, of either guide. */
const commonRules: readonly ScrubRule<Examined>[] = [
  ...identifierRules,
  ...partyRules,
  ...addressRules,
  ...subscriberRules,
  ...otherPayerRules,
  ...claimRules,
  ...lineRules,
  ...dateRules,
  ...diagnosisRules,
  ...medicareRules,
  ...serviceRules,
  ...authorizationRules,
  ...textRulesOf<Examined>(eachClaimText),
];

const isOf =
  (guide: "837p" | "837i") =>
  ({ guides }: ScrubRule<Examined>): boolean =>
    guides.includes(guide);

/** What a professional claim is asked. */
export const professionalRules: readonly ScrubRule<Examined<ProfessionalClaim>>[] = [
  ...commonRules.filter(isOf("837p")),
  ...professionalOnly,
];

/** What an institutional claim is asked. */
export const institutionalRules: readonly ScrubRule<Examined<InstitutionalClaim>>[] = [
  ...commonRules.filter(isOf("837i")),
  ...institutionalOnly,
  ...medicareInstitutional,
];
