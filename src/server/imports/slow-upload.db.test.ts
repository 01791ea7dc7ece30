import { once } from "node:events";
import { request as httpRequest, type ClientRequest, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as api from "#domain/imports/import.api.ts";
import { importsRoutes } from "#server/imports/import.routes.ts";
import { newId } from "#server/platform/ids.ts";
import { openTestProduct, type TestPerson, type TestProduct } from "#test/support/test-product.ts";

let product: TestProduct;
let director: TestPerson;
let importId: string;
let origin: string;
beforeAll(async () => {
  product = await openTestProduct(() => importsRoutes);
  const house = await product.addOrganization("Own House");
  director = await product.addPerson(house, ["director"]);
  ({ id: importId } = await product.done(director, api.startImport, {
    kind: "fhir",
    source: "Elsewhere",
  }));
  origin = await product.app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(() => product.close());

const border = "x-x-x";
const head = `--${border}\r\nContent-Disposition: form-data; name="file"; filename="people.ndjson"\r\nContent-Type: application/json\r\n\r\n`;
const person = JSON.stringify({
  resourceType: "Patient",
  id: "1",
  name: [{ family: "Ashgrove", given: ["Ada"] }],
  birthDate: "1980-02-03",
});

/** Writes, and answers when the server has taken it off the wire. */
const written = async (sending: ClientRequest, text: string): Promise<void> => {
  if (!sending.write(text)) await once(sending, "drain");
};

const begun = (): ClientRequest =>
  httpRequest(`${origin}/api/imports/${importId}/files`, {
    method: "POST",
    headers: {
      cookie: `stepwell_session=${director.token}`,
      "idempotency-key": newId(),
      "content-type": `multipart/form-data; boundary=${border}`,
    },
  });

/** More than the buffers between two ends of a wire hold: when this is gone, the server is reading the file. */
const blank = `${" ".repeat(65_535)}\n`;
const blankLines = 400;

const arrivesSlowly = async (): Promise<ClientRequest> => {
  const sending = begun();
  await written(sending, head);
  for (let line = 0; line < blankLines; line += 1) await written(sending, blank);
  return sending;
};

const nobodyHoldsAConnection = (): Promise<void> =>
  vi.waitFor(() => expect(product.pool.idleCount).toBe(product.pool.totalCount), {
    timeout: 20_000,
  });

it("a file that comes slowly holds no connection, and nobody waits for it", async () => {
  const sending = await arrivesSlowly();
  const answered = once(sending, "response") as Promise<[IncomingMessage]>;
  await nobodyHoldsAConnection();
  // The import itself is free, too: somebody else may close it, were they to want that.
  const { rows } = await product.ownerPool.query(
    "select id from stepwell.import_run where id = $1 for update nowait",
    [importId],
  );
  expect(rows).toHaveLength(1);
  sending.end(`${person}\n\r\n--${border}--\r\n`);
  const [response] = await answered;
  response.resume();
  expect(response.statusCode).toBe(200);
  expect(await product.done(director, api.readImport, { importId })).toMatchObject({
    entries: 1,
    files: [{ name: "people.ndjson" }],
  });
});

it("one whose sender goes away changes nothing and leaves nothing open", async () => {
  const sending = await arrivesSlowly();
  sending.on("error", () => undefined);
  sending.destroy();
  await vi.waitFor(
    async () => {
      const { rows } = await product.ownerPool.query(
        "select outcome from stepwell.audit_event where verb = 'import.receive' order by at",
      );
      expect(rows).toHaveLength(2);
      expect(rows[1]?.outcome).not.toBe("done");
    },
    { timeout: 20_000 },
  );
  await nobodyHoldsAConnection();
  const { files } = await product.done(director, api.readImport, { importId });
  expect(files).toHaveLength(1);
});
