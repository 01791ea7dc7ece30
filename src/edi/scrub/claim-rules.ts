import { bothGuides, type ClaimGuide } from "#edi/scrub/claim-guide.ts";
import { isMedicare, type Examined } from "#edi/scrub/examined-claim.ts";
import type { ScrubRule } from "#edi/scrub/scrub-rule.ts";

const controlNumber: ScrubRule<Examined> = {
  id: "control-number",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2300 CLM01: up to 20 characters, given back by the payer",
  at: "2300 CLM01",
  guides: bothGuides,
  check({ claim }, say) {
    const { length } = claim.control;
    if (length === 0 || length > 20) say("2300", "CLM01", { length });
  },
};

const controlNumberRepeated: ScrubRule<Examined> = {
  id: "control-number-repeated",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2300 CLM01: unique, so that answers find their claim",
  at: "2300 CLM01",
  guides: bothGuides,
  check({ claim, context }, say) {
    if (context.seen?.(claim.control) === true) say("2300", "CLM01", { control: claim.control });
  },
};

const claimTotal: ScrubRule<Examined> = {
  id: "claim-total",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2300 CLM02: the sum of all lines",
  at: "2300 CLM02",
  guides: bothGuides,
  check({ claim }, say) {
    const { chargeCents, lines } = claim;
    if (chargeCents === null) return say("2300", "CLM02", { chargeCents: "", linesCents: "" });
    const linesCents = lines.reduce((sum, line) => sum + (line.chargeCents ?? 0), 0);
    if (linesCents !== chargeCents) say("2300", "CLM02", { chargeCents, linesCents });
  },
};

const chargeSign: ScrubRule<Examined> = {
  id: "charge-sign",
  severity: "error",
  source: "005010X222A1 2400 SV102, 005010X223A2 2400 SV203: zero or more",
  at: "2300 CLM02, 2400 SV102 or SV203",
  guides: bothGuides,
  check({ claim, guide }, say) {
    if ((claim.chargeCents ?? 0) < 0) say("2300", "CLM02", { line: "" });
    const element = guide === "837p" ? "SV102" : "SV203";
    for (const { number, chargeCents } of claim.lines)
      if (chargeCents === null || chargeCents < 0) say("2400", element, { line: number });
  },
};

const chargeZero: ScrubRule<Examined> = {
  id: "charge-zero",
  severity: "warning",
  source:
    "005010X222A1 and 005010X223A2, 2300 CLM02: zero where capitation pays, else nothing is asked for",
  at: "2300 CLM02",
  guides: bothGuides,
  check({ claim }, say) {
    if (claim.chargeCents === 0) say("2300", "CLM02");
  },
};

const kinds: Readonly<Record<ClaimGuide, string>> = { "837p": "B", "837i": "A" };

const facilityKind: ScrubRule<Examined> = {
  id: "facility-kind",
  severity: "error",
  source: "005010X222A1 2300 CLM05-2: B; 005010X223A2 2300 CLM05-2: A",
  at: "2300 CLM05-2",
  guides: bothGuides,
  check({ claim, guide }, say) {
    const wanted = kinds[guide];
    if (claim.facilityKind !== wanted) say("2300", "CLM05-2", { said: claim.facilityKind, wanted });
  },
};

const frequencies: Readonly<Record<ClaimGuide, RegExp>> = {
  "837p": /^[178]$/,
  "837i": /^[01234578]$/,
};

const frequencyCode: ScrubRule<Examined> = {
  id: "frequency-code",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2300 CLM05-3 (X12 code source 235)",
  at: "2300 CLM05-3",
  guides: bothGuides,
  check({ claim, guide }, say) {
    if (!frequencies[guide].test(claim.frequency))
      say("2300", "CLM05-3", { said: claim.frequency });
  },
};

const originalReference: ScrubRule<Examined> = {
  id: "original-reference",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2300 REF*F8: with frequency 7 or 8 and only then",
  at: "2300 REF*F8",
  guides: bothGuides,
  check({ claim }, say) {
    const isReplacing = claim.frequency === "7" || claim.frequency === "8";
    const isNamed = (claim.references.payerClaimControl ?? "") !== "";
    if (isReplacing !== isNamed) say("2300", "REF02", { frequency: claim.frequency });
  },
};

const medicareReplacement: ScrubRule<Examined> = {
  id: "medicare-replacement",
  severity: "error",
  source: "CMS 837P companion guide, CLM05-3: part B takes 1 alone and reopens claims otherwise",
  at: "2300 CLM05-3",
  guides: ["837p"],
  check(examined, say) {
    const { frequency } = examined.claim;
    if (isMedicare(examined) && (frequency === "7" || frequency === "8"))
      say("2300", "CLM05-3", { said: frequency });
  },
};

const claimIndicators: ScrubRule<Examined> = {
  id: "claim-indicators",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2300 CLM06 to CLM10",
  at: "2300 CLM06, CLM07, CLM08, CLM09, CLM10",
  guides: bothGuides,
  check({ claim, guide }, say) {
    const ask = (element: string, said: string, isTaken: boolean) => {
      if (!isTaken) say("2300", element, { said });
    };
    const { providerSigned, assignment, assignsBenefits, releases, signatureSource } = claim;
    ask("CLM06", providerSigned, guide === "837i" || /^[YN]$/.test(providerSigned));
    ask("CLM07", assignment, /^[ABC]$/.test(assignment));
    ask("CLM08", assignsBenefits, /^[NWY]$/.test(assignsBenefits));
    ask("CLM09", releases, /^[IY]$/.test(releases));
    ask("CLM10", signatureSource, /^P?$/.test(signatureSource));
  },
};

/** The claim as a whole (CLM and its references). */
export const claimRules: readonly ScrubRule<Examined>[] = [
  controlNumber,
  controlNumberRepeated,
  claimTotal,
  chargeSign,
  chargeZero,
  facilityKind,
  frequencyCode,
  originalReference,
  medicareReplacement,
  claimIndicators,
];
