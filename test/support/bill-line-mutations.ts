import { add, all, drop, swap, type Mutation } from "#test/support/mutation.ts";

const manyLines = Array.from({ length: 996 }, (_, place) => [
  `LX*${place + 5}`,
  "SV2*0914*HC:90834*0*UN*1",
  "DTP*472*D8*20261103",
]).flat();

/** Faults of the lines of the good institutional file, and of its texts. */
export const billLineMutations: readonly Mutation[] = [
  [
    "a modifier of three letters",
    swap("SV2*0914", "90834", "90834:951"),
    "modifier-shape 2400 SV202-3",
  ],
  ["a modifier twice", swap("SV2*0914", "90834", "90834:95:95"), "modifier-repeated 2400 SV202"],
  [
    "a thousand lines",
    add("SV2*0914*HC:90834*225*", "DTP*472*D8*20261106", ...manyLines.slice(0, -1)),
    "loop-repeated 2400 LX",
    "line-count 2400 LX01",
    "and others",
  ],
  ["LX01 out of turn", swap("LX*2", "LX*2", "LX*7"), "line-numbers 2400 LX01"],
  [
    "a day that the calendar does not have",
    swap("DTP*472", "20261102", "20261131"),
    "date-invalid DTP03",
    "service-date 2400 DTP03",
  ],
  [
    "a name with a terminator in it",
    swap("NM1*IL", "SAMPLE", "SAM~PLE"),
    "segment-unplaced 2010BA PLE",
    "count-wrong SE01",
    "and others",
  ],
  [
    "a name with a component separator in it",
    swap("NM1*IL", "SAMPLE", "SAM:PLE"),
    "delimiter-in-text 2010BA NM103",
  ],
  [
    "a name with an element separator in it",
    swap("NM1*IL", "SAMPLE", "SAM*PLE"),
    "element-unused 2010BA NM110",
    "member-number 2010BA NM108",
  ],
  ["IEA01 no group", swap("IEA*", "1*", "0*"), "count-wrong IEA01"],
  ["HL04 promises a patient", swap("HL*2", "22*0", "22*1"), "hl-child HL"],
  ["two record numbers", add("CL1*", "REF*EA*M1", "REF*EA*M2"), "segment-repeated 2300 REF"],
  [
    "a place of service instead of a type of bill",
    swap("CLM*", "13:A", "57:B"),
    "facility-kind 2300 CLM05-2",
    "bill-type 2300 CLM05-1",
  ],
  ["a revenue code of three digits", swap("SV2*", "0915", "915"), "revenue-code 2400 SV201"],
  [
    "no revenue code",
    swap("SV2*", "0915", ""),
    "element-missing 2400 SV201",
    "revenue-code 2400 SV201",
  ],
  [
    "no code where Medicare pays by it",
    swap("SV2*", "HC:G0410", ""),
    "medicare-line-procedure 2400 SV202",
  ],
  [
    "an S code to Medicare",
    swap("SV2*", "G0410", "S9480"),
    "medicare-code 2400 SV202-2",
    "per-diem-with-component 2400 SV202-2",
  ],
  [
    "the per diem of the other field",
    all(
      swap("SBR*", "MB", "CI"),
      swap("SV2*", "0915*HC:G0410", "0905*HC:H0015"),
      drop("LX*2", 3),
      swap("LX*3", "3", "2"),
      swap("LX*4", "4", "3"),
      swap("CLM*", "1010.25", "785"),
    ),
    "revenue-procedure 2400 SV201",
  ],
  ["a code that is none", swap("SV2*", "G0410", "G04100"), "procedure-shape 2400 SV202-2"],
  ["units of the other guide", swap("SV2*", "*UN*", "*MJ*"), "unit-kind 2400 SV204"],
  [
    "no units",
    swap("SV2*", "*UN*1", "*UN"),
    "element-missing 2400 SV205",
    "units-positive 2400 SV205",
  ],
  [
    "no charge",
    swap("SV2*", "*280*", "**"),
    "element-missing 2400 SV203",
    "claim-total 2300 CLM02",
    "charge-sign 2400 SV203",
  ],
  ["no day of a line", drop("DTP*472"), "service-date 2400 DTP03"],
  [
    "a line outside of the statement",
    swap("DTP*472*D8*20261106", "20261106", "20261109"),
    "statement-covers-lines 2400 DTP03",
  ],
  [
    "a line twice",
    all(
      swap("DTP*472*D8*20261106", "20261106", "20261102"),
      swap("SV2*0914*HC:90834*225*", "225", "225"),
    ),
    "duplicate-line 2400 LX01",
  ],
  [
    "two groups a day",
    swap("SV2*0914", "0914*HC:90834", "0915*HC:G0410"),
    "duplicate-line 2400 LX01",
  ],
  [
    "a delimiter in a street",
    swap("N3*7 LINDEN", "LINDEN", "LINDEN^"),
    "delimiter-in-text 2010BA N301",
  ],
  [
    "a record number of 51 characters",
    add("CL1*", `REF*EA*${"9".repeat(51)}`),
    "text-length 2300 REF02",
  ],
];
