import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  exportAudit,
  listAuditEvents,
  listAuditPeople,
  readAuditEvent,
  verifyAudit,
} from "#domain/audit/audit.api.ts";
import type { Role } from "#domain/access/roles.ts";
import type { Input, Output } from "#domain/contract/route.ts";
import { auditRoutes } from "#server/audit/audit.routes.ts";
import { openAnchorFile } from "#server/platform/audit/audit-anchors.ts";
import type { AuditEvent } from "#server/platform/audit/audit-event.ts";
import { sealOnce } from "#server/platform/audit/audit-sealer.ts";
import { insertAuditAlone } from "#server/platform/audit/audit.queries.ts";
import { newId } from "#server/platform/ids.ts";
import {
  later,
  openTestProduct,
  testNow,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

const folder = mkdtempSync(path.join(tmpdir(), "stepwell-audit-routes-"));
const anchors = openAnchorFile(path.join(folder, "anchors.jsonl"));
let product: TestProduct;
let here: TestOrganization;
let officer: TestPerson;

beforeAll(async () => {
  product = await openTestProduct(() => auditRoutes({ anchors }));
  here = await product.addOrganization("Here House");
  officer = await product.addPerson(here, ["privacy-officer"], "Priya Nair");
});
afterAll(async () => {
  await product.close();
  rmSync(folder, { recursive: true, force: true });
});

const eventOf = (organization: TestOrganization, made: Partial<AuditEvent> = {}): AuditEvent => ({
  organizationId: organization.organizationId,
  id: newId(),
  at: testNow,
  outcome: "read",
  verb: "site.read",
  purpose: "operations",
  actorKind: "staff",
  accountId: newId(),
  actorName: "Denise Okafor",
  sessionId: null,
  requestId: newId(),
  address: "10.0.0.4",
  record: { kind: "site", id: newId() },
  subjects: [],
  details: {},
  ...made,
});

const write = async (organization: TestOrganization, made: readonly Partial<AuditEvent>[]) => {
  const events = made.map((one) => eventOf(organization, one));
  await insertAuditAlone(product.pool, events);
  return events.map((event) => event.id);
};

type Found = Output<typeof listAuditEvents>;
const search = async (
  input: Input<typeof listAuditEvents>,
  person: TestPerson = officer,
): Promise<Found> => {
  const answer = await product.call(person, listAuditEvents, input);
  if (!answer.ok) throw new Error(answer.body.code);
  return answer.body;
};
const idsOf = (found: Found) => found.rows.map((row) => row.id);
const seal = () => sealOnce({ ...product.services, anchors });

describe("who may read the trail", () => {
  const readers: readonly Role[] = ["privacy-officer", "auditor", "administrator"];

  it.each([
    "privacy-officer",
    "auditor",
    "administrator",
    "director",
    "therapist",
    "patient",
  ] as const)("%s", async (role) => {
    const person = await product.addPerson(here, [role]);
    const status = readers.includes(role) ? 200 : 403;
    for (const contract of [listAuditEvents, listAuditPeople, verifyAudit])
      expect((await product.call(person, contract, {})).status).toBe(status);
  });

  it("lets the privacy officer alone export it", async () => {
    const auditor = await product.addPerson(here, ["auditor", "administrator"]);
    const input = { format: "csv" } as const;
    expect((await product.call(auditor, exportAudit, input)).status).toBe(403);
    expect((await product.call(undefined, exportAudit, input)).status).toBe(401);
  });

  it("shows nothing of another organization, and answers for its lines as for unknown ones", async () => {
    const elsewhere = await product.addOrganization("Elsewhere House");
    const [id = ""] = await write(elsewhere, [{ accountId: officer.accountId }]);
    expect((await product.call(officer, readAuditEvent, { auditId: id })).status).toBe(404);
    expect((await product.call(officer, readAuditEvent, { auditId: newId() })).status).toBe(404);
    expect(idsOf(await search({ accountId: officer.accountId, verb: "site.read" }))).toEqual([]);
  });
});

describe("a search", () => {
  it("finds by person, patient, record, verb and outcome, alone and together", async () => {
    const accountId = newId();
    const patientId = newId();
    const record = { kind: "site", id: newId() };
    const [byPerson = "", byPatient = "", byBoth = "", byRecord = "", refused = ""] = await write(
      here,
      [
        { accountId, at: later({ minutes: -5 }) },
        { subjects: [patientId, newId()], at: later({ minutes: -4 }) },
        { accountId, subjects: [patientId], at: later({ minutes: -3 }) },
        { record, at: later({ minutes: -2 }) },
        { verb: "room.retire", outcome: "refused", details: { problem: "not-allowed" } },
      ],
    );
    expect(idsOf(await search({ accountId }))).toEqual([byBoth, byPerson]);
    expect(idsOf(await search({ patientId }))).toEqual([byBoth, byPatient]);
    expect(idsOf(await search({ patientId, accountId }))).toEqual([byBoth]);
    expect(idsOf(await search({ recordId: record.id }))).toEqual([byRecord]);
    expect(idsOf(await search({ verb: "room.retire" }))).toEqual([refused]);
    expect(idsOf(await search({ verb: "room.retire", outcome: "refused" }))).toEqual([refused]);
    expect(idsOf(await search({ verb: "room.retire", outcome: "done" }))).toEqual([]);
    const { rows, total } = await search({ verb: "room.retire" });
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      actorName: "Denise Okafor",
      details: { problem: "not-allowed" },
      subjectCount: 0,
      isSealed: false,
      device: null,
    });
  });

  it("takes days on the organization's wall, and moments as they are", async () => {
    const verb = "day.test";
    // Denver is seven hours behind UTC in November.
    const [before = "", first = "", last = "", after = ""] = await write(here, [
      { verb, at: "2026-11-10T06:59:59.999999Z" },
      { verb, at: "2026-11-10T07:00:00Z" },
      { verb, at: "2026-11-11T06:59:59.999999Z" },
      { verb, at: "2026-11-11T07:00:00Z" },
    ]);
    const day = { from: "2026-11-10", to: "2026-11-10" };
    expect(idsOf(await search({ verb, ...day }))).toEqual([last, first]);
    expect(idsOf(await search({ verb, to: "2026-11-09" }))).toEqual([before]);
    expect(idsOf(await search({ verb, from: "2026-11-11" }))).toEqual([after]);
    expect(
      idsOf(await search({ verb, from: "2026-11-10T07:00:00Z", to: "2026-11-11T07:00:00Z" })),
    ).toEqual([last, first]);
  });

  it("gives every line once, page by page, where many share a moment", async () => {
    const verb = "page.test";
    const made = Array.from({ length: 53 }, (_, place) => ({
      verb,
      at: later({ seconds: -(place % 3) }),
      subjects: place % 2 === 0 ? [officer.accountId] : [],
    }));
    const ids = await write(here, made);
    for (const patientId of [undefined, officer.accountId]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      for (;;) {
        const page = await search({
          verb,
          limit: 10,
          ...(cursor !== undefined && { cursor }),
          ...(patientId !== undefined && { patientId }),
        });
        seen.push(...idsOf(page));
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      const wanted = ids.filter((_, place) => patientId === undefined || place % 2 === 0);
      expect(seen.toSorted()).toEqual(wanted.toSorted());
    }
  });

  it("refuses a cursor that is not ours", async () => {
    const answer = await product.call(officer, listAuditEvents, { cursor: "bm90IG91cnM" });
    expect(answer).toMatchObject({ status: 400, body: { fields: { cursor: expect.anything() } } });
  });

  it("says 'more than 10,000' instead of counting on", async () => {
    const many = await product.addOrganization("Many House");
    const reader = await product.addPerson(many, ["auditor"]);
    await product.ownerPool.query(
      "insert into stepwell.audit_event (organization_id, id, at, outcome, verb, purpose, actor_kind, actor_name, request_id) select $1, gen_random_uuid(), $2, 'read', 'site.read', 'operations', 'system', 'Test', gen_random_uuid() from generate_series(1, 10001)",
      [many.organizationId, testNow],
    );
    const found = await search({ verb: "site.read" }, reader);
    expect([found.total, found.hasMoreThanTotal]).toEqual([10_000, true]);
    const fewer = await search({ verb: "site.read", limit: 1, from: "2027-01-01" }, reader);
    expect([fewer.total, fewer.hasMoreThanTotal]).toEqual([0, false]);
  });

  it("names the device while the session is remembered, and leaves itself in the trail", async () => {
    await search({ patientId: officer.accountId, from: "2026-01-01" });
    const [line] = (await search({ accountId: officer.accountId, verb: "audit.search" })).rows;
    expect(line).toMatchObject({ device: "Chrome, Linux", outcome: "read", subjectCount: 1 });
    expect(line?.details).toEqual({ from: "2026-01-01" });
  });
});

describe("one line", () => {
  it("tells its patients and its seal", async () => {
    const patients = [newId(), newId()];
    const [auditId = ""] = await write(here, [{ subjects: patients }]);
    const waiting = await product.call(officer, readAuditEvent, { auditId });
    expect(waiting.body).toMatchObject({ seal: { state: "waiting" }, isSealed: false });
    await seal();
    const sealed = await product.call(officer, readAuditEvent, { auditId });
    expect(sealed.body).toMatchObject({
      isSealed: true,
      subjectCount: 2,
      subjects: expect.arrayContaining(patients),
      seal: { state: "sealed", number: expect.any(Number), sealedAt: testNow },
    });
    const { rows } = await product.ownerPool.query(
      "select number from stepwell.audit_seal where organization_id = $1 and $2 = any(audit_ids)",
      [here.organizationId, auditId],
    );
    expect(sealed.body).toMatchObject({ seal: { number: rows[0].number } });
  });

  it("that came around the door is said to be outside", async () => {
    const other = await product.addOrganization("Outside House");
    const reader = await product.addPerson(other, ["auditor"]);
    const [auditId = ""] = await write(other, [{}]);
    await product.ownerPool.query(
      "delete from stepwell.audit_unsealed where organization_id = $1 and audit_id = $2",
      [other.organizationId, auditId],
    );
    const answer = await product.call(reader, readAuditEvent, { auditId });
    expect(answer.body).toMatchObject({ seal: { state: "outside" } });
  });
});

it("lists everybody in the trail once, by their latest name", async () => {
  const other = await product.addOrganization("People House");
  const reader = await product.addPerson(other, ["auditor"], "Amir Haddad");
  const accountId = newId();
  await write(other, [
    { accountId, actorName: "Rosa Delgado", at: later({ hours: -1 }) },
    { accountId, actorName: "Rosa Ibarra", at: later({ minutes: -1 }) },
    { accountId: null, actorKind: "system", actorName: "Errands" },
  ]);
  await product.call(reader, listAuditEvents, {});
  const answer = await product.call(reader, listAuditPeople, {});
  expect(answer.body).toEqual({
    rows: [
      { accountId: reader.accountId, name: "Amir Haddad", lastAt: testNow },
      { accountId, name: "Rosa Ibarra", lastAt: later({ minutes: -1 }) },
    ],
    hasMore: false,
  });
});

describe("the verification", () => {
  it("answers for one organization, with its denominators", async () => {
    const other = await product.addOrganization("Sealed House");
    const reader = await product.addPerson(other, ["auditor"]);
    await write(other, [{}, {}, {}]);
    await seal();
    const whole = await product.call(reader, verifyAudit, {});
    expect(whole.body).toEqual({
      isIntact: true,
      isWhole: true,
      sealedEvents: 3,
      waitingEvents: 0,
      seals: 1,
      sealedUntil: testNow,
      anchors: 1,
      findings: [],
      findingsInAll: 0,
      checkedAt: testNow,
    });
    await product.ownerPool.query(
      "update stepwell.audit_event set actor_name = 'Nobody' where organization_id = $1 and verb = 'site.read'",
      [other.organizationId],
    );
    const altered = await product.call(reader, verifyAudit, { newest: 1 });
    expect(altered.body).toMatchObject({ isIntact: false, findingsInAll: 3 });
  });
});
