import { afterAll, beforeAll, expect, test } from "vitest";
import { listLookers } from "#domain/audit/audit.api.ts";
import { auditRoutes } from "#server/audit/audit.routes.ts";
import type { AuditEvent } from "#server/platform/audit/audit-event.ts";
import { insertAuditAlone } from "#server/platform/audit/audit.queries.ts";
import { newId } from "#server/platform/ids.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let here: TestOrganization;
let officer: TestPerson;
const patientId = newId();

beforeAll(async () => {
  product = await openTestProduct(() => auditRoutes({ anchors: null }));
  here = await product.addOrganization("Here House");
  officer = await product.addPerson(here, ["privacy-officer"], "Priya Nair");
});
afterAll(() => product.close());

const line = (made: Partial<AuditEvent>): AuditEvent => ({
  organizationId: here.organizationId,
  id: newId(),
  at: "2026-11-18T18:00:00Z",
  outcome: "read",
  verb: "patient.read",
  purpose: "treatment",
  actorKind: "staff",
  accountId: null,
  actorName: "Denise Okafor",
  sessionId: null,
  requestId: newId(),
  address: null,
  record: undefined,
  subjects: [patientId],
  details: {},
  ...made,
});

test("who looked stands once a day, by the clock of the organization, the latest first", async () => {
  const [denise, omar] = [newId(), newId()];
  const byOmar = { accountId: omar, actorName: "Omar Fields" };
  await insertAuditAlone(product.pool, [
    line({ accountId: denise, at: "2026-11-18T18:00:00Z" }),
    line({ accountId: denise, at: "2026-11-18T18:20:00Z", verb: "note.sign", outcome: "done" }),
    // Half past eleven in the evening in Denver, the next day in UTC.
    line({ accountId: denise, at: "2026-11-19T06:30:00Z", actorName: "Denise Okafor-Bell" }),
    line({ ...byOmar, at: "2026-11-19T16:00:00Z", outcome: "refused" }),
    line({ ...byOmar, at: "2026-11-19T17:00:00Z", subjects: [newId()] }),
    line({ actorName: "Stepwell", actorKind: "system", at: "2026-11-17T12:00:00Z" }),
  ]);
  const of = async (input: { from?: string; to?: string }) => {
    const answer = await product.call(officer, listLookers, { patientId, ...input });
    if (!answer.ok) throw new Error(answer.body.code);
    return answer.body;
  };
  const [first, second, third] = [
    {
      on: "2026-11-19",
      accountId: omar,
      name: "Omar Fields",
      lines: 1,
      changes: 0,
      firstAt: "2026-11-19T16:00:00Z",
      lastAt: "2026-11-19T16:00:00Z",
    },
    {
      on: "2026-11-18",
      accountId: denise,
      name: "Denise Okafor-Bell",
      lines: 3,
      changes: 1,
      firstAt: "2026-11-18T18:00:00Z",
      lastAt: "2026-11-19T06:30:00Z",
    },
    { on: "2026-11-17", accountId: null, name: "Stepwell", lines: 1, changes: 0 },
  ];
  expect(await of({})).toMatchObject({ rows: [first, second, third], hasMore: false });
  expect((await of({ from: "2026-11-18", to: "2026-11-18" })).rows).toEqual([second]);
});

test("nobody of another organization is shown, and nobody sees it who may not read the trail", async () => {
  const elsewhere = await product.addOrganization("Elsewhere House");
  const theirs = await product.addPerson(elsewhere, ["privacy-officer"], "Una Reyes");
  const answer = await product.call(theirs, listLookers, { patientId });
  expect(answer).toMatchObject({ status: 200, body: { rows: [] } });
  const director = await product.addPerson(here, ["director"], "Dag Moller");
  expect((await product.call(director, listLookers, { patientId })).status).toBe(403);
});
