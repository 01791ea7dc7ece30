import { add, all, drop, move, swap, type Mutation } from "#test/support/mutation.ts";

/** Codes of diagnoses that exist, so many that one segment is too short for them, or two. */
const otherDiagnoses = (count: number): string =>
  "F1010 F1110 F1210 F1310 F1410 F1510 F1610 F1810 F1910 F410 F4310 F4312 F4320"
    .split(" ")
    .slice(0, count)
    .map((code) => `ABF:${code}`)
    .join("*");

/** Faults of the good institutional file: what all claims share, and what only bills say above their lines. */
export const billMutations: readonly Mutation[] = [
  // The envelope and the hierarchy.
  ["SE01 one too few", swap("SE*", "40", "39"), "count-wrong SE01"],
  ["GE01 no transaction", swap("GE*", "1*", "0*"), "count-wrong GE01"],
  ["SE02 another control number", swap("SE*", "0001", "1000"), "control-differs SE02"],
  ["GE02 another control number", swap("GE*", "12", "21"), "control-differs GE02"],
  ["IEA02 another control number", swap("IEA*", "101", "110"), "control-differs IEA02"],
  ["GE is missing", drop("GE*"), "trailer-missing GE"],
  ["HL01 not numbered from 1", swap("HL*1", "HL*1", "HL*5"), "hl-number HL", "hl-parent HL"],
  [
    "HL03 of nobody",
    swap("HL*2", "*22*", "*99*"),
    "segment-unplaced 2010AA HL",
    "loop-missing 2000B HL",
    "and others",
  ],
  ["HI before CL1", move("CL1*", "HI*ABK"), "segment-out-of-order 2300 CL1"],
  [
    "a line of the professional guide",
    swap("SV2*", "SV2*0915*HC:G0410", "SV1*HC:G0410"),
    "segment-unplaced 2400 SV1",
    "segment-missing 2400 SV2",
    "claim-total 2300 CLM02",
    "and others",
  ],
  // Who bills, for whom.
  [
    "NPI with a wrong check digit",
    swap("NM1*85", "1234567893", "1234567895"),
    "npi-check-digit 2010AA NM109",
  ],
  [
    "ZIP of five digits",
    swap("N4*CEDAR FALLS*IA*506130044", "506130044", "50613"),
    "billing-zip 2010AA N403",
  ],
  ["a lock box", swap("N3*1 SHORE", "1 SHORE DR", "LOCKBOX 77"), "billing-street 2010AA N301"],
  ["a state that is none", swap("N4*CEDAR", "*IA*", "*XX*"), "state-code 2010AA N402"],
  ["tax number of eight digits", swap("REF*EI", "420000002", "42000002"), "tax-id 2010AA REF02"],
  ["no member number", swap("NM1*IL", "*MI*1EG4TE5MK73", ""), "member-number 2010BA NM108"],
  ["no name of the subscriber", swap("NM1*IL", "SAMPLE", ""), "name-missing 2010BA NM103"],
  [
    "no first name of the subscriber",
    swap("NM1*IL", "INGRID", ""),
    "first-name-missing 2010BA NM104",
  ],
  ["no day of birth", drop("DMG*"), "patient-birth 2010BA DMG02"],
  ["born after the service", swap("DMG*", "19520118", "20261103"), "birth-date 2010BA DMG02"],
  ["a filing code that is none", swap("SBR*", "MB", "M"), "filing-code 2000B SBR09"],
  ["a payer without a number", swap("NM1*PR", "PI*05101", "PI"), "payer-id 2010BB NM109"],
  // The bill.
  ["a total that is not the sum", swap("CLM*", "1010.25", "1010.2"), "claim-total 2300 CLM02"],
  ["a bill type that is none", swap("CLM*", "13:A", "31:A"), "bill-type 2300 CLM05-1"],
  ["a bill type with its leading zero", swap("CLM*", "13:A", "013:A"), "bill-type 2300 CLM05-1"],
  [
    "the qualifier of a place of service",
    swap("CLM*", "13:A", "13:B"),
    "facility-kind 2300 CLM05-2",
  ],
  ["a frequency that is none", swap("CLM*", "A:2", "A:6"), "frequency-code 2300 CLM05-3"],
  [
    "a replacement that names nothing",
    swap("CLM*", "A:2", "A:7"),
    "original-reference 2300 REF02",
    "medicare-change-reason 2300 HI",
  ],
  [
    "a void without its reason",
    all(swap("CLM*", "A:2", "A:8"), add("CL1*", "REF*F8*PAYER9")),
    "medicare-change-reason 2300 HI",
  ],
  [
    "the last bill of somebody who stays",
    swap("CLM*", "A:2", "A:4"),
    "status-of-frequency 2300 CL103",
  ],
  [
    "an interim bill of somebody who left",
    swap("CL1*", "*30", "*01"),
    "status-of-frequency 2300 CL103",
  ],
  [
    "a patient status that is none",
    swap("CL1*", "*30", "*31"),
    "patient-status 2300 CL103",
    "status-of-frequency 2300 CL103",
  ],
  [
    "no patient status",
    swap("CL1*", "*30", ""),
    "element-missing 2300 CL103",
    "patient-status 2300 CL103",
    "status-of-frequency 2300 CL103",
  ],
  [
    "no CL1",
    drop("CL1*"),
    "segment-missing 2300 CL1",
    "admission-type 2300 CL101",
    "patient-status 2300 CL103",
    "status-of-frequency 2300 CL103",
  ],
  ["an admission type that is none", swap("CL1*", "CL1*3", "CL1*7"), "admission-type 2300 CL101"],
  [
    "an admission source that is none",
    swap("CL1*", "*1*30", "*3*30"),
    "admission-source 2300 CL102",
  ],
  ["no statement dates", drop("DTP*434"), "segment-missing 2300 DTP", "statement-dates 2300 DTP03"],
  [
    "a statement that ends before it begins",
    swap("DTP*434", "20261102-20261106", "20261106-20261102"),
    "statement-dates 2300 DTP03",
    "statement-covers-lines 2400 DTP03",
    "statement-covers-lines 2400 DTP03",
    "statement-covers-lines 2400 DTP03",
    "statement-covers-lines 2400 DTP03",
  ],
  [
    "a statement that is still to come",
    swap("DTP*434", "-20261106", "-20261206"),
    "service-date-future 2300 DTP03",
  ],
  [
    "service before the admission",
    swap("DTP*435", "20261102", "20261103"),
    "service-date-admission 2300 DTP03",
  ],
  ["no attending provider", drop("NM1*71", 2), "attending-missing 2310A NM101"],
  [
    "an attending provider without a number",
    swap("NM1*71", "****XX*1245319599", ""),
    "provider-npi 2310A NM108",
  ],
  ["an attending organization", swap("NM1*71", "71*1", "71*2"), "entity-kind 2310A NM102"],
  [
    "an attending provider's taxonomy of another kind",
    swap("PRV*AT", "2084P0800X", "PSYCHIATRY"),
    "taxonomy-shape 2310A PRV03",
  ],
  [
    "two attending providers",
    add("PRV*AT", "NM1*71*1*EXAMPLE*SECOND****XX*1245319599"),
    "loop-repeated 2310A NM1",
  ],
  // Codes.
  ["a diagnosis with its point", swap("HI*ABK", "F332", "F33.2"), "diagnosis-shape 2300 HI"],
  ["a diagnosis that does not exist", swap("HI*ABK", "F332", "F336"), "diagnosis-valid 2300 HI"],
  [
    "no principal diagnosis",
    drop("HI*ABK"),
    "segment-missing 2300 HI",
    "diagnosis-principal 2300 HI01-1",
  ],
  ["a condition code of three characters", swap("HI*BG", "92", "092"), "health-code-shape 2300 HI"],
  ["an occurrence without its day", add("HI*ABF", "HI*BH:11"), "health-code-shape 2300 HI"],
  [
    "an IOP without condition 92",
    all(swap("SV2*", "0915", "0905"), drop("HI*BG")),
    "medicare-iop-condition 2300 HI",
  ],
  [
    "thirteen diagnoses in one segment",
    add("HI*ABF", `HI*${otherDiagnoses(13)}`),
    "element-unused 2300 HI13",
  ],
  [
    "a third segment of other diagnoses",
    add("HI*ABF", `HI*${otherDiagnoses(2)}`, "HI*ABF:F4312"),
    "segment-repeated 2300 HI",
  ],
];
