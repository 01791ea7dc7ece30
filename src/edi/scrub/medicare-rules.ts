import type { InstitutionalClaim } from "#edi/837i/institutional-claim.ts";
import { bothGuides } from "#edi/scrub/claim-guide.ts";
import { isMedicare, type Examined } from "#edi/scrub/examined-claim.ts";
import type { ScrubRule } from "#edi/scrub/scrub-rule.ts";

type Institutional = Examined<InstitutionalClaim>;

const hasCondition = ({ claim }: Institutional, wanted: RegExp): boolean =>
  claim.codes.some(({ kind, code }) => kind === "BG" && wanted.test(code));

const medicareIopCondition: ScrubRule<Institutional> = {
  id: "medicare-iop-condition",
  severity: "error",
  mend: "contract",
  source:
    "CMS requirements for IOP claims from 2024-01-01 (CGS Medicare part A, 2024-01-02): condition code 92",
  at: "2300 HI*BG",
  guides: ["837i"],
  check(examined, say) {
    const isIop = examined.claim.lines.some(({ revenueCode }) => revenueCode === "0905");
    if (isMedicare(examined) && isIop && !hasCondition(examined, /^92$/)) say("2300", "HI");
  },
};

const medicareChangeReason: ScrubRule<Institutional> = {
  id: "medicare-change-reason",
  severity: "error",
  mend: "claim",
  source: "Medicare Claims Processing Manual, ch. 1, 130.1.2.1: D0 to D9 or E0 with 7 and 8",
  at: "2300 HI*BG",
  guides: ["837i"],
  check(examined, say) {
    const { frequency } = examined.claim;
    const isReplacing = frequency === "7" || frequency === "8";
    if (isMedicare(examined) && isReplacing && !hasCondition(examined, /^(?:D\d|E0)$/))
      say("2300", "HI", { frequency });
  },
};

/** Outpatient departments and community mental health centers are paid by HCPCS; critical access hospitals are not. */
const paidByProcedure = new Set(["13", "76"]);

const medicareLineProcedure: ScrubRule<Institutional> = {
  id: "medicare-line-procedure",
  severity: "error",
  mend: "contract",
  source: "Medicare Claims Processing Manual, ch. 4, 20.1: HCPCS on outpatient lines",
  at: "2400 SV202",
  guides: ["837i"],
  check(examined, say) {
    const { claim } = examined;
    if (!isMedicare(examined) || !paidByProcedure.has(claim.facility)) return;
    for (const { number, procedure, revenueCode } of claim.lines)
      if (procedure === null && revenueCode.startsWith("09"))
        say("2400", "SV202", { line: number, revenueCode });
  },
};

const medicareCode: ScrubRule<Examined> = {
  id: "medicare-code",
  severity: "error",
  mend: "contract",
  source: "HCPCS level II: H codes are of state Medicaid agencies, S codes of private payers",
  at: "2400 SV101-2 or SV202-2",
  guides: bothGuides,
  check(examined, say) {
    if (!isMedicare(examined)) return;
    const element = examined.guide === "837p" ? "SV101-2" : "SV202-2";
    for (const { number, procedure } of examined.claim.lines)
      if (procedure !== null && /^[HS]\d{4}$/.test(procedure.code))
        say("2400", element, { line: number, code: procedure.code });
  },
};

/** What Medicare asks of every claim. */
export const medicareRules: readonly ScrubRule<Examined>[] = [medicareCode];

/** What Medicare asks of institutional claims. */
export const medicareInstitutional: readonly ScrubRule<Institutional>[] = [
  medicareIopCondition,
  medicareChangeReason,
  medicareLineProcedure,
];
