import type { Finding, MendPlace, ScrubRuleId } from "#domain/billing/claims/finding.ts";
import type { ClaimGuide } from "#edi/scrub/claim-guide.ts";

/** Says that something is wrong in an element of a loop. */
export type Say = (
  loop: string,
  element: string,
  values?: Finding["values"],
  mend?: MendPlace,
) => void;

/** One thing a payer asks of what it is sent, and who says so. */
export interface ScrubRule<Subject> {
  readonly id: ScrubRuleId;
  readonly severity: Finding["severity"];
  /** Where what it finds is mended, unless the place of the finding says so: {@link mendOfLoop}. */
  readonly mend?: MendPlace;
  /** Guide, regulation or manual, with the place in it. */
  readonly source: string;
  /** The loop and element it looks at, for people. */
  readonly at: string;
  readonly guides: readonly ClaimGuide[];
  readonly check: (subject: Subject, say: Say) => void;
}

const mendByLoop: Readonly<Record<string, MendPlace>> = {
  "1000A": "billing-provider",
  "1000B": "billing-provider",
  "2000A": "billing-provider",
  "2010AA": "billing-provider",
  "2010AB": "billing-provider",
  "2010AC": "billing-provider",
  "2000B": "coverage",
  "2010BA": "patient",
  "2010BB": "payer",
  "2000C": "coverage",
  "2010CA": "patient",
  "2300": "claim",
  "2320": "coverage",
  "2330A": "coverage",
  "2330B": "coverage",
  "2400": "charges",
  "2430": "coverage",
};

const mendOfLoop = (loop: string): MendPlace => mendByLoop[loop] ?? "staff";

/** Lets rules look at one subject, in their order. */
export const findingsOf = <Subject>(
  rules: readonly ScrubRule<Subject>[],
  subject: Subject,
): Finding[] => {
  const findings: Finding[] = [];
  for (const { id, severity, mend, check } of rules)
    check(subject, (loop, element, values = {}, place = mend ?? mendOfLoop(loop)) => {
      findings.push({ rule: id, severity, loop, element, values, mend: place });
    });
  return findings;
};
