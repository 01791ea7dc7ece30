import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "#domain/access/roles.ts";
import type { AnyRoute, Input } from "#domain/contract/route.ts";
import {
  addCoverage,
  endCoverage,
  listCoverageRevisions,
  listCoverages,
} from "#domain/coverage/coverage.api.ts";
import { createContact, listContactRevisions, listContacts } from "#domain/patients/contact.api.ts";
import { createConsent, listConsentRevisions, listConsents } from "#domain/privacy/consent.api.ts";
import { listCourtOrderRevisions, listCourtOrders } from "#domain/privacy/court-order.api.ts";
import { listDisclosures, tellInEmergency } from "#domain/privacy/disclosure.api.ts";
import {
  createRestriction,
  listRestrictionRevisions,
  listRestrictions,
} from "#domain/privacy/restriction.api.ts";
import {
  addColleague,
  addMember,
  openProgram,
  type Member,
  type Program,
} from "#test/support/note-ground.ts";
import { openTestProduct, type TestPerson, type TestProduct } from "#test/support/test-product.ts";
import {
  asked,
  consent,
  emergency,
  writePapers,
  type Papers,
} from "#test/support/person-papers.ts";
import { testRoutes } from "#test/support/test-routes.ts";

let product: TestProduct;
let program: Program;
let director: TestPerson;
let open: Member;
let closed: Member;
/** Registered, and never admitted. */
let fresh: Member;

const papers = new Map<string, Papers>();

const statusOf = async <R extends AnyRoute>(person: TestPerson, contract: R, input: Input<R>) => {
  const answer = await product.call(person, contract, input);
  return answer.ok ? "yes" : answer.body.status;
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
  const writer = { product, program, director };
  for (const { patientId } of [open, closed, fresh])
    papers.set(patientId, await writePapers(writer, patientId));
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
/** People around somebody are seen like consents, save where somebody reads the register and no consents. */
type Kinds = { policies: Seen; consents: Seen; told: Seen; contacts?: Seen };
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
  biller: { ...nothing, policies: all, contacts: ["yes", "no", "no"] },
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

  const contacts = expected.contacts ?? expected.consents;

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
      await ask("contacts", listContacts, patientId);
    }
    expect(lists).toEqual({
      policies: expected.policies,
      consents: expected.consents,
      orders: expected.consents,
      restrictions: expected.consents,
      told: expected.told,
      contacts,
    });
  });

  test("by their own address they are answered like what is not there", async () => {
    const { coverageId, consentId, courtOrderId, restrictionId, contactId } =
      papers.get(closed.patientId) ?? ({} as Papers);
    const answers = [
      await statusOf(person, listCoverageRevisions, { coverageId }),
      await statusOf(person, listConsentRevisions, { consentId }),
      await statusOf(person, listCourtOrderRevisions, { courtOrderId }),
      await statusOf(person, listRestrictionRevisions, { restrictionId }),
      await statusOf(person, listContactRevisions, { contactId }),
    ];
    const status = { yes: "yes", no: 404, 403: 403 } as const;
    const [, , policies = 403] = expected.policies;
    const [, , consents = 403] = expected.consents;
    const [, , around = 403] = contacts;
    expect(answers).toEqual([
      status[policies],
      status[consents],
      status[consents],
      status[consents],
      status[around],
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
      await product.refused(clerk, createContact, { patientId, name: "A", relation: "friend" }),
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
