import { once } from "node:events";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { exportAudit } from "#domain/audit/audit.api.ts";
import { toRequest } from "#domain/contract/client.ts";
import type { Input } from "#domain/contract/route.ts";
import { auditRoutes } from "#server/audit/audit.routes.ts";
import { newId } from "#server/platform/ids.ts";
import {
  openTestProduct,
  testNow,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let house: TestOrganization;
let officer: TestPerson;
const patientId = newId();
/** More than the buffers between server and reader hold, so that the end of a download can be missed. */
const lines = 40_000;

const fill = async () => {
  await product.ownerPool.query(
    "insert into stepwell.audit_event (organization_id, id, at, outcome, verb, purpose, actor_kind, account_id, actor_name, request_id, address) select $1, gen_random_uuid(), $2::timestamptz - n * interval '1 second', 'read', 'site.read', 'operations', 'staff', gen_random_uuid(), case when n = 1 then '=cmd|''/c calc''!A1' else 'Ines \"Nes\" Ito, LCSW' end, gen_random_uuid(), '10.0.0.4' from generate_series(1, $3::integer) n",
    [house.organizationId, testNow, lines],
  );
  await product.ownerPool.query(
    "insert into stepwell.audit_subject (organization_id, audit_id, patient_id, at) select organization_id, id, $2, at from stepwell.audit_event where organization_id = $1 order by at limit 7",
    [house.organizationId, patientId],
  );
};

beforeAll(async () => {
  product = await openTestProduct(() => auditRoutes({ anchors: null }));
  house = await product.addOrganization("Export House");
  officer = await product.addPerson(house, ["privacy-officer"], "Priya Nair");
  await fill();
});
afterAll(() => product.close());

const download = (input: Input<typeof exportAudit>) =>
  product.app.inject({
    method: "GET",
    url: toRequest(exportAudit, input).url,
    headers: { cookie: `stepwell_session=${officer.token}` },
  });

it("gives a spreadsheet with every line, its formulas kept from running", async () => {
  const response = await download({ format: "csv", verb: "site.read" });
  expect(response.headers["content-type"]).toBe("text/csv; charset=utf-8");
  expect(response.headers["content-disposition"]).toBe(
    'attachment; filename="audit-2026-11-19.csv"',
  );
  expect(response.body.startsWith("\uFEFFid,at,outcome,verb,")).toBe(true);
  const rows = response.body.trimEnd().split("\r\n");
  expect(rows.length).toBe(lines + 1);
  expect(rows[1]).toContain(",'=cmd|'/c calc'!A1,");
  expect(rows[2]).toContain(',"Ines ""Nes"" Ito, LCSW",');
  expect(new Set(rows.slice(1).map((row) => row.split(",")[0])).size).toBe(lines);
});

it("gives one object a line, newest first", async () => {
  const response = await download({ format: "ndjson", verb: "site.read" });
  expect(response.headers["content-type"]).toBe("application/x-ndjson");
  const events = response.body
    .trimEnd()
    .split("\n")
    .map((line): { at: string; patientIds: string[] } => JSON.parse(line));
  expect(events.length).toBe(lines);
  const times = events.map((event) => event.at);
  expect(times).toEqual(times.toSorted().toReversed());
  expect(events.filter((event) => event.patientIds.includes(patientId)).length).toBe(7);
});

it("is written to the trail before the first byte leaves, with the patient it was about", async () => {
  const response = await download({ format: "ndjson", patientId });
  expect(response.body.trimEnd().split("\n").length).toBe(8);
  const { rows } = await product.ownerPool.query(
    "select e.outcome, s.patient_id from stepwell.audit_event e join stepwell.audit_subject s on s.audit_id = e.id where e.organization_id = $1 and e.verb = 'audit.export'",
    [house.organizationId],
  );
  expect(rows).toEqual([{ outcome: "read", patient_id: patientId }]);
});

it("lets go of its connection when the reader goes away in the middle", async () => {
  await product.app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = product.app.server.address() as AddressInfo;
  const asked = request({
    port,
    path: toRequest(exportAudit, { format: "csv" }).url,
    headers: { cookie: `stepwell_session=${officer.token}` },
  });
  asked.on("error", () => {});
  asked.end();
  const [response] = (await once(asked, "response")) as [NodeJS.ReadableStream];
  await once(response, "readable");
  expect(product.pool.idleCount).toBeLessThan(product.pool.totalCount);
  asked.destroy();
  await vi.waitFor(() => expect(product.pool.idleCount).toBe(product.pool.totalCount), {
    timeout: 15_000,
  });
});
