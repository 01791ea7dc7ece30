import type { AnyRoute, Input } from "#domain/contract/route.ts";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import { chargesJobs } from "#server/billing/charges/charges.jobs.ts";
import { dayChargeRoutes } from "#server/billing/charges/day-charge.routes.ts";
import { noteRoutes } from "#server/charting/note.routes.ts";
import { deliver } from "#server/platform/outbox/deliver.ts";
import type { MountedRoute } from "#server/platform/http/on.ts";
import { newId } from "#server/platform/ids.ts";
import { attendanceRoutes } from "#server/scheduling/attendance.routes.ts";
import { contractWith } from "#test/support/charged-day.ts";
import {
  addColleague,
  addMember,
  addSession,
  openProgram,
  type Member,
  type Program,
} from "#test/support/note-ground.ts";
import {
  later,
  openTestProduct,
  testNow,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";
import { signedColumns } from "#test/support/sound-consent.ts";

const made = { created_at: testNow };

/** A payer with a confirmed contract of one price, and what the people of the house have with it. */
const addPayer = async (program: Program, terms: Partial<ContractTerms>) => {
  const { add } = program;
  const ids = { payerId: newId(), contractId: newId(), versionId: newId() };
  await add("payer", { id: ids.payerId, name: "Foxglove Health", kind: "commercial", ...made });
  await add("contract", {
    id: ids.contractId,
    payer_id: ids.payerId,
    name: "Foxglove IOP",
    ...made,
  });
  await add("contract_version", {
    id: ids.versionId,
    contract_id: ids.contractId,
    number: 1,
    state: "confirmed",
    effective_from: "2026-01-01",
    terms: JSON.stringify(contractWith(terms).version.terms),
    source: "Exhibit B",
    created_by: "Test",
    published_at: testNow,
    ...made,
  });
  await add("contract_fee", {
    id: newId(),
    contract_id: ids.contractId,
    code: "S9480",
    effective_from: "2026-01-01",
    amount_cents: 30_000,
    created_by: "Test",
    ...made,
  });
  return ids;
};

const consentFor = (patientId: string) => ({
  id: newId(),
  patient_id: patientId,
  kind: "treatment-payment-operations",
  discloser: "The program",
  recipient_kind: "class",
  recipients: ["third-party-payers", "health-plans"],
  information: ["attendance", "diagnoses", "billing"],
  purposes: ["treatment", "payment", "operations"],
  expires_at_event: "none",
  ...signedColumns,
  ...made,
});

/** What a member of this house has besides a stay: a policy, a diagnosis, a consent. */
const insure = async (program: Program, { patientId, enrollmentId }: Member, payerId: string) => {
  const coverageId = newId();
  await program.add("coverage", {
    id: coverageId,
    patient_id: patientId,
    payer_id: payerId,
    rank: 1,
    member_number: "M1",
    relation_to_subscriber: "self",
    effective_from: "2026-01-01",
    ...made,
  });
  await program.add("enrollment_diagnosis", {
    id: newId(),
    patient_id: patientId,
    enrollment_id: enrollmentId,
    code: "F10.20",
    rank: 1,
    diagnosed_on: "2026-11-02",
    ...made,
  });
  await program.add("consent", consentFor(patientId));
  return coverageId;
};

/** Calls as somebody and expects it to go through, or to be refused. */
const callsOf = (product: TestProduct) => ({
  done: <R extends AnyRoute>(person: TestPerson, contract: R, input: Input<R>) =>
    product.done(person, contract, input),
  async refused<R extends AnyRoute>(person: TestPerson, contract: R, input: Input<R>) {
    const { status, code } = await product.refused(person, contract, input);
    return { status, code };
  },
});

/** Carries out what is in the queue, as the worker would. */
const runErrands = async (product: TestProduct, { organizationId }: TestOrganization) => {
  const handlers = new Map(chargesJobs.map((job) => [job.kind, job]));
  const { rows } = await product.ownerPool.query<{ id: string }>(
    "select id from stepwell.outbox where organization_id = $1 and delivered_at is null order by id",
    [organizationId],
  );
  for (const { id } of rows) await deliver(product.services, handlers, organizationId, id);
};

/** When a session began and ended that began so many minutes after the sixth hour before now. */
const times = (fromMinute: number, minutes: number): [string, string] => [
  later({ minutes: fromMinute - 360 }),
  later({ minutes: fromMinute - 360 + minutes }),
];

/** Signs for everybody who was there, without the walk through the screen. */
const signAll = async (
  { product, program }: { product: TestProduct; program: Program },
  sessionId: string,
  more: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const { rows } = await product.ownerPool.query(
    `select a.*, o.id as objective_id, (select f.id from stepwell.staff f where f.organization_id = a.organization_id limit 1) as staff_id
      from stepwell.attendance a
      join stepwell.objective o on o.organization_id = a.organization_id and o.enrollment_id = a.enrollment_id
     where a.session_id = $1 and a.delivered_minutes > 0`,
    [sessionId],
  );
  for (const seat of rows)
    await program.add("member_note", {
      id: newId(),
      session_id: sessionId,
      patient_id: seat.patient_id,
      enrollment_id: seat.enrollment_id,
      attendance_id: seat.id,
      objective_id: seat.objective_id,
      participation: "some",
      response: "shared",
      progress: "steady",
      risk: "none-noted",
      sentence: "Named one skill",
      starts_at: seat.first_in_at,
      ends_at: seat.last_out_at,
      credited_minutes: seat.credited_minutes,
      service_date: seat.service_date,
      needs_cosignature: false,
      author_staff_id: seat.staff_id,
      account_id: newId(),
      author_name: "Theo Lindqvist",
      signed_at: testNow,
      content_sha256: Buffer.alloc(32),
      label: seat.label,
      ...more,
    });
};

export interface CoveredMember extends Member {
  readonly coverageId: string;
}

const addClaim = async (program: Program, whose: Readonly<Record<string, string>>) => {
  const id = newId();
  await program.add("claim", {
    ...whose,
    id,
    control: id.replaceAll("-", "").slice(-20).toUpperCase(),
    form: "institutional",
    frequency: "1",
    is_test: false,
    from_date: "2026-11-19",
    through_date: "2026-11-19",
    line_count: 1,
    total_cents: 30_000,
    snapshot: "{}",
    snapshot_sha256: Buffer.alloc(32),
    label: "part-2",
    state: "built",
    ...made,
  });
  return id;
};

/** Two organizations; in one a program, a payer with a per diem of three hours, and people who are covered by it. */
export const openChargeHouse = async (
  terms: Partial<ContractTerms> = {},
  routes: readonly MountedRoute[] = [],
) => {
  const product = await openTestProduct(() => [
    ...routes,
    ...dayChargeRoutes,
    ...noteRoutes,
    ...attendanceRoutes,
  ]);
  const here = await product.addOrganization("Stillwater");
  const elsewhere = await product.addOrganization("Harrow Creek");
  const program = await openProgram(product, here);
  const run = (text: string, ...values: readonly unknown[]) =>
    product.ownerPool.query(text, [here.organizationId, ...values]);
  await run("update stepwell.activity_type set serves_per_diem = true where organization_id = $1");
  const payer = await addPayer(program, terms);
  return {
    ...callsOf(product),
    product,
    here,
    program,
    payer,
    run,
    therapist: await addColleague(product, here, "therapist", "Theo Lindqvist"),
    biller: await product.addPerson(here, ["biller"]),
    stranger: await product.addPerson(elsewhere, ["biller"]),
    async member(given: string, family: string): Promise<CoveredMember> {
      const member = await addMember(program, given, family);
      return { ...member, coverageId: await insure(program, member, payer.payerId) };
    },
    /** A group some hours ago, so many minutes after the first could begin; its minutes are credited in full. */
    async group(who: readonly Member[], fromMinute: number, minutes: number): Promise<string> {
      const sessionId = await addSession(program, who, {}, ...times(fromMinute, minutes));
      await run(
        `update stepwell.attendance set scheduled_minutes = $3, delivered_minutes = $3, credited_minutes = $3
          where organization_id = $1 and session_id = $2`,
        sessionId,
        minutes,
      );
      return sessionId;
    },
    /** A claim with nothing in it, for days to be part of. */
    claim: ({ patientId, enrollmentId, coverageId }: CoveredMember): Promise<string> =>
      addClaim(program, {
        patient_id: patientId,
        enrollment_id: enrollmentId,
        coverage_id: coverageId,
        payer_id: payer.payerId,
        contract_version_id: payer.versionId,
      }),
    sign: (sessionId: string, more: Readonly<Record<string, unknown>> = {}) =>
      signAll({ product, program }, sessionId, more),
    runErrands: () => runErrands(product, here),
    close: () => product.close(),
  };
};
export type ChargeHouse = Awaited<ReturnType<typeof openChargeHouse>>;
