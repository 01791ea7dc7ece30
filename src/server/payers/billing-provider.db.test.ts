import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as api from "#domain/payers/billing-provider.api.ts";
import { billingProviderOf } from "#server/payers/billing-provider.service.ts";
import { openContractHouse, type ContractHouse } from "#test/support/contract-house.ts";
import { sampleProvider } from "#test/support/contract-records.ts";

let house: ContractHouse;
beforeAll(async () => {
  house = await openContractHouse();
});
afterAll(() => house.product.close());

const ofSite = (siteId: string) =>
  house.product.inside(house.here, (work) => billingProviderOf(work, siteId));

describe("who bills", () => {
  test("is the site where it bills by itself, else the organization, else nobody yet", async () => {
    const { siteId, billingProviderId } = house.records;
    const { siteId: elsewhere } = house.foreign;
    expect(await ofSite(elsewhere)).toBeNull();
    const whole = await house.done(api.createBillingProvider, sampleProvider);
    expect(whole).toMatchObject({ ...sampleProvider, siteName: null, version: 1 });
    expect((await ofSite(siteId))?.id).toBe(billingProviderId);
    expect((await ofSite(elsewhere))?.id).toBe(whole.id);
    const { rows } = await house.done(api.listBillingProviders, {});
    expect(rows.map((row) => row.id)).toEqual([whole.id, billingProviderId]);
    expect(await house.refused(api.createBillingProvider, sampleProvider)).toMatchObject({
      status: 409,
      code: "billing-provider-exists",
    });
  });

  test.each([
    [
      "a post office box",
      { address: { ...sampleProvider.address, street: "PO Box 12" } },
      "address.street",
    ],
    [
      "five digits of ZIP",
      { address: { ...sampleProvider.address, postalCode: "80202" } },
      "address.postalCode",
    ],
    ["an NPI with a wrong digit", { npi: "2000010018" }, "npi"],
    ["a taxonomy without its X", { taxonomy: "261QR04050" }, "taxonomy"],
    ["a short tax number", { taxId: "93-12345" }, "taxId"],
    [
      "an id longer than the file has room for",
      { submitterId: "A2345678901234567" },
      "submitterId",
    ],
  ])("is not written with %s", async (_, wrong, field) => {
    const { siteId } = house.foreign;
    const refusal = await house.refused(api.createBillingProvider, {
      ...sampleProvider,
      siteId,
      ...wrong,
    });
    expect(refusal).toMatchObject({ status: 400, code: "invalid-input" });
    expect(Object.keys(refusal.fields)).toEqual([field]);
  });

  test("is changed as it was seen, with a history, by who may", async () => {
    const { billingProviderId } = house.records;
    const change = { billingProviderId, version: 1, taxId: "93-1234567", name: "Any Program" };
    const changed = await house.done(api.changeBillingProvider, change);
    expect(changed).toMatchObject({ taxId: "931234567", name: "Any Program", version: 2 });
    expect(
      await house.refused(api.changeBillingProvider, { ...change, name: "Late" }),
    ).toMatchObject({ code: "changed-meanwhile" });
    const { rows } = await house.done(api.listBillingProviderRevisions, { billingProviderId });
    expect(rows[0]?.changes).toHaveProperty("taxId");
    const again = { ...change, version: 2 };
    expect(await house.refused(api.changeBillingProvider, again, house.reader)).toMatchObject({
      status: 403,
    });
    expect(await house.refused(api.changeBillingProvider, again, house.stranger)).toMatchObject({
      status: 404,
    });
  });

  test("names no site of another organization", async () => {
    const input = { ...sampleProvider, siteId: house.foreign.siteId };
    expect(await house.refused(api.createBillingProvider, input)).toMatchObject({ status: 404 });
  });
});
