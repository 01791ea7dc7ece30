import { bothGuides, type ClaimGuide } from "#edi/scrub/claim-guide.ts";
import type { Examined } from "#edi/scrub/examined-claim.ts";
import { diagnosisKnown } from "#edi/scrub/scrub-context.ts";
import type { ScrubRule } from "#edi/scrub/scrub-rule.ts";

const isPrincipal = (kind: string): boolean => kind === "ABK" || kind === "BK";
const ofTenth = new Set(["ABK", "ABF", "ABJ", "APR", "ABN"]);
const ofNinth = new Set(["BK", "BF", "BJ", "PR", "BN"]);

const diagnosisPrincipal: ScrubRule<Examined> = {
  id: "diagnosis-principal",
  severity: "error",
  mend: "diagnoses",
  source: "005010X222A1 and 005010X223A2, 2300 HI01-1: one principal diagnosis, and it comes first",
  at: "2300 HI01-1",
  guides: bothGuides,
  check({ diagnoses }, say) {
    const principal = diagnoses.filter(({ kind }) => isPrincipal(kind)).length;
    const [first] = diagnoses;
    if (first === undefined || principal !== 1 || !isPrincipal(first.kind))
      say("2300", "HI01-1", { principal });
  },
};

const diagnosisExternalCause: ScrubRule<Examined> = {
  id: "diagnosis-external-cause",
  severity: "error",
  mend: "diagnoses",
  source: "ICD-10-CM Official Guidelines, I.C.20.a.6: an external cause is never the principal one",
  at: "2300 HI01-2",
  guides: bothGuides,
  check({ diagnoses }, say) {
    for (const { kind, code } of diagnoses)
      if (kind === "ABK" && /^[V-Y]/.test(code)) say("2300", "HI01-2", { code });
  },
};

/** The principal diagnosis and as many others. */
const most: Readonly<Record<ClaimGuide, number>> = { "837p": 12, "837i": 25 };

const diagnosisCount: ScrubRule<Examined> = {
  id: "diagnosis-count",
  severity: "error",
  mend: "diagnoses",
  source: "005010X222A1 2300 HI: up to 12; 005010X223A2: one and two segments of 12 others",
  at: "2300 HI",
  guides: bothGuides,
  check({ diagnoses, guide }, say) {
    if (diagnoses.length > most[guide])
      say("2300", "HI", { count: diagnoses.length, most: most[guide] });
  },
};

const tenth = /^[A-TV-Z]\d[0-9A-Z][0-9A-Z]{0,4}$/;
const ninth = /^(?:\d{3,5}|V\d{2,4}|E\d{3,4})$/;

const diagnosisShape: ScrubRule<Examined> = {
  id: "diagnosis-shape",
  severity: "error",
  mend: "diagnoses",
  source: "X12 code source 897: ICD-10-CM, without its point",
  at: "2300 HI01-2 to HI12-2",
  guides: bothGuides,
  check({ claim }, say) {
    for (const { kind, code } of claim.codes) {
      const shape = ofTenth.has(kind) ? tenth : ofNinth.has(kind) ? ninth : undefined;
      if (shape?.test(code) === false) say("2300", "HI", { code });
    }
  },
};

/** The day on which ICD-10-CM took the place of ICD-9-CM. */
const tenthBegan = "2015-10-01";

const diagnosisCodeSet: ScrubRule<Examined> = {
  id: "diagnosis-code-set",
  severity: "error",
  mend: "diagnoses",
  source:
    "45 CFR 162.1002(a)(1), (b)(1), (c)(2): ICD-9-CM until 2015-09-30, ICD-10-CM from 2015-10-01",
  at: "2300 HI01-1 to HI12-1",
  guides: bothGuides,
  check({ claim, lastDay }, say) {
    if (lastDay === null) return;
    const wrong = lastDay < tenthBegan ? ofTenth : ofNinth;
    for (const { kind, code } of claim.codes)
      if (wrong.has(kind)) say("2300", "HI", { kind, code, day: lastDay });
  },
};

const diagnosisValid: ScrubRule<Examined> = {
  id: "diagnosis-valid",
  severity: "error",
  mend: "diagnoses",
  source: "45 CFR 162.1000: the code set in force on the day of the service",
  at: "2300 HI01-2 to HI12-2",
  guides: bothGuides,
  check({ claim, context, firstDay, lastDay }, say) {
    const isKnown = context.diagnosisOn ?? diagnosisKnown;
    for (const { kind, code } of claim.codes) {
      if (!ofTenth.has(kind) || !tenth.test(code)) continue;
      const day = [firstDay, lastDay].find((one) => one !== null && !isKnown(code, one));
      if (typeof day === "string" && day >= tenthBegan) say("2300", "HI", { code, day });
    }
  },
};

const diagnosisRepeated: ScrubRule<Examined> = {
  id: "diagnosis-repeated",
  severity: "error",
  mend: "diagnoses",
  source: "ICD-10-CM Official Guidelines, I.B.12: each code is reported once",
  at: "2300 HI",
  guides: bothGuides,
  check({ diagnoses }, say) {
    const seen = new Set<string>();
    for (const { code } of diagnoses) {
      if (seen.has(code)) say("2300", "HI", { code });
      seen.add(code);
    }
  },
};

/** Diagnoses: their shape, their edition, their order. */
export const diagnosisRules: readonly ScrubRule<Examined>[] = [
  diagnosisPrincipal,
  diagnosisExternalCause,
  diagnosisCount,
  diagnosisShape,
  diagnosisCodeSet,
  diagnosisValid,
  diagnosisRepeated,
];
