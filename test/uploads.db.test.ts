import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#server/platform/ids.ts";
import { probeRoutes } from "#test/probe.api.ts";
import { openTestProduct, type TestPerson, type TestProduct } from "#test/support/test-product.ts";

let product: TestProduct;
let director: TestPerson;
beforeAll(async () => {
  product = await openTestProduct(() => probeRoutes().routes);
  director = await product.addPerson(await product.addOrganization("Probe House"), ["director"]);
});
afterAll(() => product.close());

const boundary = "----probe";
const partOf = (about: string, content: string): string =>
  `--${boundary}\r\ncontent-disposition: form-data; ${about}\r\n\r\n${content}\r\n`;
const fileOf = (bytes: number): string =>
  partOf('name="file"; filename="scan.pdf"', "x".repeat(bytes));

const send = (...parts: readonly string[]) =>
  product.app.inject({
    method: "POST",
    url: "/api/probe/file",
    headers: {
      cookie: `stepwell_session=${director.token}`,
      "idempotency-key": newId(),
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    payload: `${parts.join("")}--${boundary}--\r\n`,
  });

describe("an upload", () => {
  it("is taken up to its limit, whole", async () => {
    expect((await send(fileOf(100_000))).json()).toMatchObject({
      name: "scan.pdf",
      bytes: 100_000,
    });
  });

  it("of one byte more is refused instead of cut", async () => {
    const response = await send(fileOf(100_001));
    expect(response.statusCode).toBe(413);
    expect(response.json()).toMatchObject({ code: "too-large" });
  });

  it("without a file is refused", async () => {
    expect((await send()).json()).toMatchObject({ fields: { file: { code: "missing" } } });
  });

  it("brings nothing beside its file: that would lie in memory, a thousand times a megabyte", async () => {
    const field = partOf('name="note"', "x".repeat(900_000));
    expect((await send(field, fileOf(3))).json()).toMatchObject({ code: "invalid-input" });
    const many = await send(...Array.from({ length: 20 }, () => field), fileOf(3));
    expect(many.json()).toMatchObject({ code: "too-large" });
  });
});
