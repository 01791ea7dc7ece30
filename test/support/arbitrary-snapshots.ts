import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import type {
  ClaimSnapshot,
  Clinician,
  InsuredPerson,
  Postal,
  SnapshotLine,
} from "#domain/billing/claims/claim-snapshot.ts";
import { date, maybe, word } from "#test/support/arbitrary-parties.ts";

// Claims as they were billed, of nobody: whatever a record may hold, written by the same mapping as every other claim.

const id = fc.uuid({ version: 7 });
const npi = fc.constantFrom("1234567893", "1245319599", "1679576722");
const state = fc.constantFrom("IA", "WA", "NY");
const zip = fc.constantFrom("50613-0001", "98101", "10001-1234");

const postal: Arbitrary<Postal> = fc.record({
  street: word,
  unit: maybe<string | null>(word, null),
  city: word,
  state,
  zip,
});

const clinician: Arbitrary<Clinician> = fc.record({
  staffId: id,
  first: word,
  last: word,
  npi,
  taxonomy: fc.constantFrom("101YA0400X", "2084P0800X"),
});

const person: Arbitrary<InsuredPerson> = fc.record({
  first: word,
  last: word,
  middle: maybe<string | null>(word, null),
  suffix: maybe<string | null>(fc.constantFrom("JR", "III"), null),
  bornOn: date,
  sex: fc.constantFrom("F", "M", "U"),
  address: postal,
});

const line: Arbitrary<SnapshotLine> = fc.record({
  number: fc.constant(1),
  serviceDate: date,
  dayChargeId: id,
  chargeLineKey: word,
  procedure: fc.constantFrom("H0015", "S9480", "90853"),
  modifiers: fc.uniqueArray(fc.constantFrom("HF", "HQ", "95", "GT"), { maxLength: 4 }),
  revenueCode: fc.constantFrom("0905", "0906"),
  unit: fc.constantFrom("day", "hour"),
  units: fc.integer({ min: 1, max: 12 }),
  chargeCents: fc.integer({ min: 1, max: 5_000_00 }),
  pointers: fc.constant([1]),
  rendering: maybe<Clinician | null>(clinician, null),
  placeOfService: maybe<string | null>(fc.constantFrom("10", "02"), null),
  trace: fc.record({
    sessions: fc.constant([]),
    rule: fc.constant({ code: "per-diem-reached", values: {}, source: "contract" }),
    contractVersionId: id,
  }),
});

const relation = fc.constantFrom("self", "spouse", "child", "other");

const otherCoverage = fc
  .tuple(
    person,
    fc.record({
      relation,
      memberNumber: word,
      groupNumber: maybe<string | null>(word, null),
      filing: fc.constantFrom("CI", "MC"),
      payer: fc.record({ id, name: word, electronicId: word }),
    }),
  )
  .map(([one, policy]) => ({ ...one, ...policy }));

const parts = fc.record({
  claimId: id,
  control: fc.stringMatching(/^SW[0-9]{8}$/),
  payerClaimControl: maybe<string | null>(word, null),
  isTest: fc.boolean(),
  submitter: fc.record({
    name: word,
    id: word,
    contactName: word,
    phone: fc.constant("3195550100"),
  }),
  receiver: fc.record({ name: word, id: word }),
  billingProvider: fc.record({
    name: word,
    npi,
    taxonomy: fc.constant("261QM0801X"),
    taxIdKind: fc.constantFrom("ein", "ssn"),
    taxId: fc.constant("420000001"),
    address: postal,
    phone: fc.constant("3195550100"),
  }),
  serviceFacility: maybe<ClaimSnapshot["serviceFacility"]>(
    fc.record({ name: word, npi: maybe<string | null>(npi, null), address: postal }),
    null,
  ),
  clinicians: fc.record({
    attending: clinician,
    rendering: maybe<Clinician | null>(clinician, null),
    supervising: maybe<Clinician | null>(clinician, null),
  }),
  subscriber: fc
    .tuple(
      person,
      fc.record({
        relation,
        memberNumber: word,
        groupNumber: maybe<string | null>(word, null),
        filing: fc.constantFrom("CI", "MB", "MC"),
        sequence: fc.constantFrom("P", "S"),
      }),
    )
    .map(([one, policy]) => ({ ...one, ...policy })),
  patient: person,
  payer: fc.record({ id, name: word, electronicId: word }),
  otherCoverages: fc.array(otherCoverage, { maxLength: 2 }).map((others) =>
    others.map((other, place) => ({
      ...other,
      sequence: place === 0 ? ("S" as const) : ("T" as const),
    })),
  ),
  diagnoses: fc
    .uniqueArray(fc.constantFrom("F10.20", "F33.1", "F41.1", "F43.10", "F11.20", "Z59.0"), {
      minLength: 1,
      maxLength: 6,
    })
    .map((codes) => codes.map((code, place) => ({ code, rank: place + 1 }))),
  authorizationNumber: maybe<string | null>(word, null),
  placeOfService: fc.constantFrom("11", "57"),
  conditionCodes: maybe<string[]>(fc.constant(["92"]), []),
  admission: fc.record({
    on: date,
    type: fc.constantFrom("1", "3", "9"),
    source: fc.constantFrom("1", "2"),
    status: fc.constantFrom("30", "01"),
  }),
  lines: fc.array(line, { minLength: 1, maxLength: 6 }),
});

/** Claims of one form, as they are kept. */
export const claimSnapshot = (form: ClaimSnapshot["form"]): Arbitrary<ClaimSnapshot> =>
  fc
    .tuple(parts, fc.constantFrom<ClaimSnapshot["frequency"][]>("1", "2", "3", "4", "7", "8"))
    .map(([{ clinicians, ...one }, frequency]) => {
      const lines = one.lines.map((each, place) => ({
        ...each,
        number: place + 1,
        revenueCode: form === "institutional" ? each.revenueCode : null,
        placeOfService: form === "professional" ? each.placeOfService : null,
      }));
      const dates = lines.map((each) => each.serviceDate).toSorted();
      const statement = { from: dates[0] ?? "", through: dates.at(-1) ?? "" };
      return {
        ...one,
        ...clinicians,
        form,
        frequency,
        patient: one.subscriber.relation === "self" ? null : one.patient,
        billType: form === "institutional" ? "13" : null,
        placeOfService: form === "professional" ? one.placeOfService : null,
        statement,
        lines,
        totalCents: lines.reduce((sum, each) => sum + each.chargeCents, 0),
      };
    });

/** Claims of one form that share submitter, receiver and usage, as one file holds them; each with its own number. */
export const claimSnapshots = (form: ClaimSnapshot["form"]): Arbitrary<ClaimSnapshot[]> =>
  fc.array(claimSnapshot(form), { minLength: 1, maxLength: 5 }).map((made) =>
    made.map((one, place) => ({
      ...one,
      control: `${one.control.slice(0, 9)}${place}`,
      submitter: made[0]?.submitter ?? one.submitter,
      receiver: made[0]?.receiver ?? one.receiver,
      isTest: made[0]?.isTest ?? one.isTest,
      // One in two is the same person's, so that claims share their HL.
      ...(place % 2 === 1 && {
        billingProvider: made[0]?.billingProvider ?? one.billingProvider,
        subscriber: made[0]?.subscriber ?? one.subscriber,
        payer: made[0]?.payer ?? one.payer,
        patient: made[0]?.patient ?? null,
      }),
    })),
  );
