import { longestOf } from "#domain/billing/charges/billed-otherwise.ts";
import type { ChargeLine } from "#domain/billing/charges/day-charge.ts";
import { claimDiagnoses } from "#domain/billing/claims/claim-diagnoses.ts";
import type { ClaimFacts, ClaimedDay, PersonFacts } from "#domain/billing/claims/claim-facts.ts";
import type {
  ClaimSnapshot,
  Clinician,
  InsuredPerson,
  Postal,
  SnapshotLine,
} from "#domain/billing/claims/claim-snapshot.ts";
import { stayCodesOf } from "#domain/billing/claims/stay-codes.ts";
import type { Payer } from "#domain/payers/payer.ts";

/** SV107 points at four diagnoses at most (005010X222A1, loop 2400). */
const mostPointers = 4;

const sexCodes = { female: "F", male: "M", unknown: "U" } as const;

const personOf = ({ sex, ...rest }: PersonFacts): InsuredPerson => ({
  ...rest,
  sex: sex === null ? null : sexCodes[sex],
});

/** SBR01 of those who pay behind the first. */
const sequencesBehind = ["S", "T"] as const;

/** SBR09 of a payer that is not billed by this claim, from what kind of payer it is (X12 data element 1032). */
const filingOfKind: Readonly<Record<Payer["kind"], string>> = {
  commercial: "CI",
  medicaid: "MC",
  medicare: "MB",
  "medicare-advantage": "16",
  tricare: "CH",
  other: "ZZ",
};

/** Who answers for a line to the payer: whoever led its longest session, or who supervises them. */
const renderingOf = (
  { terms, leadOf }: ClaimFacts,
  { sessions }: ChargeLine,
): { readonly rendering: Clinician | null; readonly supervising: Clinician | null } => {
  const longest = longestOf(sessions);
  const led = longest === undefined ? undefined : leadOf(longest.sessionId);
  const { rendering, supervising } = terms.providers;
  const supervisor = led?.supervisor ?? null;
  const lead = led?.lead ?? null;
  const rendered = { none: null, lead, supervisor: supervisor ?? lead }[rendering];
  return {
    rendering: rendered,
    supervising: supervising && supervisor !== rendered ? supervisor : null,
  };
};

/** The one most of the money of the claim was rendered by; each other line names its own. */
const mostBilled = (lines: readonly { rendering: Clinician | null; line: ChargeLine }[]) => {
  const sums = new Map<string, number>();
  for (const { rendering, line } of lines)
    if (rendering !== null)
      sums.set(rendering.staffId, (sums.get(rendering.staffId) ?? 0) + (line.chargeCents ?? 0));
  const [staffId] = [...sums].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0] ?? [];
  return lines.find((one) => one.rendering?.staffId === staffId)?.rendering ?? null;
};

const isSameAddress = (one: Postal, other: Postal): boolean =>
  one.street === other.street &&
  one.city === other.city &&
  one.zip.slice(0, 5) === other.zip.slice(0, 5);

const billingProviderOf = ({ billing }: ClaimFacts): ClaimSnapshot["billingProvider"] => {
  const { name, npi, taxonomy, taxIdKind, taxId, address, phone } = billing;
  const { postalCode, ...street } = address;
  return { name, npi, taxonomy, taxIdKind, taxId, address: { ...street, zip: postalCode }, phone };
};

/** Where it was rendered, if the payer wants it named and it is not where the billing provider is. */
const facilityOf = ({ terms, site }: ClaimFacts, billing: ClaimSnapshot["billingProvider"]) =>
  terms.providers.serviceFacility && !isSameAddress(site.address, billing.address) ? site : null;

const policyholderOf = (coverage: ClaimFacts["coverage"], patient: PersonFacts) => ({
  ...personOf(coverage.relation === "self" ? patient : coverage.subscriber),
  relation: coverage.relation,
  memberNumber: coverage.memberNumber,
  groupNumber: coverage.groupNumber,
});

/** A day is billed to whoever pays first on it, whatever place the policy had while an earlier one was in force. */
const subscriberOf = ({ coverage, patient, terms }: ClaimFacts): ClaimSnapshot["subscriber"] => ({
  ...policyholderOf(coverage, patient),
  filing: terms.filing,
  sequence: "P",
});

/** The guide has room for two behind the first that we can know of; each has a place of its own. */
const othersOf = ({ otherCoverages, patient }: ClaimFacts): ClaimSnapshot["otherCoverages"] =>
  otherCoverages.flatMap(({ coverage, payer: { kind, id, name, electronicId } }, place) => {
    const sequence = sequencesBehind[place];
    if (sequence === undefined) return [];
    const policy = { ...policyholderOf(coverage, patient), filing: filingOfKind[kind], sequence };
    return [{ ...policy, payer: { id, name, electronicId } }];
  });

interface PricedLine {
  readonly day: ClaimedDay;
  readonly line: ChargeLine;
  readonly chargeCents: number;
  readonly rendering: Clinician | null;
  readonly supervising: Clinician | null;
}

/** The lines of the days in order. A line without a price is never billed: its day would not be here. */
const pricedLines = (facts: ClaimFacts): PricedLine[] =>
  facts.days
    .toSorted((a, b) => (a.serviceDate < b.serviceDate ? -1 : 1))
    .flatMap((day) =>
      day.lines.flatMap((line): PricedLine[] => {
        const { chargeCents } = line;
        return chargeCents === null
          ? []
          : [{ day, line, chargeCents, ...renderingOf(facts, line) }];
      }),
    );

const placeOf = ({ terms }: ClaimFacts, isTelehealth: boolean): string | null =>
  terms.form === "institutional"
    ? null
    : isTelehealth
      ? (terms.placeOfServiceTelehealth ?? terms.placeOfService)
      : terms.placeOfService;

const linesOf = (
  facts: ClaimFacts,
  lines: readonly PricedLine[],
  claim: {
    readonly rendering: Clinician | null;
    readonly place: string | null;
    readonly most: number;
  },
): SnapshotLine[] =>
  lines.map(({ day, line, chargeCents, rendering }, index) => {
    const place = placeOf(facts, line.isTelehealth);
    const pointed = Math.min(claim.most, mostPointers);
    return {
      number: index + 1,
      serviceDate: day.serviceDate,
      dayChargeId: day.id,
      chargeLineKey: line.key,
      procedure: line.procedure,
      modifiers: line.procedure === null ? [] : line.modifiers,
      revenueCode: facts.terms.form === "institutional" ? line.revenueCode : null,
      unit: line.unit,
      units: line.units,
      chargeCents,
      pointers:
        facts.terms.form === "professional"
          ? Array.from({ length: pointed }, (_, at) => at + 1)
          : [],
      rendering: rendering?.staffId === claim.rendering?.staffId ? null : rendering,
      placeOfService: place === claim.place ? null : place,
      trace: {
        sessions: line.sessions.map(({ sessionId, minutes, noteId }) => ({
          sessionId,
          minutes,
          noteId,
        })),
        rule: line.rule,
        contractVersionId: facts.contractVersionId,
      },
    };
  });

/** A claim out of the facts of its days. Everything it says is copied, so that what changes later changes no claim. */
export const snapshotOf = (facts: ClaimFacts): ClaimSnapshot => {
  const { terms, billing, stay, coverage } = facts;
  const priced = pricedLines(facts);
  const rendering = mostBilled(priced);
  const isInstitutional = terms.form === "institutional";
  const place = placeOf(facts, priced.length > 0 && priced.every(({ line }) => line.isTelehealth));
  const billingProvider = billingProviderOf(facts);
  const diagnoses = claimDiagnoses(facts.diagnoses, terms.diagnosis, facts.statement);
  const supervising = priced.find(
    (one) => one.rendering?.staffId === rendering?.staffId,
  )?.supervising;
  return {
    claimId: facts.claimId,
    control: facts.control,
    form: terms.form,
    frequency: facts.frequency,
    payerClaimControl: facts.payerClaimControl,
    isTest: billing.usage === "T" || facts.days.some((day) => day.isTest),
    submitter: {
      name: billing.name,
      id: billing.submitterId,
      contactName: billing.contactName,
      phone: billing.phone,
    },
    receiver: { name: billing.receiverName, id: billing.receiverId },
    billingProvider,
    serviceFacility: facilityOf(facts, billingProvider),
    attending: isInstitutional ? facts.attending : null,
    rendering,
    supervising: isInstitutional ? null : (supervising ?? null),
    subscriber: subscriberOf(facts),
    patient: coverage.relation === "self" ? null : personOf(facts.patient),
    payer: facts.payer,
    otherCoverages: othersOf(facts),
    diagnoses,
    authorizationNumber: facts.authorizationNumber,
    billType: isInstitutional ? terms.billType : null,
    placeOfService: place,
    conditionCodes: isInstitutional ? [...terms.conditionCodes, ...facts.changeReasons] : [],
    admission: { on: stay.admittedOn, ...stayCodesOf(stay, facts.frequency) },
    statement: facts.statement,
    totalCents: priced.reduce((sum, { chargeCents }) => sum + chargeCents, 0),
    lines: linesOf(facts, priced, { rendering, place, most: diagnoses.length }),
  };
};
