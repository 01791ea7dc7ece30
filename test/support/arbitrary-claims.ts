import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import type {
  Adjudication,
  Adjustment,
  Billing,
  Claim,
  HealthCode,
  OtherCoverage,
  Patient,
  Procedure,
  ServiceLine,
  Subscriber,
} from "#edi/837/claim.ts";
import type { Party } from "#edi/837/party.ts";
import type { InstitutionalClaim, InstitutionalLine } from "#edi/837i/institutional-claim.ts";
import type { ProfessionalClaim, ProfessionalLine } from "#edi/837p/professional-claim.ts";
import {
  address,
  cents,
  code,
  contact,
  date,
  day,
  maybe,
  maybeWord,
  party,
  span,
  units,
  word,
} from "#test/support/arbitrary-parties.ts";

// Claims that nobody made: every field filled or left out at random, so that writing and reading them has to agree.

const taxId = fc.record({ kind: fc.constantFrom("EI", "SY"), value: word }).map((one) => [one]);
const born = { bornOn: date, sex: fc.constantFrom("F", "M", "U") };

const billing: Arbitrary<Billing> = fc.record({
  taxonomy: maybe(fc.constant("261QM0801X"), ""),
  provider: party("billing", {
    address,
    references: taxId,
    contacts: fc.array(contact, { maxLength: 2 }),
  }),
  payTo: maybe<Party | null>(party("pay-to", { address }), null),
  payToPlan: fc.constant(null),
  more: fc.constant([]),
});

const coverage = {
  sequence: fc.constantFrom("P", "S", "T"),
  groupNumber: maybeWord,
  groupName: maybeWord,
  insuranceType: fc.constantFrom("", "12"),
  filing: fc.constantFrom("CI", "MB", "MC", "BL"),
};

const subscriber: Arbitrary<Subscriber> = fc.record({
  ...coverage,
  relationship: fc.constantFrom("18", ""),
  person: party("insured", { address: maybe(address, null), ...born }),
  payer: party("payer"),
  more: fc.constant([]),
});

const patient: Arbitrary<Patient> = fc.record({
  relationship: fc.constantFrom("01", "19", "G8"),
  person: party("patient", { address, ...born }),
  more: fc.constant([]),
});

const procedure: Arbitrary<Procedure> = fc.record({
  kind: fc.constant("HC"),
  code,
  modifiers: fc.array(fc.stringMatching(/^[A-Z0-9]{2}$/), { maxLength: 4 }),
  description: maybeWord,
});

const adjustment: Arbitrary<Adjustment> = fc.record({
  group: fc.constantFrom("CO", "PR", "OA"),
  reason: code,
  amountCents: cents,
  quantity: maybe<number | null>(units, null),
});

/** At most thirty reasons fit into the five CAS segments of a loop, whatever their groups: five. */
const adjustments = fc.array(adjustment, { maxLength: 5 });

const adjudication: Arbitrary<Adjudication> = fc.record({
  payerId: word,
  paidCents: cents,
  procedure: maybe<Procedure | null>(procedure, null),
  revenueCode: fc.constant(""),
  units,
  bundledInto: fc.constant(""),
  adjustments,
  paidOn: date,
  remainingCents: maybe<number | null>(cents, null),
  more: fc.constant([]),
});

const otherCoverage: Arbitrary<OtherCoverage> = fc.record({
  ...coverage,
  relationship: fc.constantFrom("18", "01"),
  adjustments,
  amounts: fc.record({ payerPaid: cents, remaining: cents }, { requiredKeys: [] }),
  assignsBenefits: fc.constantFrom("Y", "N"),
  signatureSource: fc.constantFrom("", "P"),
  releases: fc.constantFrom("Y", "I"),
  person: party("insured", { address: maybe(address, null) }),
  payer: party("payer", { paidOn: maybe<string | null>(date, null) }),
  providers: fc.constant([]),
  more: fc.constant([]),
});

const line: Arbitrary<ServiceLine> = fc.record({
  number: fc.constant(0),
  procedure,
  chargeCents: cents,
  unit: fc.constantFrom("UN", "MJ"),
  units,
  dates: span.map((service) => ({ service })),
  references: fc.record({ lineControl: word }, { requiredKeys: [] }),
  amounts: fc.constant({}),
  providers: fc.constant([]),
  adjudications: fc.array(adjudication, { maxLength: 2 }),
  more: fc.constant([]),
});

const professionalLine: Arbitrary<ProfessionalLine> = fc
  .tuple(
    line,
    fc.record({
      placeOfService: fc.constantFrom("", "10", "11", "57"),
      pointers: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
      emergency: fc.constantFrom("", "Y"),
      epsdt: fc.constant(""),
      familyPlanning: fc.constant(""),
      copayExempt: fc.constant(""),
    }),
  )
  .map(([common, own]) => ({ ...common, ...own }));

const institutionalLine: Arbitrary<InstitutionalLine> = fc
  .tuple(
    line,
    fc.record({
      revenueCode: fc.constantFrom("0905", "0906", "0912"),
      procedure: maybe<Procedure | null>(procedure, null),
      nonCoveredCents: maybe<number | null>(cents, null),
    }),
  )
  .map(([common, own]) => ({ ...common, ...own }));

const diagnosis = (kind: string): Arbitrary<HealthCode> =>
  fc.record({
    kind: fc.constant(kind),
    code: fc.stringMatching(/^F\d{2,4}$/),
    date: fc.constant(null),
    amountCents: fc.constant(null),
    onAdmission: fc.constantFrom("", "Y"),
  });
const diagnoses = fc
  .tuple(diagnosis("ABK"), fc.array(diagnosis("ABF"), { maxLength: 11 }))
  .map(([first, others]) => [first, ...others]);

const health = (
  kind: string,
  given: Partial<{ [K in keyof HealthCode]: Arbitrary<HealthCode[K]> }>,
) =>
  fc.array(
    fc.record({
      kind: fc.constant(kind),
      code: fc.stringMatching(/^[A-Z0-9]{2}$/),
      date: fc.constant(null),
      amountCents: fc.constant(null),
      onAdmission: fc.constant(""),
      ...given,
    }),
    { maxLength: 3 },
  );
const stayCodes = fc
  .tuple(
    diagnoses,
    health("BI", {
      date: fc.tuple(date, date).map(([from, through]) => ({ from, through, time: null })),
    }),
    health("BH", { date: day }),
    health("BE", { amountCents: cents }),
    health("BG", {}),
  )
  .map((sets): readonly HealthCode[] => sets.flat());

interface Form<Line extends ServiceLine> {
  readonly line: Arbitrary<Line>;
  readonly codes: Arbitrary<readonly HealthCode[]>;
  readonly provider: Arbitrary<Party>;
  readonly facility: readonly string[];
  readonly facilityKind: string;
  readonly dates: Arbitrary<Claim<Line>["dates"]>;
}

const claim = <Line extends ServiceLine>(form: Form<Line>): Arbitrary<Claim<Line>> =>
  fc
    .record({
      billing,
      subscriber,
      patient: maybe<Patient | null>(patient, null),
      control: word,
      chargeCents: fc.constant(0),
      facility: fc.constantFrom(...form.facility),
      facilityKind: fc.constant(form.facilityKind),
      frequency: fc.constantFrom("1", "7", "8"),
      providerSigned: fc.constant("Y"),
      assignment: fc.constantFrom("A", "C"),
      assignsBenefits: fc.constantFrom("Y", "N"),
      releases: fc.constantFrom("Y", "I"),
      signatureSource: fc.constantFrom("", "P"),
      rest: fc.constant([]),
      dates: form.dates,
      references: fc.record(
        {
          priorAuthorization: word,
          payerClaimControl: word,
          clearinghouseTrace: word,
          medicalRecord: word,
        },
        { requiredKeys: [] },
      ),
      amounts: fc.constant({}),
      notes: maybe<{ kind: string; value: string }[]>(
        word.map((value) => [{ kind: "ADD", value }]),
        [],
      ),
      codes: form.codes,
      providers: form.provider.map((one) => [one]),
      otherCoverages: fc.array(otherCoverage, { maxLength: 2 }),
      lines: fc.array(form.line, { minLength: 1, maxLength: 4 }),
      more: fc.constant([]),
    })
    .map((made) => ({
      ...made,
      lines: made.lines.map((one, place) => ({ ...one, number: place + 1 })),
      chargeCents: made.lines.reduce((sum, one) => sum + (one.chargeCents ?? 0), 0),
    }));

/** Professional claims. */
export const professionalClaim: Arbitrary<ProfessionalClaim> = claim({
  line: professionalLine,
  codes: diagnoses,
  provider: party("rendering", { taxonomy: fc.constant("101YA0400X") }),
  facility: ["10", "11", "57"],
  facilityKind: "B",
  dates: fc.record({ admission: day, onset: day }, { requiredKeys: [] }),
});

/** Institutional claims. */
export const institutionalClaim: Arbitrary<InstitutionalClaim> = fc
  .tuple(
    claim({
      line: institutionalLine,
      codes: stayCodes,
      provider: party("attending", { taxonomy: fc.constant("2084P0800X") }),
      facility: ["13", "76", "89"],
      facilityKind: "A",
      dates: span.map((statement) => ({ statement })),
    }),
    fc.record({
      admissionType: fc.constantFrom("1", "3", "9"),
      admissionSource: fc.constantFrom("", "1"),
      patientStatus: fc.constantFrom("01", "30"),
    }),
  )
  .map(([common, own]) => ({ ...common, ...own }));
