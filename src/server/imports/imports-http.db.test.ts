import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as api from "#domain/imports/import.api.ts";
import { newId } from "#server/platform/ids.ts";
import { doSteps, rehearsed } from "#test/support/import-files.ts";
import {
  linesOf,
  openImportHouse,
  personOf,
  type ImportHouse,
} from "#test/support/import-house.ts";
import type { TestPerson } from "#test/support/test-product.ts";

let house: ImportHouse;
beforeAll(async () => {
  house = await openImportHouse();
});
afterAll(() => house.product.close());

describe("over HTTP", () => {
  const upload = (who: TestPerson, importId: string, text: string, name = "people.json") => {
    const boundary = "x-x-x";
    const payload = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/json\r\n\r\n${text}\r\n--${boundary}--\r\n`;
    return house.product.app.inject({
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
    const { id: importId } = await house.product.done(house.colleague, api.startImport, {
      kind: "fhir",
      source: "Elsewhere",
    });
    const text = JSON.stringify({
      resourceType: "Bundle",
      entry: [{ resource: personOf("h1", "Http") }],
    });
    expect((await upload(house.colleague, importId, "{")).json()).toMatchObject({
      code: "import-file-broken",
      values: { why: "cut-off", line: 1 },
    });
    expect((await upload(house.colleague, importId, text)).statusCode).toBe(200);
    expect((await upload(house.colleague, importId, text)).json()).toMatchObject({
      code: "import-file-twice",
    });
    expect((await upload(house.stranger, importId, text)).statusCode).toBe(404);
    expect((await upload(house.facilitator, importId, text)).statusCode).toBe(403);
    const act = { importId, version: 2 };
    const stale = await house.product.refused(house.colleague, api.rehearseImport, {
      importId,
      version: 1,
    });
    expect(stale.code).toBe("changed-meanwhile");
    await house.product.done(house.colleague, api.rehearseImport, act);
    const looked = await doSteps(house.product, house.here, importId);
    await house.product.done(house.colleague, api.runImport, { importId, version: looked.version });
    await doSteps(house.product, house.here, importId);
    const { rows } = await house.product.done(house.colleague, api.listImportRevisions, {
      importId,
    });
    expect(rows.map(({ verb }) => verb)).toEqual([
      "finish",
      "run",
      "finish",
      "rehearse",
      "receive",
      "create",
    ]);
    const { rows: people } = await house.product.ownerPool.query(
      "select id from stepwell.patient where family_name = 'Http'",
    );
    const trail = await house.product.ownerPool.query(
      `select verb, account_id as "accountId" from stepwell.audit_event event join stepwell.audit_subject subject on subject.audit_id = event.id
        where subject.patient_id = $1`,
      [people[0].id],
    );
    expect(trail.rows).toEqual([{ verb: "import.run", accountId: house.colleague.accountId }]);
  });

  it("what was not taken can be thrown away, once", async () => {
    const run = await rehearsed(house.product, house.here, linesOf(personOf("d1", "Discarded")));
    const act = { importId: run.id, version: run.version };
    await house.product.done(house.director, api.discardImport, act);
    const { rows } = await house.product.ownerPool.query(
      "select count(*) filter (where content is not null) as kept from stepwell.import_entry where run_id = $1",
      [run.id],
    );
    expect(Number(rows[0].kept)).toBe(0);
    const again = await house.product.refused(house.director, api.discardImport, {
      ...act,
      version: act.version + 1,
    });
    expect(again.code).toBe("import-is-over");
  });
});
