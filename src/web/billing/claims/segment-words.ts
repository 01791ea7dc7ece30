import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";

/** Segments by their tag, and by tag and first element where that says more. Our own words; the guides are not quoted. */
const segmentWords: ProblemWords = {
  ISA: msg`The envelope: who sends to whom`,
  GS: msg`A group of one kind begins`,
  ST: msg`The claims begin`,
  BHT: msg`What the file is for`,
  "NM1.41": msg`Who sends`,
  PER: msg`Whom to call`,
  "NM1.40": msg`Who receives`,
  HL: msg`A level begins`,
  "HL.20": msg`Level: who bills`,
  "HL.22": msg`Level: the insured person`,
  "HL.23": msg`Level: the patient`,
  PRV: msg`Kind of provider`,
  "NM1.85": msg`Who bills`,
  "NM1.87": msg`Where payment goes`,
  N3: msg`Street`,
  N4: msg`City, state, ZIP`,
  REF: msg`A number`,
  "REF.EI": msg`Tax number`,
  "REF.SY": msg`Tax number of a person`,
  "REF.G1": msg`Authorization`,
  "REF.F8": msg`The payer’s number of the first claim`,
  "REF.6R": msg`Our number of the line`,
  "REF.D9": msg`Number of the clearinghouse`,
  SBR: msg`The policy`,
  PAT: msg`How the patient stands to the insured`,
  "NM1.IL": msg`The insured person`,
  "NM1.QC": msg`The patient`,
  "NM1.PR": msg`The payer`,
  DMG: msg`Birth and sex`,
  CLM: msg`The claim: our number and the total`,
  DTP: msg`A day`,
  "DTP.434": msg`From when to when`,
  "DTP.435": msg`Admitted`,
  "DTP.472": msg`Day of service`,
  "DTP.096": msg`Hour of leaving`,
  CL1: msg`Kind, source and status of the stay`,
  HI: msg`Codes`,
  "HI.ABK": msg`First diagnosis`,
  "HI.ABF": msg`Other diagnoses`,
  "HI.ABJ": msg`Diagnosis at admission`,
  "HI.BG": msg`Condition codes`,
  "HI.BH": msg`Occurrences`,
  "HI.BE": msg`Values`,
  "NM1.71": msg`Attending`,
  "NM1.82": msg`Who treated`,
  "NM1.DQ": msg`Who supervised`,
  "NM1.77": msg`Where it took place`,
  "NM1.DN": msg`Who referred`,
  LX: msg`A line begins`,
  SV1: msg`Code, charge, units, diagnoses`,
  SV2: msg`Revenue code, code, charge, units`,
  SE: msg`The claims end, with their count`,
  GE: msg`The group ends`,
  IEA: msg`The envelope ends`,
};

/** Who is named in a loop, for an answer that says the loop and not what stood there. */
const namedIn: Readonly<Record<string, string>> = {
  "1000A": "NM1.41",
  "1000B": "NM1.40",
  "2010AA": "NM1.85",
  "2010AB": "NM1.87",
  "2010BA": "NM1.IL",
  "2010BB": "NM1.PR",
  "2010CA": "NM1.QC",
};

/** The words of a segment by its tag and the loop it stands in. */
export const wordsOfPlace = (tag: string, loop: string): ProblemWords[string] | null =>
  segmentWords[tag === "NM1" ? (namedIn[loop] ?? tag) : tag] ?? null;

/** Where the word that tells segments of one tag apart stands, if not first. */
const tellingPlace: Readonly<Record<string, number>> = { HL: 3 };

/** The words of a segment as it stands in a file; null where nothing more is known than its tag. */
export const wordsOfSegment = (text: string): ProblemWords[string] | null => {
  const separator = text.startsWith("ISA") ? text.charAt(3) : "*";
  const [tag = "", ...elements] = text.split(separator);
  const told = elements[(tellingPlace[tag] ?? 1) - 1] ?? "";
  const [qualifier = ""] = told.split(/[:>]/, 1);
  return segmentWords[`${tag}.${qualifier}`] ?? segmentWords[tag] ?? null;
};
