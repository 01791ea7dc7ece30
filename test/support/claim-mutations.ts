import { add, all, drop, swap, type Mutation } from "#test/support/mutation.ts";

/** Days of the first half of the year, one after the other. */
const dayOf = (place: number): string =>
  `2026${String(Math.floor(place / 28) + 1).padStart(2, "0")}${String((place % 28) + 1).padStart(2, "0")}`;
const manyLines = Array.from({ length: 49 }, (_, place) => [
  `LX*${place + 3}`,
  "SV1*HC:H0015:HF:HQ*300*UN*1***1",
  `DTP*472*D8*${dayOf(place)}`,
]).flat();
const twelveMore = "F1010 F1110 F1210 F1310 F1410 F1510 F1610 F1810 F1910 F411 F410 F4310"
  .split(" ")
  .map((code) => `ABF:${code}`)
  .join("*");

/** Faults of claims in the good professional file. */
export const claimMutations: readonly Mutation[] = [
  // The claim.
  ["a total that is not the sum", swap("CLM*", "*600*", "*600.01*"), "claim-total 2300 CLM02"],
  [
    "a total that is no amount",
    swap("CLM*", "*600*", "*6OO*"),
    "amount-invalid CLM02",
    "claim-total 2300 CLM02",
  ],
  [
    "a control number of 21 characters",
    swap("CLM*", "HS00000001", "HS0000000100000000001"),
    "control-number 2300 CLM01",
  ],
  [
    "a control number that was used",
    swap("CLM*HS00000002", "HS00000002", "HS00000001"),
    "control-number-repeated 2300 CLM01",
  ],
  [
    "a place of service that is none",
    swap("CLM*", "57:B", "69:B"),
    "place-of-service 2300 CLM05-1",
  ],
  ["the qualifier of a bill type", swap("CLM*", "57:B", "57:A"), "facility-kind 2300 CLM05-2"],
  ["a frequency that is none", swap("CLM*", ":B:1", ":B:2"), "frequency-code 2300 CLM05-3"],
  [
    "a replacement that names nothing",
    swap("CLM*", ":B:1", ":B:7"),
    "original-reference 2300 REF02",
  ],
  ["an original that replaces", add("REF*G1", "REF*F8*PAYER1"), "original-reference 2300 REF02"],
  ["an assignment that is none", swap("CLM*", "*Y*A*", "*Y*X*"), "claim-indicators 2300 CLM07"],
  [
    "no release of information",
    swap("CLM*", "*Y*A*Y*Y", "*Y*A*Y"),
    "element-missing 2300 CLM09",
    "claim-indicators 2300 CLM09",
  ],
  // Diagnoses.
  ["a diagnosis with its point", swap("HI*", "F1020", "F10.20"), "diagnosis-shape 2300 HI"],
  ["a diagnosis that is not written out", swap("HI*", "F1020", "F10"), "diagnosis-valid 2300 HI"],
  ["a diagnosis that was deleted", swap("HI*", "F329", "F328"), "diagnosis-valid 2300 HI"],
  [
    "a diagnosis of the ninth revision",
    swap("HI*", "ABF:F329", "BF:29620"),
    "diagnosis-code-set 2300 HI",
  ],
  ["no diagnosis", drop("HI*"), "segment-missing 2300 HI", "diagnosis-principal 2300 HI01-1"],
  ["two principal diagnoses", swap("HI*", "ABF:", "ABK:"), "diagnosis-principal 2300 HI01-1"],
  ["the same diagnosis twice", swap("HI*", "F329", "F1020"), "diagnosis-repeated 2300 HI"],
  [
    "an external cause first",
    swap("HI*ABK:F1210", "F1210", "X789XXA"),
    "diagnosis-external-cause 2300 HI01-2",
  ],
  [
    "more than twelve diagnoses",
    swap("HI*", "ABF:F329", twelveMore),
    "element-unused 2300 HI13",
    "diagnosis-count 2300 HI",
  ],
  // Lines.
  ["a code that is none", swap("SV1*", "H0015", "H015"), "procedure-shape 2400 SV101-2"],
  [
    "no code",
    swap("SV1*", "HC:H0015:HF:HQ", ""),
    "element-missing 2400 SV101",
    "procedure-missing 2400 SV101",
  ],
  ["a kind of code that is none", swap("SV1*", "HC:", "ZZ:"), "procedure-shape 2400 SV101-1"],
  ["a modifier of three letters", swap("SV1*", ":HQ", ":HQX"), "modifier-shape 2400 SV101-4"],
  ["a modifier twice", swap("SV1*", ":HQ", ":HF"), "modifier-repeated 2400 SV101"],
  ["five modifiers", swap("SV1*", ":HQ", ":HQ:U1:U2:U3"), "modifier-count 2400 SV101-7"],
  ["seen and only heard", swap("SV1*", ":HQ", ":93:95"), "modifier-contradiction 2400 SV101"],
  ["a pointer at no diagnosis", swap("SV1*", "***1:2", "***1:3"), "pointer-target 2400 SV107-2"],
  ["a pointer twice", swap("SV1*", "***1:2", "***1:1"), "pointer-repeated 2400 SV107"],
  [
    "five pointers",
    swap("SV1*", "***1:2", "***1:2:1:2:1"),
    "pointer-count 2400 SV107",
    "pointer-repeated 2400 SV107",
  ],
  [
    "no pointer",
    swap("SV1*", "***1:2", ""),
    "element-missing 2400 SV107",
    "pointer-missing 2400 SV107-1",
  ],
  ["no units", swap("SV1*", "*UN*1*", "*UN*0*"), "units-positive 2400 SV104"],
  ["half a day", swap("SV1*", "*UN*1*", "*UN*.5*"), "units-whole 2400 SV104"],
  ["units of another guide", swap("SV1*", "*UN*1*", "*DA*1*"), "unit-kind 2400 SV103"],
  [
    "a charge below zero",
    all(swap("SV1*", "*300*", "*-300*"), swap("CLM*", "*600*", "*0*")),
    "charge-sign 2400 SV102",
    "charge-zero 2300 CLM02",
  ],
  ["no day of service", drop("DTP*472"), "segment-missing 2400 DTP", "service-date 2400 DTP03"],
  [
    "a day that the calendar does not have",
    swap("DTP*472", "20261102", "20261131"),
    "date-invalid DTP03",
    "service-date 2400 DTP03",
  ],
  [
    "a day that is still to come",
    swap("DTP*472*D8*20261104", "20261104", "20261204"),
    "service-date-future 2400 DTP03",
  ],
  [
    "through before from",
    swap("DTP*472", "D8*20261102", "RD8*20261103-20261102"),
    "service-date-order 2400 DTP03",
  ],
  ["a day twice", swap("DTP*472*D8*20261104", "20261104", "20261102"), "duplicate-line 2400 LX01"],
  ["LX01 out of turn", swap("LX*2", "LX*2", "LX*3"), "line-numbers 2400 LX01"],
  [
    "51 lines",
    all(add("REF*6R*HS00000001-2", ...manyLines), swap("CLM*", "*600*", "*15300*")),
    "loop-repeated 2400 LX",
    "line-count 2400 LX01",
  ],
  [
    "no line",
    all(drop("LX*1", 8), swap("CLM*", "*600*", "*0*")),
    "loop-missing 2400 LX",
    "charge-zero 2300 CLM02",
    "line-count 2400 LX01",
  ],
  [
    "a per diem with one of its groups",
    add("REF*6R*HS00000001-2", "LX*3", "SV1*HC:90853*0*UN*1***1", "DTP*472*D8*20261104"),
    "per-diem-with-component 2400 SV101-2",
  ],
  ["an add-on alone", swap("SV1*HC:90834", "90834", "90833"), "add-on-alone 2400 SV101-2"],
  [
    "H codes to Medicare",
    swap("SBR*P*18", "MC", "MB"),
    "medicare-code 2400 SV101-2",
    "medicare-code 2400 SV101-2",
  ],
  [
    "a replacement to Medicare",
    all(
      swap("SBR*P**GRP9", "CI", "MB"),
      swap("CLM*HS00000002", ":B:1", ":B:7"),
      add("CLM*HS00000002", "REF*F8*PAYER2"),
    ),
    "medicare-replacement 2300 CLM05-3",
  ],
  [
    "a day that another claim bills",
    add(
      "REF*6R*HS00000001-2",
      "CLM*HS00000009*300***57:B:1*Y*A*Y*Y",
      "HI*ABK:F1020",
      "NM1*82*1*EXAMPLE*CLINICIAN****XX*1245319599",
      "LX*1",
      "SV1*HC:H0015:HF:HQ*300*UN*1***1",
      "DTP*472*D8*20261104",
    ),
    "duplicate-day 2400 DTP03",
  ],
  [
    "another payer that paid more than was asked",
    add(
      "PRV*PE",
      "SBR*S*18*******CI",
      "AMT*D*100",
      "OI***Y***Y",
      "NM1*IL*1*SAMPLE*AMARA****MI*X1",
      "NM1*PR*2*OTHER PLAN*****PI*OTH01",
    ),
    "other-payer-claim-balance 2320 AMT02",
  ],
  [
    "another payer's line that does not add up",
    all(
      add(
        "PRV*PE",
        "SBR*S*18*******CI",
        "AMT*D*600",
        "OI***Y***Y",
        "NM1*IL*1*SAMPLE*AMARA****MI*X1",
        "NM1*PR*2*OTHER PLAN*****PI*OTH01",
      ),
      add("REF*6R*HS00000001-1", "SVD*OTH01*299*HC:H0015**1", "DTP*573*D8*20261110"),
    ),
    "other-payer-line-balance 2430 SVD02",
  ],
  // Providers.
  [
    "a rendering provider without a number",
    swap("NM1*82", "****XX*1245319599", ""),
    "provider-npi 2310B NM108",
  ],
  [
    "the rendering provider bills",
    swap("NM1*82", "1245319599", "1234567893"),
    "rendering-same-as-billing 2310B NM109",
  ],
  [
    "a facility with a ZIP of five digits",
    add("PRV*PE", "NM1*77*2*ANNEX", "N3*9 SIDE ST", "N4*CEDAR FALLS*IA*50613"),
    "facility-zip 2310C N403",
  ],
  [
    "a facility that is the billing provider",
    add("PRV*PE", "NM1*77*2*HARBOR STEPS", "N3*100 MILL RACE RD", "N4*CEDAR FALLS*IA*506130001"),
    "facility-same-as-billing 2310C N301",
  ],
  // Texts.
  [
    "a component separator in a name",
    swap("NM1*IL", "SAMPLE", "SAM:PLE"),
    "delimiter-in-text 2010BA NM103",
  ],
  [
    "a repetition separator in a name",
    swap("NM1*IL", "SAMPLE", "SAM^PLE"),
    "delimiter-in-text 2010BA NM103",
  ],
  [
    "an element separator in a name",
    swap("NM1*IL", "SAMPLE", "SAM*PLE"),
    "element-unused 2010BA NM110",
    "member-number 2010BA NM108",
  ],
  [
    "a terminator in a name",
    swap("NM1*IL", "SAMPLE", "SAM~PLE"),
    "segment-unplaced 2010BA PLE",
    "count-wrong SE01",
    "member-number 2010BA NM108",
    "first-name-missing 2010BA NM104",
  ],
  ["an accent", swap("NM1*IL", "AMARA", "AMÄRA"), "text-characters 2010BA NM104"],
  [
    "a first name of 36 letters",
    swap("NM1*IL", "AMARA", "A".repeat(36)),
    "text-length 2010BA NM104",
  ],
  ["a note of 81 characters", add("REF*G1", `NTE*ADD*${"A".repeat(81)}`), "text-length 2300 NTE02"],
];
