import { add, drop, move, swap, type Mutation } from "#test/support/mutation.ts";

/** Faults of the good professional file outside of its claims: envelope, hierarchy, who bills whom for whom. */
export const fileMutations: readonly Mutation[] = [
  // The envelope.
  ["SE01 one too many", swap("SE*", "50", "51"), "count-wrong SE01"],
  ["GE01 two transactions", swap("GE*", "1*", "2*"), "count-wrong GE01"],
  ["IEA01 no group", swap("IEA*", "1*", "0*"), "count-wrong IEA01"],
  ["SE02 another control number", swap("SE*", "0001", "0002"), "control-differs SE02"],
  ["GE02 another control number", swap("GE*", "11", "12"), "control-differs GE02"],
  ["IEA02 another control number", swap("IEA*", "000000101", "000000102"), "control-differs IEA02"],
  ["SE is missing", drop("SE*"), "trailer-missing SE"],
  ["IEA is missing", drop("IEA*"), "trailer-missing IEA"],
  ["GS01 of payments", swap("GS*", "HC", "HP"), "group-code GS GS01"],
  ["GS08 of another guide than ST03", swap("GS*", "X222A1", "X223A2"), "guide-differs ST"],
  // The transaction and who sends it.
  ["BHT06 of nothing", swap("BHT*", "*CH", "*XX"), "transaction-use ST BHT06"],
  ["BHT04 tomorrow", swap("BHT*", "20261122", "20261123"), "transaction-date ST BHT04"],
  [
    "BHT04 no day",
    swap("BHT*", "20261122", "20261131"),
    "date-invalid BHT04",
    "transaction-date ST BHT04",
  ],
  ["a submitter without its number", swap("NM1*41", "46*HS01", "46"), "submitter-id 1000A NM109"],
  [
    "a submitter nobody can call",
    swap("PER*", "3195550100", "(319) 555-0100"),
    "submitter-contact 1000A PER04",
  ],
  ["no receiver", drop("NM1*40"), "loop-missing 1000B NM1", "submitter-id 1000B NM108"],
  // The hierarchy and the order.
  ["HL01 numbered twice", swap("HL*3", "HL*3", "HL*2"), "hl-number HL", "hl-parent HL"],
  ["HL02 below nobody", swap("HL*2", "*1*22", "*9*22"), "hl-parent HL"],
  ["HL04 promises a patient", swap("HL*2", "22*0", "22*1"), "hl-child HL"],
  ["HL04 hides a patient", swap("HL*3", "22*1", "22*0"), "hl-child HL"],
  ["N4 before N3", move("N3*100", "N4*CEDAR"), "segment-out-of-order 2010AA N3"],
  ["HI before the authorization", move("REF*G1", "HI*"), "segment-out-of-order 2300 REF"],
  ["a segment of another guide", add("HI*", "CL1*3*1*01"), "segment-unplaced 2300 CL1"],
  ["two tax numbers", add("REF*EI", "REF*EI*420000009"), "segment-repeated 2010AA REF"],
  ["two authorizations", add("REF*G1", "REF*G1*PA1002"), "segment-repeated 2300 REF"],
  [
    "two billing providers",
    add(
      "NM1*85",
      "N3*1 A ST",
      "N4*CEDAR FALLS*IA*506130001",
      "REF*EI*420000001",
      "NM1*85*2*OTHER*****XX*1234567893",
    ),
    "loop-repeated 2010AA NM1",
  ],
  // The billing provider.
  [
    "NPI with a wrong check digit",
    swap("NM1*85", "1234567893", "1234567894"),
    "npi-check-digit 2010AA NM109",
  ],
  ["no NPI", swap("NM1*85", "*****XX*1234567893", ""), "billing-npi 2010AA NM108"],
  ["tax number with a hyphen", swap("REF*EI", "420000001", "42-0000001"), "tax-id 2010AA REF02"],
  ["no tax number", drop("REF*EI"), "segment-missing 2010AA REF"],
  [
    "ZIP of five digits",
    swap("N4*CEDAR FALLS*IA*506130001", "506130001", "50613"),
    "billing-zip 2010AA N403",
  ],
  [
    "a post office box",
    swap("N3*100", "100 MILL RACE RD", "PO BOX 12"),
    "billing-street 2010AA N301",
  ],
  ["a state that is none", swap("N4*CEDAR", "*IA*", "*IO*"), "state-code 2010AA N402"],
  [
    "a taxonomy that is none",
    swap("PRV*BI", "261QR0405X", "261QR0405"),
    "taxonomy-shape 2000A PRV03",
  ],
  ["no taxonomy", drop("PRV*BI"), "billing-taxonomy 2000A PRV03"],
  ["no name", swap("NM1*85", "HARBOR STEPS RECOVERY", ""), "name-missing 2010AA NM103"],
  // The subscriber, the patient and the payer.
  ["no member number", swap("NM1*IL", "*W000000001", ""), "member-number 2010BA NM109"],
  ["no payer number", swap("NM1*PR", "*PI*PHP01", ""), "payer-id 2010BB NM108"],
  [
    "a payer that is a person",
    swap("NM1*PR", "PR*2", "PR*1"),
    "entity-kind 2010BB NM102",
    "first-name-missing 2010BB NM104",
  ],
  [
    "the subscriber is somebody else, and nobody is named",
    swap("SBR*P*18", "P*18", "P*"),
    "subscriber-relationship 2000B SBR02",
  ],
  [
    "a child that is the subscriber",
    swap("SBR*P**GRP9", "P**", "P*18*"),
    "subscriber-relationship 2000B SBR02",
  ],
  ["a relationship that is none", swap("PAT*19", "19", "18"), "patient-relationship 2000C PAT01"],
  ["a filing code that is none", swap("SBR*P*18", "MC", "XX"), "filing-code 2000B SBR09"],
  [
    "a payer behind one that is not named",
    swap("SBR*P*18", "SBR*P", "SBR*S"),
    "other-payer-sequence 2320 SBR01",
  ],
  [
    "a place in the order of payers that is none",
    swap("SBR*P*18", "SBR*P", "SBR*X"),
    "payer-sequence 2000B SBR01",
  ],
  ["born tomorrow", swap("DMG*D8*2009", "20090313", "20261123"), "birth-date 2010CA DMG02"],
  [
    "born on a day that is none",
    swap("DMG*D8*1987", "19870704", "19870740"),
    "date-invalid DMG02",
    "patient-birth 2010BA DMG02",
  ],
  ["a sex that is none", swap("DMG*D8*1987", "*F", "*X"), "sex-code 2010BA DMG03"],
  ["no day of birth", drop("DMG*D8*1987"), "patient-birth 2010BA DMG02"],
  ["no address of the patient", drop("N3*12 ELM", 2), "patient-address 2010BA N301"],
  ["a ZIP of four digits", swap("N4*WATERLOO", "50701", "5070"), "zip-shape 2010CA N403"],
];
