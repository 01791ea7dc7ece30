import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roleNames } from "#domain/access/roles.ts";
import type { AnyRoute } from "#domain/contract/route.ts";
import { logRequests } from "#server/platform/health/request-watch.ts";
import { sampleInputs, type SampleRecords } from "#test/support/samples.ts";
import { addSampleRecords } from "#test/support/sample-records.ts";
import { testRoutes } from "#test/support/test-routes.ts";
import { openTestProduct, type TestPerson, type TestProduct } from "#test/support/test-product.ts";

/** What would give a person away: a name, a mailbox, a number, a street, a password. All made up. */
const giveaways = [
  "Quillonia",
  "featherbone",
  "8085550177",
  "Marrowgate",
  "bluster-kettle-41",
] as const;
const telling =
  "Quillonia quillonia@featherbone.example 8085550177 9 Marrowgate Lane bluster-kettle-41";

let product: TestProduct;
let records: SampleRecords;
let person: TestPerson;

const contracts: readonly AnyRoute[] = testRoutes({} as never)
  .map((route) => route.contract)
  .filter((contract) => contract.reply !== "events");

beforeAll(async () => {
  product = await openTestProduct(testRoutes, { watch: logRequests });
  const house = await product.addOrganization("Quiet House");
  person = await product.addPerson(house, roleNames, "Quillonia Marrowgate");
  await product.addPerson(house, ["administrator"]);
  records = await addSampleRecords(product, house);
});
afterAll(() => product.close());

const isText = (value: unknown): value is string =>
  typeof value === "string" && !/^[0-9a-f]{8}-/.test(value);

/** The sample with a person's data wherever text goes in: some of it is accepted, the rest refused. */
const withPerson = (input: Readonly<Record<string, unknown>>, email: boolean) => ({
  ...Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      name === "email" && email ? "quillonia@featherbone.example" : isText(value) ? telling : value,
    ]),
  ),
  unknown: telling,
});

describe("the log", () => {
  it("holds nothing of a person, whatever every route is given", async () => {
    for (const contract of contracts) {
      const sample = sampleInputs(records)[`${contract.method} ${contract.path}`] ?? {};
      const noPage = contract.path === "/session" && contract.method === "DELETE";
      if (noPage) continue;
      for (const input of [withPerson(sample, true), withPerson(sample, false), sample])
        await product.call(person, contract, input, {
          headers: {
            "user-agent": telling,
            referer: `https://x.example/?q=${encodeURIComponent(telling)}`,
          },
        });
    }
    const url = `/api/sites?q=${encodeURIComponent(telling)}&${encodeURIComponent(telling)}=1`;
    await product.app.inject({
      method: "GET",
      url,
      headers: { cookie: `stepwell_session=${person.token}` },
    });
    await product.app.inject({ method: "GET", url: `/api/${encodeURIComponent(telling)}` });
    await product.app.inject({ method: "POST", url: "/api/sites", payload: telling });

    const log = product.logLines.join("");
    expect(product.logLines.length).toBeGreaterThan(contracts.length);
    expect(giveaways.filter((word) => log.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
    expect(log).not.toContain(person.token);
    expect(log).not.toContain(encodeURIComponent("quillonia@featherbone.example"));
  });

  it("would show it if somebody logged it: the search finds what is there", () => {
    expect(giveaways.filter((word) => telling.toLowerCase().includes(word.toLowerCase()))).toEqual([
      ...giveaways,
    ]);
  });
});
