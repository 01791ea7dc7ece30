import { usStates } from "#domain/basics/us-address.ts";
import type { Address } from "#edi/837/party.ts";
import { bothGuides } from "#edi/scrub/claim-guide.ts";
import type { Examined } from "#edi/scrub/examined-claim.ts";
import type { ScrubRule } from "#edi/scrub/scrub-rule.ts";

const states: ReadonlySet<string> = new Set([...usStates, "FM", "MH", "PW", "AA", "AE", "AP"]);

const isAmerican = ({ country }: Address): boolean => country === "" || country === "US";

/** A post office box or a lock box, as people write them. */
const box = /\b(?:P\.? ?O\.?|POST(?:AL)? OFFICE) ?BOX\b|\bLOCK ?BOX\b|^BOX \d/i;

const billingStreet: ScrubRule<Examined> = {
  id: "billing-street",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2010AA N301: a street; boxes belong into 2010AB",
  at: "2010AA N301, N302",
  guides: bothGuides,
  check({ claim }, say) {
    const { address } = claim.billing.provider;
    if (address === null) say("2010AA", "N301");
    else if (box.test(address.line1)) say("2010AA", "N301");
    else if (box.test(address.line2)) say("2010AA", "N302");
  },
};

const isNineDigits = (zip: string): boolean => /^\d{9}$/.test(zip);

const billingZip: ScrubRule<Examined> = {
  id: "billing-zip",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2010AA N403: all nine digits",
  at: "2010AA N403",
  guides: bothGuides,
  check({ claim }, say) {
    const { address } = claim.billing.provider;
    if (address !== null && isAmerican(address) && !isNineDigits(address.zip))
      say("2010AA", "N403", { zip: address.zip });
  },
};

const facilityZip: ScrubRule<Examined> = {
  id: "facility-zip",
  severity: "error",
  mend: "site",
  source: "005010X222A1 2310C and 2420C N403, 005010X223A2 2310E N403: all nine digits",
  at: "2310C, 2420C or 2310E N403",
  guides: bothGuides,
  check({ parties }, say) {
    for (const { loop, party } of parties)
      if (
        party.role === "service-facility" &&
        party.address !== null &&
        isAmerican(party.address) &&
        !isNineDigits(party.address.zip)
      )
        say(loop, "N403", { zip: party.address.zip });
  },
};

const zipShape: ScrubRule<Examined> = {
  id: "zip-shape",
  severity: "error",
  source: "X12 code source 51: ZIP codes of the US Postal Service, without a hyphen",
  at: "N403 of every address",
  guides: bothGuides,
  check({ parties }, say) {
    for (const { loop, party } of parties) {
      const { role, address } = party;
      const isAsked = role === "billing" || role === "service-facility";
      if (
        !isAsked &&
        address !== null &&
        isAmerican(address) &&
        !/^\d{5}(?:\d{4})?$/.test(address.zip)
      )
        say(loop, "N403", { zip: address.zip });
    }
  },
};

const stateCode: ScrubRule<Examined> = {
  id: "state-code",
  severity: "error",
  source: "X12 code source 22: USPS Publication 28, appendix B",
  at: "N402 of every address",
  guides: bothGuides,
  check({ parties }, say) {
    for (const { loop, party } of parties)
      if (party.address !== null && isAmerican(party.address) && !states.has(party.address.state))
        say(loop, "N402", { state: party.address.state });
  },
};

/** Streets, ZIP codes and states. */
export const addressRules: readonly ScrubRule<Examined>[] = [
  billingStreet,
  billingZip,
  facilityZip,
  zipShape,
  stateCode,
];
