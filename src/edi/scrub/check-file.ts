import type { Finding, ScrubRuleId } from "#domain/billing/claims/finding.ts";
import type { Billing, Claim, ServiceLine } from "#edi/837/claim.ts";
import { summarizeFile, type ClaimSurroundings, type FileSummary } from "#edi/file-summary.ts";
import { problemList, type X12Problem, type X12ProblemCode } from "#edi/x12/problem.ts";
import { recentClaims } from "#edi/scrub/recent-claims.ts";
import type { ScrubContext } from "#edi/scrub/scrub-context.ts";
import { scrubHeader, scrubInstitutional, scrubProfessional } from "#edi/scrub/scrub.ts";

/** Something wrong with a file of claims: what the reader met, or what a rule found. */
export interface FileFinding {
  readonly rule: ScrubRuleId | X12ProblemCode;
  readonly severity: Finding["severity"];
  /** CLM01 of the claim; empty where it is the file or what stands before its claims. */
  readonly claim: string;
  /** Empty where it is the envelope. */
  readonly loop: string;
  readonly element: string;
  readonly values: Finding["values"];
}

/** What a file holds, and all that a receiver and a payer would refuse of it. */
export interface CheckedFile {
  readonly summary: FileSummary | undefined;
  readonly findings: readonly FileFinding[];
  /** How many more were found. */
  readonly leftOut: number;
  /** Claims that were looked at, and how many of them may go as they are. */
  readonly claims: number;
  readonly clean: number;
}

/** Rules of the scrubber say these of each claim, with its lines. */
const saidByRules: ReadonlySet<X12ProblemCode> = new Set(["lines-differ", "line-number"]);
/** Loops that claims of one provider share; what is wrong in them is said with the first. */
const ofBilling: ReadonlySet<string> = new Set(["2000A", "2010AA", "2010AB"]);
const mostKept = 1000;

const elementOf = ({ segment, values }: X12Problem): string => {
  const element = values["element"] ?? "";
  return typeof element === "number" ? `${segment}${String(element).padStart(2, "0")}` : element;
};

/** What the reader met, as a finding: its rule is the code of the problem. */
const findingOf = (problem: X12Problem): FileFinding => ({
  rule: problem.code,
  severity: problem.severity === "warning" ? "warning" : "error",
  claim: "",
  loop: String(problem.values["loop"] ?? ""),
  element: elementOf(problem) || problem.segment,
  values: problem.values,
});

/**
 * Reads a file of any size and lets every rule look at every claim of it. What the file alone cannot tell, such as today
 * or what is authorized, comes with the context. Never throws; keeps the first thousand findings.
 */
export const checkFile = (
  chunks: Iterable<Uint8Array>,
  context: ScrubContext = {},
): CheckedFile => {
  const problems = problemList();
  const recent = recentClaims();
  const findings: FileFinding[] = [];
  let leftOut = 0;
  let claims = 0;
  let clean = 0;
  let header: ClaimSurroundings["header"] | undefined;
  let billing: Billing | undefined;

  const keep = (found: readonly Finding[], claim: string): void => {
    for (const { rule, severity, loop, element, values } of found)
      if (findings.length < mostKept)
        findings.push({ rule, severity, claim, loop, element, values });
      else leftOut += 1;
  };
  const hear =
    <Form extends Claim<ServiceLine>>(
      scrub: (claim: Form, header: null, context: ScrubContext) => readonly Finding[],
    ) =>
    (claim: Form, surroundings: ClaimSurroundings): void => {
      const { delimiters, group } = surroundings;
      const own = { ...context, delimiters, seen: recent.seen, otherDays: recent.otherDays };
      if (surroundings.header !== header) {
        ({ header } = surroundings);
        keep(scrubHeader(surroundings.header, group, own), "");
      }
      const found = scrub(claim, null, own);
      recent.remember(claim);
      claims += 1;
      if (!found.some(({ severity }) => severity === "error")) clean += 1;
      const isSameBilling = claim.billing === billing;
      ({ billing } = claim);
      keep(isSameBilling ? found.filter(({ loop }) => !ofBilling.has(loop)) : found, claim.control);
    };

  const summary = summarizeFile(chunks, problems, {
    professional: hear(scrubProfessional),
    institutional: hear(scrubInstitutional),
  });
  const met = problems.found.filter(({ code }) => !saidByRules.has(code)).map(findingOf);
  return {
    summary,
    findings: [...met, ...findings],
    leftOut: leftOut + problems.leftOut,
    claims,
    clean,
  };
};
