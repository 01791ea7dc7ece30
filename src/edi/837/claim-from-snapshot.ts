import type {
  Clinician,
  ClaimSnapshot,
  InsuredPerson,
  Postal,
  SnapshotLine,
} from "#domain/billing/claims/claim-snapshot.ts";
import type {
  Billing,
  Claim,
  HealthCode,
  OtherCoverage,
  Patient,
  ServiceLine,
  Subscriber,
} from "#edi/837/claim.ts";
import { emptyParty } from "#edi/837/draft.ts";
import type { Address, Party, PartyRole } from "#edi/837/party.ts";

/** A claim on its way out. `notice` goes along where the person's consent is what allows it (42 CFR 2.32). */
export interface OutgoingSnapshot {
  readonly snapshot: ClaimSnapshot;
  readonly notice: string | null;
}

const digits = (text: string): string => text.replace(/\D/g, "");

/** As payers keep names and places: what is compared letter by letter is not to differ by their size. */
export const inCapitals = (text: string | null): string => (text ?? "").toUpperCase();

const addressOf = ({ street, unit, city, state, zip }: Postal): Address => ({
  line1: inCapitals(street),
  line2: inCapitals(unit),
  city: inCapitals(city),
  state,
  zip: digits(zip),
  country: "",
  subdivision: "",
});

const organization = (role: PartyRole, name: string, given: Partial<Party>): Party => ({
  ...emptyParty(role),
  name: inCapitals(name),
  ...given,
});

/** A clinician by name and NPI; `taxonomy` where the loop has room for it. */
export const clinicianParty = (
  role: PartyRole,
  { first, last, npi, taxonomy }: Clinician,
  has: { readonly taxonomy: boolean },
): Party => ({
  ...emptyParty(role),
  isPerson: true,
  name: inCapitals(last),
  first: inCapitals(first),
  idKind: npi === null ? "" : "XX",
  id: npi ?? "",
  taxonomy: has.taxonomy ? (taxonomy ?? "") : "",
});

const personOf = (role: PartyRole, person: InsuredPerson): Party => ({
  ...emptyParty(role),
  isPerson: true,
  name: inCapitals(person.last),
  first: inCapitals(person.first),
  middle: inCapitals(person.middle),
  suffix: inCapitals(person.suffix),
  address: person.address === null ? null : addressOf(person.address),
  bornOn: person.bornOn,
  sex: person.bornOn === null ? "" : (person.sex ?? "U"),
});

/** 2310C or 2310E. */
export const facilityParty = ({ serviceFacility }: ClaimSnapshot): Party[] => {
  if (serviceFacility === null) return [];
  const { name, npi, address } = serviceFacility;
  const numbers = npi === null ? {} : { idKind: "XX", id: npi };
  return [organization("service-facility", name, { ...numbers, address: addressOf(address) })];
};

const billingOf = ({ billingProvider }: ClaimSnapshot): Billing => {
  const { name, npi, taxonomy, taxIdKind, taxId, address } = billingProvider;
  return {
    taxonomy,
    provider: organization("billing", name, {
      idKind: "XX",
      id: npi,
      address: addressOf(address),
      references: [{ kind: taxIdKind === "ein" ? "EI" : "SY", value: digits(taxId) }],
    }),
    payTo: null,
    payToPlan: null,
    more: [],
  };
};

const subscriberOf = ({ subscriber, patient, payer }: ClaimSnapshot): Subscriber => ({
  sequence: subscriber.sequence,
  relationship: patient === null ? "18" : "",
  groupNumber: subscriber.groupNumber ?? "",
  groupName: "",
  insuranceType: "",
  filing: subscriber.filing,
  person: { ...personOf("insured", subscriber), idKind: "MI", id: subscriber.memberNumber },
  payer: organization("payer", payer.name, { idKind: "PI", id: payer.electronicId ?? "" }),
  more: [],
});

/** PAT01 (X12 data element 1069). */
const relationships = { self: "18", spouse: "01", child: "19", other: "G8" } as const;

const patientOf = ({ patient, subscriber }: ClaimSnapshot): Patient | null =>
  patient === null
    ? null
    : {
        relationship: relationships[subscriber.relation],
        person: personOf("patient", patient),
        more: [],
      };

/** Makes for equal keys the same object once. */
const once = <Made>() => {
  const kept = new Map<string, Made>();
  return (key: string, make: () => Made): Made => {
    const before = kept.get(key);
    if (before !== undefined) return before;
    const made = make();
    kept.set(key, made);
    return made;
  };
};

/** Makes equal parties the same object, as the writer puts claims that share one below one HL. */
export class SharedParties {
  readonly #billing = once<Billing>();
  readonly #subscriber = once<Subscriber>();
  readonly #patient = once<Patient | null>();

  /** The loops 2000A to 2000C of a claim. */
  of(snapshot: ClaimSnapshot): Pick<Claim<ServiceLine>, "billing" | "subscriber" | "patient"> {
    const { billingProvider, subscriber, payer, patient } = snapshot;
    const billingKey = JSON.stringify(billingProvider);
    const subscriberKey = `${billingKey}${JSON.stringify([subscriber, payer, patient === null])}`;
    const patientKey = `${subscriberKey}${JSON.stringify(patient)}`;
    return {
      billing: this.#billing(billingKey, () => billingOf(snapshot)),
      subscriber: this.#subscriber(subscriberKey, () => subscriberOf(snapshot)),
      patient: patient === null ? null : this.#patient(patientKey, () => patientOf(snapshot)),
    };
  }
}

const plainCode = (kind: string, code: string): HealthCode => ({
  kind,
  code: code.replace(".", ""),
  date: null,
  amountCents: null,
  onAdmission: "",
});

/** The principal diagnosis and the others, without the point (005010X222A1, loop 2300 HI). */
export const diagnosisCodes = ({ diagnoses }: ClaimSnapshot): HealthCode[] =>
  diagnoses.map(({ code }, place) => plainCode(place === 0 ? "ABK" : "ABF", code));

/** HI*BG. */
export const conditionCodes = (snapshot: ClaimSnapshot): HealthCode[] =>
  snapshot.conditionCodes.map((code) => plainCode("BG", code));

const referencesOf = ({ authorizationNumber, payerClaimControl }: ClaimSnapshot) => ({
  ...(authorizationNumber !== null && { priorAuthorization: authorizationNumber }),
  ...(payerClaimControl !== null && { payerClaimControl }),
});

/** 2320: who pays behind this payer. Nothing was decided by them yet. */
const otherCoverageOf = (other: ClaimSnapshot["otherCoverages"][number]): OtherCoverage => ({
  sequence: other.sequence,
  relationship: relationships[other.relation],
  groupNumber: other.groupNumber ?? "",
  groupName: "",
  insuranceType: "",
  filing: other.filing,
  adjustments: [],
  amounts: {},
  assignsBenefits: "Y",
  signatureSource: "",
  releases: "Y",
  // 2330A has no room for a birthday: NM1, N3, N4 and REF alone.
  person: {
    ...personOf("insured", other),
    bornOn: null,
    sex: "",
    idKind: "MI",
    id: other.memberNumber,
  },
  payer: organization("payer", other.payer.name, {
    idKind: "PI",
    id: other.payer.electronicId ?? "",
  }),
  providers: [],
  more: [],
});

/** What both guides say of a claim alike. Benefits are assigned and the release is signed, or it would not be billed. */
export const commonClaim = ({ snapshot, notice }: OutgoingSnapshot) => ({
  control: snapshot.control,
  chargeCents: snapshot.totalCents,
  frequency: snapshot.frequency,
  assignment: "A",
  assignsBenefits: "Y",
  releases: "Y",
  signatureSource: "",
  rest: [],
  references: referencesOf(snapshot),
  amounts: {},
  notes: notice === null ? [] : [{ kind: "ADD", value: notice }],
  otherCoverages: snapshot.otherCoverages.map(otherCoverageOf),
  more: [],
});

/** What both guides say of a line alike. REF*6R comes back with the payment of the line. */
export const commonLine = (snapshot: ClaimSnapshot, line: SnapshotLine): ServiceLine => ({
  number: line.number,
  procedure:
    line.procedure === null
      ? null
      : { kind: "HC", code: line.procedure, modifiers: line.modifiers, description: "" },
  chargeCents: line.chargeCents,
  unit: "UN",
  units: line.units,
  dates: { service: { from: line.serviceDate, through: null, time: null } },
  references: { lineControl: `${snapshot.control}L${line.number}` },
  amounts: {},
  providers: [],
  adjudications: [],
  more: [],
});

/** Numbers objects in the order in which they are first seen; nothing comes before all of them. */
const firstSeen = () => {
  const numbers = new Map<object, number>();
  return (one: object | null): number => {
    if (one === null) return -1;
    const number = numbers.get(one) ?? numbers.size;
    numbers.set(one, number);
    return number;
  };
};

/** Claims of one provider, and in them those of one subscriber, stand together; the parties of them are shared. */
export const byHierarchy = <Form extends Claim<ServiceLine>>(claims: readonly Form[]): Form[] => {
  const [billings, subscribers, patients] = [firstSeen(), firstSeen(), firstSeen()];
  return claims
    .map((claim) => ({
      claim,
      places: [billings(claim.billing), subscribers(claim.subscriber), patients(claim.patient)],
    }))
    .toSorted(
      (one, other) =>
        one.places.map((place, at) => place - (other.places[at] ?? 0)).find((by) => by !== 0) ?? 0,
    )
    .map(({ claim }) => claim);
};
