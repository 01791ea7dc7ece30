import type { PartyRole } from "#edi/837/party.ts";
import { bothGuides } from "#edi/scrub/claim-guide.ts";
import type { Examined } from "#edi/scrub/examined-claim.ts";
import type { ScrubRule } from "#edi/scrub/scrub-rule.ts";

/** Who can only be a person, and who only an organization. */
const kinds: Readonly<Partial<Record<PartyRole, "person" | "organization">>> = {
  patient: "person",
  attending: "person",
  operating: "person",
  payer: "organization",
};

const entityKind: ScrubRule<Examined> = {
  id: "entity-kind",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, NM102 of 2010BB, 2010CA, 2310A (837I)",
  at: "NM102 of patient, payer, attending and operating provider",
  guides: bothGuides,
  check({ parties }, say) {
    for (const { loop, party } of parties) {
      const kind = kinds[party.role];
      if (kind !== undefined && party.isPerson !== (kind === "person"))
        say(loop, "NM102", { kind });
    }
  },
};

const nameMissing: ScrubRule<Examined> = {
  id: "name-missing",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, NM103 of every party but the pay-to address",
  at: "NM103",
  guides: bothGuides,
  check({ parties }, say) {
    for (const { loop, party } of parties)
      if (party.role !== "pay-to" && party.name.trim() === "") say(loop, "NM103");
  },
};

const firstNameMissing: ScrubRule<Examined> = {
  id: "first-name-missing",
  severity: "warning",
  source: "005010X222A1 and 005010X223A2, NM104: where the person has a first name",
  at: "NM104 of every person",
  guides: bothGuides,
  check({ parties }, say) {
    for (const { loop, party } of parties)
      if (party.isPerson && party.first === "") say(loop, "NM104");
  },
};

/** Who is named, and how. */
export const partyRules: readonly ScrubRule<Examined>[] = [
  entityKind,
  nameMissing,
  firstNameMissing,
];
