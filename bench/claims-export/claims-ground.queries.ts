import { createHash } from "node:crypto";
import type pg from "pg";
import type { ClaimSnapshot } from "#domain/billing/claims/claim-snapshot.ts";
import { newId } from "#server/platform/ids.ts";
import { actAsAutovacuum } from "../ground/autovacuum.queries.ts";
import { insertEveningProgram } from "../ground/evening-program.queries.ts";

/** How many claims are exported at once, and of how many people. */
export const claimCount = 1000;
const peopleCount = 250;
const linesPerClaim = 6;

interface Ids {
  readonly organizationId: string;
  readonly siteId: string;
}

interface Person {
  readonly patientId: string;
  readonly enrollmentId: string;
  readonly coverageId: string;
}

const address = { street: "100 Mill Race Road", unit: null, city: "Denver", state: "CO" } as const;
const clinician = {
  staffId: newId(),
  first: "Clinician",
  last: "Example",
  npi: "1245319599",
  taxonomy: "101YA0400X",
};

const two = (number: number): string => String(number).padStart(2, "0");

const lineOf = (number: number): ClaimSnapshot["lines"][number] => ({
  number,
  serviceDate: `2026-11-${two(number + 1)}`,
  dayChargeId: newId(),
  chargeLineKey: "per-diem",
  procedure: "H0015",
  modifiers: ["HF", "HQ"],
  revenueCode: null,
  unit: "day",
  units: 1,
  chargeCents: 28_333,
  pointers: [1, 2],
  rendering: null,
  placeOfService: null,
  trace: {
    sessions: [
      { sessionId: newId(), minutes: 90, noteId: newId() },
      { sessionId: newId(), minutes: 90, noteId: newId() },
    ],
    rule: { code: "per-diem-reached", values: { minutes: 180 }, source: "Exhibit B" },
    contractVersionId: newId(),
  },
});

const snapshotOf = (claimId: string, number: number, payerId: string): ClaimSnapshot => ({
  claimId,
  control: `SW${String(number).padStart(8, "0")}`,
  form: "professional",
  frequency: "1",
  payerClaimControl: null,
  isTest: false,
  submitter: { name: "Bench", id: "BENCH", contactName: "Any Biller", phone: "3035550140" },
  receiver: { name: "Clearing", id: "CLEARING" },
  billingProvider: {
    name: "Bench",
    npi: "1234567893",
    taxonomy: "261QM0801X",
    taxIdKind: "ein",
    taxId: "000100190",
    address: { ...address, zip: "80203-0110" },
    phone: "3035550140",
  },
  serviceFacility: null,
  attending: null,
  rendering: clinician,
  supervising: null,
  subscriber: {
    first: `Given${number % peopleCount}`,
    last: "Family",
    middle: null,
    suffix: null,
    bornOn: "1990-04-01",
    sex: "F",
    address: { ...address, zip: "80203" },
    relation: "self",
    memberNumber: `X${number % peopleCount}`,
    groupNumber: null,
    filing: "CI",
    sequence: "P",
  },
  patient: null,
  otherCoverages: [],
  payer: { id: payerId, name: "Prairie Health Plan", electronicId: "PHP01" },
  diagnoses: [
    { code: "F10.20", rank: 1 },
    { code: "F32.9", rank: 2 },
  ],
  authorizationNumber: `PA${number}`,
  billType: null,
  placeOfService: "57",
  conditionCodes: [],
  admission: { on: "2026-11-02", type: "3", source: "1", status: "01" },
  statement: { from: "2026-11-02", through: `2026-11-${two(linesPerClaim + 1)}` },
  totalCents: 28_333 * linesPerClaim,
  lines: Array.from({ length: linesPerClaim }, (_, place) => lineOf(place + 1)),
});

const insertClinic = async (owner: pg.Pool, { organizationId, siteId }: Ids) => {
  const { level, program, track } = await insertEveningProgram(owner, { organizationId, siteId });
  const [payerId, contract, versionId] = Array.from({ length: 3 }, newId);
  const run = (text: string, values: readonly unknown[]) =>
    owner.query(text, [organizationId, ...values]);
  await run(
    "insert into stepwell.payer (organization_id, id, name, kind, created_at) values ($1, $2, 'Prairie Health Plan', 'commercial', now())",
    [payerId],
  );
  await run(
    "insert into stepwell.contract (organization_id, id, payer_id, name, created_at) values ($1, $2, $3, 'Any', now())",
    [contract, payerId],
  );
  await run(
    `insert into stepwell.contract_version (organization_id, id, contract_id, number, effective_from, terms, source, created_at, created_by)
      values ($1, $2, $3, 1, '2026-01-01', '{}', 'Any', now(), 'Bench')`,
    [versionId, contract],
  );
  return { level, program, track, payerId: payerId ?? "", versionId };
};

const insertPerson = async (
  owner: pg.Pool,
  organizationId: string,
  clinic: Awaited<ReturnType<typeof insertClinic>>,
  number: number,
): Promise<Person> => {
  const [patientId, enrollmentId, coverageId] = [newId(), newId(), newId()];
  const run = (text: string, values: readonly unknown[]) =>
    owner.query(text, [organizationId, ...values]);
  await run(
    "insert into stepwell.patient (organization_id, id, mrn, given_name, family_name, birth_date, created_at) values ($1, $2, $3, $4, 'Family', '1990-04-01', now())",
    [patientId, `B-${number}`, `Given${number}`],
  );
  await run(
    `insert into stepwell.enrollment (organization_id, id, patient_id, program_id, track_id, level_of_care_id, population, label, admitted_on,
        admission_type, admission_source, patient_status, created_at)
      values ($1, $2, $3, $4, $5, $6, 'adult', 'part-2', '2026-11-02', 'elective', 'self', 'still-in-care', now())`,
    [enrollmentId, patientId, clinic.program, clinic.track, clinic.level],
  );
  await run(
    `insert into stepwell.coverage (organization_id, id, patient_id, payer_id, rank, member_number, relation_to_subscriber, effective_from, created_at)
      values ($1, $2, $3, $4, 1, 'X', 'self', '2026-01-01', now())`,
    [coverageId, patientId, clinic.payerId],
  );
  await run(
    `insert into stepwell.consent (organization_id, id, patient_id, kind, discloser, recipient_kind, recipients, information, purposes, expires_at_event,
        states_revocation, states_redisclosure, states_refusal, signed_on, signed_by, signer_relation, signature_method, template_version, created_at)
      values ($1, $2, $3, 'treatment-payment-operations', 'Bench', 'class', '{third-party-payers,health-plans}', '{attendance,diagnoses,billing}',
        '{treatment,payment,operations}', 'none', true, true, true, '2026-01-02', 'The Patient', 'patient', 'electronic', '1', now())`,
    [newId(), patientId],
  );
  return { patientId, enrollmentId, coverageId };
};

/** People with a policy and a consent, and their claims, checked and ready. */
export const insertReadyClaims = async (owner: pg.Pool, ids: Ids): Promise<void> => {
  const { organizationId } = ids;
  const clinic = await insertClinic(owner, ids);
  const people: Person[] = [];
  for (let number = 0; number < peopleCount; number++)
    people.push(await insertPerson(owner, organizationId, clinic, number));
  for (let number = 0; number < claimCount; number++) {
    const person = people[number % peopleCount];
    const id = newId();
    const snapshot = snapshotOf(id, number, clinic.payerId);
    const text = JSON.stringify(snapshot);
    await owner.query(
      `insert into stepwell.claim (organization_id, id, control, patient_id, enrollment_id, coverage_id, payer_id, contract_version_id, form, frequency,
          is_test, from_date, through_date, line_count, total_cents, snapshot, snapshot_sha256, created_at, label, state)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 'professional', '1', false, '2026-11-02', '2026-11-07', $9, $10, $11, $12, now(), 'part-2', 'ready')`,
      [
        organizationId,
        id,
        snapshot.control,
        person?.patientId,
        person?.enrollmentId,
        person?.coverageId,
        clinic.payerId,
        clinic.versionId,
        snapshot.lines.length,
        snapshot.totalCents,
        text,
        createHash("sha256").update(text).digest(),
      ],
    );
  }
  await actAsAutovacuum(owner);
};

/** Everything the bare ceiling reads. */
export const selectSnapshots = `select snapshot from stepwell.claim
  where organization_id = $1 and state = 'ready' order by id`;
