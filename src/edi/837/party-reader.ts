import { emptyParty, type PartyDraft } from "#edi/837/draft.ts";
import { partyRoles, type Coded, type PartyRole } from "#edi/837/party.ts";
import { readDate, type Source } from "#edi/837/value-reader.ts";
import {
  elementCode,
  elementCount,
  elementText,
  packCode,
  type SegmentTable,
} from "#edi/x12/segment-table.ts";

const roleByCode: ReadonlyMap<number, PartyRole> = new Map(
  Object.entries(partyRoles).map(([code, role]) => [packCode(code), role]),
);

const person = packCode("1");
const ids = {
  n3: packCode("N3"),
  n4: packCode("N4"),
  ref: packCode("REF"),
  per: packCode("PER"),
  prv: packCode("PRV"),
  dmg: packCode("DMG"),
  dtp: packCode("DTP"),
};
const paid = packCode("573");

/** The party an NM1 segment begins. */
export const readParty = ({ table, segment }: Source): PartyDraft => {
  const party = emptyParty(roleByCode.get(elementCode(table, segment, 1)) ?? "payer");
  party.isPerson = elementCode(table, segment, 2) === person;
  party.name = elementText(table, segment, 3);
  party.first = elementText(table, segment, 4);
  party.middle = elementText(table, segment, 5);
  party.prefix = elementText(table, segment, 6);
  party.suffix = elementText(table, segment, 7);
  party.idKind = elementText(table, segment, 8);
  party.id = elementText(table, segment, 9);
  return party;
};

const noAddress = {
  line1: "",
  line2: "",
  city: "",
  state: "",
  zip: "",
  country: "",
  subdivision: "",
};

const takeStreet = (party: PartyDraft, table: SegmentTable, segment: number): true => {
  const line1 = elementText(table, segment, 1);
  const line2 = elementText(table, segment, 2);
  const { city, state, zip, country, subdivision } = party.address ?? noAddress;
  party.address = { line1, line2, city, state, zip, country, subdivision };
  return true;
};

const takeCity = (party: PartyDraft, table: SegmentTable, segment: number): true => {
  const { line1, line2 } = party.address ?? noAddress;
  party.address = {
    line1,
    line2,
    city: elementText(table, segment, 1),
    state: elementText(table, segment, 2),
    zip: elementText(table, segment, 3),
    country: elementText(table, segment, 4),
    subdivision: elementText(table, segment, 7),
  };
  return true;
};

const takeContact = (party: PartyDraft, table: SegmentTable, segment: number): true => {
  const ways: Coded[] = [];
  for (let element = 3; element <= Math.min(elementCount(table, segment), 8); element += 2) {
    const kind = elementText(table, segment, element);
    if (kind !== "") ways.push({ kind, value: elementText(table, segment, element + 1) });
  }
  party.contacts.push({ name: elementText(table, segment, 2), ways });
  return true;
};

const takeBirth = (party: PartyDraft, source: Source): boolean => {
  const { table, segment } = source;
  if (elementCount(table, segment) > 3 || elementText(table, segment, 1) !== "D8") return false;
  const bornOn = readDate(source, 2);
  if (bornOn === null) return false;
  party.bornOn = bornOn;
  party.sex = elementText(table, segment, 3);
  return true;
};

const takePaid = (party: PartyDraft, source: Source): boolean => {
  if (elementCode(source.table, source.segment, 1) !== paid) return false;
  party.paidOn = readDate(source, 3);
  return party.paidOn !== null;
};

/** Puts a further segment of an NM1 loop to its party; false where it has no field, and has to be kept as it is. */
export const takeIntoParty = (party: PartyDraft, source: Source): boolean => {
  const { table, segment } = source;
  switch (table.ids[segment]) {
    case ids.n3:
      return takeStreet(party, table, segment);
    case ids.n4:
      return takeCity(party, table, segment);
    case ids.per:
      return takeContact(party, table, segment);
    case ids.ref:
      if (elementCount(table, segment) > 2) return false;
      party.references.push({
        kind: elementText(table, segment, 1),
        value: elementText(table, segment, 2),
      });
      return true;
    case ids.prv:
      if (elementCount(table, segment) > 3) return false;
      party.taxonomy = elementText(table, segment, 3);
      return true;
    case ids.dmg:
      return takeBirth(party, source);
    case ids.dtp:
      return takePaid(party, source);
    default:
      return false;
  }
};
