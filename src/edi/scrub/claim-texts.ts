import type { ServiceLine } from "#edi/837/claim.ts";
import type { Party } from "#edi/837/party.ts";
import type { Examined } from "#edi/scrub/examined-claim.ts";
import { elementLimits } from "#edi/x12/element-limits.ts";
import type { RawLoop } from "#edi/x12/raw-segment.ts";

/** Takes one text: the loop, its segment and element, and how long it may be; 0 where that is not limited. */
export type TakeText = (
  loop: string,
  segment: string,
  element: number,
  text: string,
  most: number,
) => void;

const limitOf = (segment: string, element: number): number =>
  elementLimits.get(segment)?.[element - 1] ?? 0;

const partyLimits = {
  name: limitOf("NM1", 3),
  first: limitOf("NM1", 4),
  middle: limitOf("NM1", 5),
  prefix: limitOf("NM1", 6),
  suffix: limitOf("NM1", 7),
  id: limitOf("NM1", 9),
  street: limitOf("N3", 1),
  city: limitOf("N4", 1),
  zip: limitOf("N4", 3),
  taxonomy: limitOf("PRV", 3),
  reference: limitOf("REF", 2),
  contact: limitOf("PER", 2),
  way: limitOf("PER", 4),
};

const eachRawText = (loop: string, more: readonly RawLoop[], take: TakeText): void => {
  for (const part of more)
    for (const segment of part) {
      const id = typeof segment[0] === "string" ? segment[0] : "";
      for (let element = 1; element < segment.length; element++) {
        const value = segment[element];
        if (typeof value === "string") take(loop, id, element, value, limitOf(id, element));
      }
    }
};

/** Every text of an NM1 loop. */
export const eachPartyText = (loop: string, party: Party, take: TakeText): void => {
  const { address } = party;
  take(loop, "NM1", 3, party.name, partyLimits.name);
  take(loop, "NM1", 4, party.first, partyLimits.first);
  take(loop, "NM1", 5, party.middle, partyLimits.middle);
  take(loop, "NM1", 6, party.prefix, partyLimits.prefix);
  take(loop, "NM1", 7, party.suffix, partyLimits.suffix);
  take(loop, "NM1", 9, party.id, partyLimits.id);
  take(loop, "PRV", 3, party.taxonomy, partyLimits.taxonomy);
  if (address !== null) {
    take(loop, "N3", 1, address.line1, partyLimits.street);
    take(loop, "N3", 2, address.line2, partyLimits.street);
    take(loop, "N4", 1, address.city, partyLimits.city);
    take(loop, "N4", 3, address.zip, partyLimits.zip);
  }
  for (const { value } of party.references) take(loop, "REF", 2, value, partyLimits.reference);
  for (const { name, ways } of party.contacts) {
    take(loop, "PER", 2, name, partyLimits.contact);
    ways.forEach(({ value }, place) => take(loop, "PER", 4 + 2 * place, value, partyLimits.way));
  }
  eachRawText(loop, party.more, take);
};

const lineLimits = {
  reference: limitOf("REF", 2),
  group: limitOf("SBR", 3),
  groupName: limitOf("SBR", 4),
  note: limitOf("NTE", 2),
  taxonomy: limitOf("PRV", 3),
};

const eachLineText = (line: ServiceLine, service: string, take: TakeText): void => {
  const { procedure, references, more } = line;
  const element = service === "SV1" ? 1 : 2;
  if (procedure !== null) {
    take("2400", service, element, procedure.code, 0);
    take("2400", service, element, procedure.description, 80);
  }
  for (const value of Object.values(references))
    take("2400", "REF", 2, value, lineLimits.reference);
  eachRawText("2400", more, take);
};

/** Every text of a claim that somebody typed, from the billing provider to the last line. */
export const eachClaimText = ({ claim, parties, guide }: Examined, take: TakeText): void => {
  take("2000A", "PRV", 3, claim.billing.taxonomy, lineLimits.taxonomy);
  for (const { loop, party } of parties) eachPartyText(loop, party, take);
  take("2000B", "SBR", 3, claim.subscriber.groupNumber, lineLimits.group);
  take("2000B", "SBR", 4, claim.subscriber.groupName, lineLimits.groupName);
  // Its length has a rule of its own.
  take("2300", "CLM", 1, claim.control, 0);
  for (const value of Object.values(claim.references))
    take("2300", "REF", 2, value, lineLimits.reference);
  for (const { value } of claim.notes) take("2300", "NTE", 2, value, lineLimits.note);
  for (const { code } of claim.codes) take("2300", "HI", 1, code, 30);
  eachRawText("2300", claim.more, take);
  for (const line of claim.lines) eachLineText(line, guide === "837p" ? "SV1" : "SV2", take);
};
