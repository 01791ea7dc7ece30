import { isNpi } from "#domain/basics/npi.ts";
import { bothGuides } from "#edi/scrub/claim-guide.ts";
import type { Examined } from "#edi/scrub/examined-claim.ts";
import type { ScrubRule } from "#edi/scrub/scrub-rule.ts";

const npiCheckDigit: ScrubRule<Examined> = {
  id: "npi-check-digit",
  severity: "error",
  source: "45 CFR 162.406(a): ten positions, the last a check digit",
  at: "NM109 of every provider",
  guides: bothGuides,
  check({ parties }, say) {
    for (const { loop, party } of parties)
      if (party.idKind === "XX" && !isNpi(party.id)) say(loop, "NM109", { npi: party.id });
  },
};

const billingNpi: ScrubRule<Examined> = {
  id: "billing-npi",
  severity: "error",
  source: "45 CFR 162.410(a)(2); 005010X222A1 and 005010X223A2, 2010AA NM108",
  at: "2010AA NM108, NM109",
  guides: bothGuides,
  check({ claim }, say) {
    const { idKind, id } = claim.billing.provider;
    if (idKind !== "XX" || id === "") say("2010AA", "NM108");
  },
};

const namedByNpi = new Set(["rendering", "supervising", "attending", "operating"]);

const providerNpi: ScrubRule<Examined> = {
  id: "provider-npi",
  severity: "error",
  source: "45 CFR 162.410(a)(2); 005010X222A1 2310B NM108, 005010X223A2 2310A NM108",
  at: "NM108, NM109 of who rendered, supervised, attended or operated",
  guides: bothGuides,
  check({ parties }, say) {
    for (const { loop, party } of parties)
      if (namedByNpi.has(party.role) && (party.idKind !== "XX" || party.id === ""))
        say(loop, "NM108");
  },
};

const taxId: ScrubRule<Examined> = {
  id: "tax-id",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2010AA REF*EI and REF*SY; 26 CFR 301.6109-1(a)",
  at: "2010AA REF02",
  guides: bothGuides,
  check({ claim }, say) {
    for (const { kind, value } of claim.billing.provider.references)
      if ((kind === "EI" || kind === "SY") && (!/^\d{9}$/.test(value) || /^0+$/.test(value)))
        say("2010AA", "REF02", { kind });
  },
};

/** Ten characters, the first three of them the grouping, the last an X. */
const taxonomyForm = /^[0-9]{2}[0-9A-Z][0-9A-Z]{6}X$/;

const taxonomyShape: ScrubRule<Examined> = {
  id: "taxonomy-shape",
  severity: "error",
  source: "Health Care Provider Taxonomy code set (X12 code source 682)",
  at: "2000A PRV03 and PRV03 of every provider",
  guides: bothGuides,
  check({ claim, parties }, say) {
    const { taxonomy } = claim.billing;
    if (taxonomy !== "" && !taxonomyForm.test(taxonomy)) say("2000A", "PRV03", { taxonomy });
    for (const { loop, party } of parties)
      if (party.taxonomy !== "" && !taxonomyForm.test(party.taxonomy))
        say(loop, "PRV03", { taxonomy: party.taxonomy });
  },
};

const billingTaxonomy: ScrubRule<Examined> = {
  id: "billing-taxonomy",
  severity: "warning",
  source: "005010X222A1 and 005010X223A2, 2000A PRV: where the payer decides by it",
  at: "2000A PRV03",
  guides: bothGuides,
  check({ claim }, say) {
    if (claim.billing.taxonomy === "") say("2000A", "PRV03");
  },
};

const payerId: ScrubRule<Examined> = {
  id: "payer-id",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2010BB NM108 and NM109",
  at: "2010BB NM109",
  guides: bothGuides,
  check({ claim }, say) {
    const { idKind, id } = claim.subscriber.payer;
    if (idKind !== "PI" && idKind !== "XV") say("2010BB", "NM108");
    else if (id === "") say("2010BB", "NM109");
  },
};

const memberNumber: ScrubRule<Examined> = {
  id: "member-number",
  severity: "error",
  mend: "coverage",
  source: "005010X222A1 and 005010X223A2, 2010BA NM108 and NM109",
  at: "2010BA NM109",
  guides: bothGuides,
  check({ claim }, say) {
    const { idKind, id } = claim.subscriber.person;
    if (idKind !== "MI" && idKind !== "II") say("2010BA", "NM108");
    else if (id === "") say("2010BA", "NM109");
  },
};

const renderingSameAsBilling: ScrubRule<Examined> = {
  id: "rendering-same-as-billing",
  severity: "warning",
  source: "005010X222A1 2310B and 005010X223A2 2310D: only where it is somebody else",
  at: "2310B or 2310D NM109",
  guides: bothGuides,
  check({ claim, parties }, say) {
    const { id } = claim.billing.provider;
    for (const { loop, party } of parties)
      if (party.role === "rendering" && id !== "" && party.id === id) say(loop, "NM109");
  },
};

const facilitySameAsBilling: ScrubRule<Examined> = {
  id: "facility-same-as-billing",
  severity: "warning",
  mend: "site",
  source: "005010X222A1 2310C and 005010X223A2 2310E: only where it is another place",
  at: "2310C or 2310E N301",
  guides: bothGuides,
  check({ claim, parties }, say) {
    const { id, address } = claim.billing.provider;
    for (const { loop, party } of parties)
      if (
        party.role === "service-facility" &&
        party.address?.line1 === address?.line1 &&
        party.address?.zip === address?.zip &&
        (party.id === "" || party.id === id)
      )
        say(loop, "N301");
  },
};

/** Numbers by which providers, payers and members are known. */
export const identifierRules: readonly ScrubRule<Examined>[] = [
  npiCheckDigit,
  billingNpi,
  providerNpi,
  taxId,
  taxonomyShape,
  billingTaxonomy,
  payerId,
  memberNumber,
  renderingSameAsBilling,
  facilitySameAsBilling,
];
