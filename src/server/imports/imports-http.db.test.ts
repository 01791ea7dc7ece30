import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as api from "#domain/imports/import.api.ts";
import { importsRoutes } from "#server/imports/imports.routes.ts";
import { newId } from "#server/platform/ids.ts";
import { doSteps, rehearsed } from "#test/support/import-files.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let house: TestOrganization;
let director: TestPerson;
let administrator: TestPerson;
let facilitator: TestPerson;
let stranger: TestPerson;
beforeAll(async () => {
  product = await openTestProduct(() => importsRoutes);
  house = await product.addOrganization("Own House");
  const elsewhere = await product.addOrganization("Other House");
  director = await product.addPerson(house, ["director"]);
  administrator = await product.addPerson(house, ["director"]);
  facilitator = await product.addPerson(house, ["facilitator"]);
  stranger = await product.addPerson(elsewhere, ["director"]);
});
afterAll(() => product.close());

const person = (id: string, family: string, more: Record<string, unknown> = {}) => ({
  resourceType: "Patient",
  id,
  name: [{ family, given: ["Ada"] }],
  birthDate: "1990-05-04",
  identifier: [{ system: "urn:elsewhere", value: id }],
  ...more,
});
const lines = (...resources: unknown[]) => [
  { name: "people.ndjson", text: resources.map((one) => JSON.stringify(one)).join("\n") },
];

describe("over HTTP", () => {
  const upload = (who: TestPerson, importId: string, text: string, name = "people.json") => {
    const boundary = "x-x-x";
    const payload = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/json\r\n\r\n${text}\r\n--${boundary}--\r\n`;
    return product.app.inject({
      method: "POST",
      url: `/api/imports/${importId}/files`,
      headers: {
        cookie: `stepwell_session=${who.token}`,
        "idempotency-key": newId(),
        "content-type": `multipart/form-data; boundary=${boundary}`,
      },
      payload,
    });
  };

  it("a file is received, looked at and run, and everything of it is in its history", async () => {
    const { id: importId } = await product.done(administrator, api.startImport, {
      kind: "fhir",
      source: "Elsewhere",
    });
    const text = JSON.stringify({
      resourceType: "Bundle",
      entry: [{ resource: person("h1", "Http") }],
    });
    expect((await upload(administrator, importId, "{")).json()).toMatchObject({
      code: "import-file-broken",
      values: { why: "cut-off", line: 1 },
    });
    expect((await upload(administrator, importId, text)).statusCode).toBe(200);
    expect((await upload(administrator, importId, text)).json()).toMatchObject({
      code: "import-file-twice",
    });
    expect((await upload(stranger, importId, text)).statusCode).toBe(404);
    expect((await upload(facilitator, importId, text)).statusCode).toBe(403);
    const act = { importId, version: 2 };
    const stale = await product.refused(administrator, api.rehearseImport, {
      importId,
      version: 1,
    });
    expect(stale.code).toBe("changed-meanwhile");
    await product.done(administrator, api.rehearseImport, act);
    const looked = await doSteps(product, house, importId);
    await product.done(administrator, api.runImport, { importId, version: looked.version });
    await doSteps(product, house, importId);
    const { rows } = await product.done(administrator, api.listImportRevisions, { importId });
    expect(rows.map(({ verb }) => verb)).toEqual([
      "finish",
      "run",
      "finish",
      "rehearse",
      "receive",
      "create",
    ]);
    const { rows: people } = await product.ownerPool.query(
      "select id from stepwell.patient where family_name = 'Http'",
    );
    const trail = await product.ownerPool.query(
      `select verb, account_id as "accountId" from stepwell.audit_event event join stepwell.audit_subject subject on subject.audit_id = event.id
        where subject.patient_id = $1`,
      [people[0].id],
    );
    expect(trail.rows).toEqual([{ verb: "import.run", accountId: administrator.accountId }]);
  });

  it("what was not taken can be thrown away, once", async () => {
    const run = await rehearsed(product, house, lines(person("d1", "Discarded")));
    const act = { importId: run.id, version: run.version };
    await product.done(director, api.discardImport, act);
    const { rows } = await product.ownerPool.query(
      "select count(*) filter (where content is not null) as kept from stepwell.import_entry where run_id = $1",
      [run.id],
    );
    expect(Number(rows[0].kept)).toBe(0);
    const again = await product.refused(director, api.discardImport, {
      ...act,
      version: act.version + 1,
    });
    expect(again.code).toBe("import-is-over");
  });
});
