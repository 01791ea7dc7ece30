import { bothGuides } from "#edi/scrub/claim-guide.ts";
import type { Examined } from "#edi/scrub/examined-claim.ts";
import type { ScrubRule } from "#edi/scrub/scrub-rule.ts";

const subscriberRelationship: ScrubRule<Examined> = {
  id: "subscriber-relationship",
  severity: "error",
  mend: "coverage",
  source: "005010X222A1 and 005010X223A2, 2000B SBR02: 18 where the subscriber is the patient",
  at: "2000B SBR02, 2000C",
  guides: bothGuides,
  check({ claim }, say) {
    const { relationship } = claim.subscriber;
    const wanted = claim.patient === null ? "18" : "";
    if (relationship !== wanted) say("2000B", "SBR02", { said: relationship, wanted });
  },
};

/** PAT01 (X12 data element 1069 as the claim guides use it). */
const relationships = new Set(["01", "19", "20", "21", "39", "40", "53", "G8"]);

const patientRelationship: ScrubRule<Examined> = {
  id: "patient-relationship",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2000C PAT01",
  at: "2000C PAT01",
  guides: bothGuides,
  check({ claim }, say) {
    if (claim.patient !== null && !relationships.has(claim.patient.relationship))
      say("2000C", "PAT01", { said: claim.patient.relationship });
  },
};

const patientBirth: ScrubRule<Examined> = {
  id: "patient-birth",
  severity: "error",
  mend: "patient",
  source: "005010X222A1 and 005010X223A2, 2010BA and 2010CA DMG: of whoever was treated",
  at: "2010BA or 2010CA DMG02",
  guides: bothGuides,
  check({ patient }, say) {
    if (patient.party.bornOn === null) say(patient.loop, "DMG02");
  },
};

const longestLife = 130;

const birthDate: ScrubRule<Examined> = {
  id: "birth-date",
  severity: "error",
  mend: "patient",
  source: "005010X222A1 and 005010X223A2, DMG02: a day of birth lies before the service",
  at: "DMG02",
  guides: bothGuides,
  check({ parties, patient, firstDay }, say) {
    for (const { loop, party } of parties) {
      if (party.bornOn === null || firstDay === null) continue;
      const age = Number(firstDay.slice(0, 4)) - Number(party.bornOn.slice(0, 4));
      const isPatient = party === patient.party;
      if ((isPatient && party.bornOn > firstDay) || age > longestLife || age < 0)
        say(loop, "DMG02", { bornOn: party.bornOn, firstDay });
    }
  },
};

const sexCode: ScrubRule<Examined> = {
  id: "sex-code",
  severity: "error",
  mend: "patient",
  source: "005010X222A1 and 005010X223A2, DMG03: F, M or U",
  at: "DMG03",
  guides: bothGuides,
  check({ parties }, say) {
    for (const { loop, party } of parties)
      if (party.bornOn !== null && !/^[FMU]$/.test(party.sex))
        say(loop, "DMG03", { said: party.sex });
  },
};

const patientAddress: ScrubRule<Examined> = {
  id: "patient-address",
  severity: "error",
  mend: "patient",
  source: "005010X222A1 and 005010X223A2, 2010BA and 2010CA N3 and N4: of whoever was treated",
  at: "2010BA or 2010CA N301",
  guides: bothGuides,
  check({ patient }, say) {
    const { address } = patient.party;
    if (address === null || address.line1 === "") say(patient.loop, "N301");
    else if (address.city === "") say(patient.loop, "N401");
  },
};

/** SBR09 (X12 data element 1032 as the claim guides use it). */
const filings = new Set(
  "11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ".split(" "),
);

const filingCode: ScrubRule<Examined> = {
  id: "filing-code",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2000B and 2320 SBR09",
  at: "2000B and 2320 SBR09",
  guides: bothGuides,
  check({ claim }, say) {
    const { filing } = claim.subscriber;
    if (!filings.has(filing)) say("2000B", "SBR09", { said: filing });
    for (const other of claim.otherCoverages)
      if (other.filing !== "" && !filings.has(other.filing))
        say("2320", "SBR09", { said: other.filing });
  },
};

/** SBR01 (X12 data element 1138). */
const sequences = /^[PSTA-HU]$/;

const payerSequence: ScrubRule<Examined> = {
  id: "payer-sequence",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2000B and 2320 SBR01",
  at: "2000B and 2320 SBR01",
  guides: bothGuides,
  check({ claim }, say) {
    const { sequence } = claim.subscriber;
    if (!sequences.test(sequence)) say("2000B", "SBR01", { said: sequence });
    for (const other of claim.otherCoverages)
      if (!sequences.test(other.sequence)) say("2320", "SBR01", { said: other.sequence });
  },
};

const otherPayerSequence: ScrubRule<Examined> = {
  id: "other-payer-sequence",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2320 SBR01: each payer has a place of its own",
  at: "2320 SBR01",
  guides: bothGuides,
  check({ claim }, say) {
    const { sequence } = claim.subscriber;
    const taken = new Set([sequence]);
    for (const other of claim.otherCoverages) {
      if (other.sequence !== "U" && taken.has(other.sequence))
        say("2320", "SBR01", { said: other.sequence });
      taken.add(other.sequence);
    }
    if ((sequence === "S" || sequence === "T") && !taken.has("P"))
      say("2320", "SBR01", { said: sequence });
  },
};

/** Whose coverage is billed, and who was treated. */
export const subscriberRules: readonly ScrubRule<Examined>[] = [
  subscriberRelationship,
  patientRelationship,
  patientBirth,
  birthDate,
  sexCode,
  patientAddress,
  filingCode,
  payerSequence,
  otherPayerSequence,
];
