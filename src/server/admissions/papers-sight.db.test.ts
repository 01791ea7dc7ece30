import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "#domain/access/roles.ts";
import type { AnyRoute, Input } from "#domain/contract/route.ts";
import {
  addCoverage,
  endCoverage,
  listCoverageRevisions,
  listCoverages,
} from "#domain/coverage/coverage.api.ts";
import { createConsent, listConsentRevisions, listConsents } from "#domain/privacy/consent.api.ts";
import {
  createCourtOrder,
  listCourtOrderRevisions,
  listCourtOrders,
} from "#domain/privacy/court-order.api.ts";
import { listDisclosures, tellInEmergency } from "#domain/privacy/disclosure.api.ts";
import {
  createRestriction,
  listRestrictionRevisions,
  listRestrictions,
} from "#domain/privacy/restriction.api.ts";
import { newId } from "#server/platform/ids.ts";
import {
  addColleague,
  addMember,
  openProgram,
  type Member,
  type Program,
} from "#test/support/note-ground.ts";
import {
  openTestProduct,
  testNow,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";
import { testRoutes } from "#test/support/test-routes.ts";

let product: TestProduct;
let program: Program;
let director: TestPerson;
let open: Member;
let closed: Member;
/** Registered, and never admitted. */
let fresh: Member;

type Papers = Readonly<
  Record<"coverageId" | "consentId" | "courtOrderId" | "restrictionId", string>
>;
const papers = new Map<string, Papers>();

const statusOf = async <R extends AnyRoute>(person: TestPerson, contract: R, input: Input<R>) => {
  const answer = await product.call(person, contract, input);
  return answer.ok ? "yes" : answer.body.status;
};

const consent = {
  kind: "specific",
  discloser: "The program",
  recipientKind: "named-person",
  recipients: ["Rhoda Blackwood"],
  information: ["attendance"],
  purposes: ["employment"],
  expiresAtEvent: "the end of treatment",
  statesRevocation: true,
  statesRedisclosure: false,
  statesRefusal: false,
} as const;
const order = {
  paper: "subpoena",
  kind: "civil",
  court: "District Court",
  enteredOn: "2026-11-02",
  namesPatientOpenly: false,
  gaveNotice: false,
  findsNoOtherWay: false,
  findsPublicInterest: false,
  findsSeriousCrime: false,
  limitsInformation: false,
  limitsRecipients: false,
  limitsFurtherUse: false,
  opensConfidences: false,
  comesWithSubpoena: false,
} as const;
const asked = {
  askedOn: "2026-11-18",
  askedBy: "Juniper Ellsworth",
  askerRelation: "patient",
  recipientKind: "anybody",
  paidInFull: false,
} as const;
const emergency = {
  ground: "consent-not-obtainable",
  recipient: "Dr. Amara Osei",
  affiliation: "Any Hospital",
  toldBy: "Theo Therapist",
  toldAt: "2026-11-19T19:50:00Z",
  nature: "Unresponsive in the waiting room",
  channel: "spoken",
} as const;

const writePapers = async ({ patientId }: Member): Promise<void> => {
  const payerId = newId();
  const coverageId = newId();
  await program.add("payer", {
    id: payerId,
    name: `Payer ${payerId}`,
    kind: "commercial",
    created_at: testNow,
  });
  await program.add("coverage", {
    id: coverageId,
    patient_id: patientId,
    payer_id: payerId,
    rank: 1,
    member_number: "M1",
    relation_to_subscriber: "self",
    effective_from: "2020-01-01",
    created_at: testNow,
  });
  const done = <R extends AnyRoute>(contract: R, input: Input<R>) =>
    product.done(director, contract, input);
  const written = await done(createConsent, {
    patientId,
    ...consent,
    recipients: [...consent.recipients],
    information: [...consent.information],
    purposes: [...consent.purposes],
  });
  const paper = await done(createCourtOrder, {
    patientId,
    ...order,
    recipients: ["Rhoda Blackwood"],
    information: ["attendance"],
  });
  const request = await done(createRestriction, {
    patientId,
    ...asked,
    recipients: [],
    information: ["attendance"],
    purposes: ["operations"],
  });
  await done(tellInEmergency, { patientId, ...emergency, information: ["medications"] });
  papers.set(patientId, {
    coverageId,
    consentId: written.id,
    courtOrderId: paper.id,
    restrictionId: request.id,
  });
};

beforeAll(async () => {
  product = await openTestProduct(testRoutes);
  const here = await product.addOrganization("Stillwater");
  program = await openProgram(product, here);
  director = await product.addPerson(here, ["director"]);
  open = await addMember(program, "Ines", "Carvalho");
  closed = await addMember(program, "Juniper", "Ellsworth");
  fresh = await addMember(program, "Fresh", "Arrival");
  for (const table of ["objective", "goal", "enrollment"])
    await product.ownerPool.query(`delete from stepwell.${table} where patient_id = $1`, [
      fresh.patientId,
    ]);
  for (const member of [open, closed, fresh]) await writePapers(member);
  await product.ownerPool.query(
    "update stepwell.enrollment set label = 'restricted' where patient_id = $1",
    [closed.patientId],
  );
}, 60_000);
afterAll(() => product.close());

/** What each role sees of papers: of somebody registered, of a stay under Part 2, of a restricted one. `no`: nothing is said. */
type Seen = readonly ("yes" | "no" | 403)[];
const all: Seen = ["yes", "yes", "yes"];
const part2: Seen = ["yes", "yes", "no"];
const closedDoor: Seen = [403, 403, 403];
type Kinds = { policies: Seen; consents: Seen; told: Seen };
const inCare: Kinds = { policies: closedDoor, consents: part2, told: closedDoor };
const treats: Kinds = { policies: closedDoor, consents: all, told: closedDoor };
const nothing: Kinds = { policies: closedDoor, consents: closedDoor, told: closedDoor };
const table: Readonly<Partial<Record<Role, Kinds>>> = {
  admissions: { ...inCare, policies: part2 },
  facilitator: inCare,
  nurse: inCare,
  "case-manager": inCare,
  "peer-specialist": inCare,
  therapist: treats,
  supervisor: treats,
  prescriber: treats,
  director: { policies: all, consents: all, told: all },
  "utilization-reviewer": { policies: all, consents: all, told: closedDoor },
  biller: { ...nothing, policies: all },
  "privacy-officer": { ...nothing, consents: all, told: all },
  administrator: nothing,
};

const said = (answer: number | { readonly rows: readonly unknown[] }): "yes" | "no" | number =>
  typeof answer === "number" ? answer : answer.rows.length > 0 ? "yes" : "no";

describe.each(Object.entries(table))("%s", (role, expected) => {
  let person: TestPerson;
  beforeAll(async () => {
    person = await product.addPerson(program.organization, [role as Role]);
  });

  test("sees the papers of whom the work needs, in every list alike", async () => {
    const lists: Record<string, unknown[]> = {};
    const ask = async (name: string, contract: AnyRoute, patientId: string): Promise<void> => {
      const answer = await product.call(person, contract, { patientId });
      const list = answer.ok ? (answer.body as { rows: unknown[] }) : answer.body.status;
      (lists[name] ??= []).push(said(list));
    };
    for (const { patientId } of [fresh, open, closed]) {
      await ask("policies", listCoverages, patientId);
      await ask("consents", listConsents, patientId);
      await ask("orders", listCourtOrders, patientId);
      await ask("restrictions", listRestrictions, patientId);
      await ask("told", listDisclosures, patientId);
    }
    expect(lists).toEqual({
      policies: expected.policies,
      consents: expected.consents,
      orders: expected.consents,
      restrictions: expected.consents,
      told: expected.told,
    });
  });

  test("by their own address they are answered like what is not there", async () => {
    const { coverageId, consentId, courtOrderId, restrictionId } =
      papers.get(closed.patientId) ?? ({} as Papers);
    const answers = [
      await statusOf(person, listCoverageRevisions, { coverageId }),
      await statusOf(person, listConsentRevisions, { consentId }),
      await statusOf(person, listCourtOrderRevisions, { courtOrderId }),
      await statusOf(person, listRestrictionRevisions, { restrictionId }),
    ];
    const status = { yes: "yes", no: 404, 403: 403 } as const;
    const [, , policies = 403] = expected.policies;
    const [, , consents = 403] = expected.consents;
    expect(answers).toEqual([
      status[policies],
      status[consents],
      status[consents],
      status[consents],
    ]);
  });
});

describe("who does not see somebody's papers", () => {
  test("writes none among them, and changes none", async () => {
    const clerk = await product.addPerson(program.organization, ["admissions"]);
    const { patientId } = closed;
    const { rows } = await product.done(director, listCoverages, { patientId });
    const [policy] = rows;
    expect(policy).toBeDefined();
    const written = { ...consent, recipients: ["A"], information: [], purposes: [] };
    const request = { ...asked, recipients: [], information: ["attendance" as const] };
    const another = {
      payerId: policy?.payer.id ?? "",
      memberNumber: "M2",
      relationToSubscriber: "self" as const,
      effectiveFrom: "2026-01-01",
    };
    const end = { endsOn: "2026-11-19", reason: "x", version: 1 };
    for (const refusal of [
      await product.refused(clerk, createConsent, { patientId, ...written }),
      await product.refused(clerk, createRestriction, {
        patientId,
        ...request,
        purposes: ["operations"],
      }),
      await product.refused(clerk, addCoverage, { patientId, ...another }),
      await product.refused(clerk, endCoverage, { coverageId: policy?.id ?? "", ...end }),
    ])
      expect(refusal).toMatchObject({ status: 404, code: "not-found" });
    expect((await product.done(director, listConsents, { patientId })).rows).toHaveLength(1);
  });

  test("still writes down at once what was told in an emergency (42 CFR 2.51(c))", async () => {
    const nurse = await product.addPerson(program.organization, ["nurse"]);
    const { patientId } = closed;
    const input = { patientId, ...emergency, information: ["drug-tests" as const] };
    expect(await product.done(nurse, tellInEmergency, input)).toMatchObject({
      basis: "emergency",
    });
  });

  test("sees them once they treat the person", async () => {
    const manager = await addColleague(product, program.organization, "case-manager", "Mila Novak");
    const { patientId, enrollmentId } = closed;
    expect((await product.done(manager, listConsents, { patientId })).rows).toEqual([]);
    await product.ownerPool.query(
      "update stepwell.enrollment set therapist_staff_id = $1 where id = $2",
      [manager.staffId, enrollmentId],
    );
    expect((await product.done(manager, listConsents, { patientId })).rows).toHaveLength(1);
  });
});
