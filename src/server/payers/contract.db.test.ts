import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as api from "#domain/payers/contract.api.ts";
import { openContractHouse, type ContractHouse } from "#test/support/contract-house.ts";

let house: ContractHouse;
beforeAll(async () => {
  house = await openContractHouse();
});
afterAll(() => house.product.close());

const reason = "The payer merged with another.";

describe("a contract", () => {
  test("is added with whom it is about, by name", async () => {
    const { siteId, programId, levelOfCareId } = house.records;
    const scope = { planName: "Gold PPO", programId, levelOfCareId };
    const contract = await house.contract("Scoped", scope);
    expect(contract).toMatchObject({ ...scope, siteId: null, siteName: null, version: 1 });
    expect(contract.levelName).not.toBeNull();
    const { contract: read } = await house.done(api.readContract, { contractId: contract.id });
    expect(read).toEqual(contract);
    const { rows } = await house.done(api.listContracts, {});
    expect(rows.map((row) => row.contract.id)).toContain(contract.id);
    const wide = await house.contract("At a site", { siteId });
    expect(wide.siteName).toContain("Site");
  });

  test("is the only one about the same days, whatever the plan's capitals", async () => {
    const first = await house.contract("First", { planName: "Silver" });
    const again = { payerId: first.payerId, name: "Second", planName: "SILVER" };
    expect(await house.refused(api.createContract, again)).toMatchObject({
      status: 409,
      code: "contract-exists",
    });
    await house.contract("Any plan", { payerId: first.payerId });
    const any = { payerId: first.payerId, name: "Any plan again" };
    expect(await house.refused(api.createContract, any)).toMatchObject({ code: "contract-exists" });
  });

  test("of two that come at once, one is kept", async () => {
    const payerId = await house.payer("Twice asked");
    const answers = await Promise.all(
      ["One", "Other"].map((name) =>
        house.product.call(house.biller, api.createContract, { payerId, name }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  test("names no payer, site or program of another organization", async () => {
    const { payerId, siteId, programId } = house.foreign;
    const own = await house.payer("Own payer");
    const facts = { name: "Foreign" };
    for (const input of [
      { ...facts, payerId },
      { ...facts, payerId: own, siteId },
      { ...facts, payerId: own, programId },
    ])
      expect(await house.refused(api.createContract, input)).toMatchObject({ status: 404 });
  });

  test("is changed in whom it is about until a version is confirmed, in its name always", async () => {
    const { levelOfCareId } = house.records;
    const { id: contractId } = await house.contract("Changing");
    const changed = await house.done(api.changeContract, {
      contractId,
      version: 1,
      name: "Changed",
      levelOfCareId,
    });
    expect(changed).toMatchObject({ name: "Changed", levelOfCareId, version: 2 });
    await house.confirmed(contractId, "2026-01-01");
    const elsewhere = { contractId, version: 2, levelOfCareId: null };
    expect(await house.refused(api.changeContract, elsewhere)).toMatchObject({
      code: "contract-confirmed",
    });
    await house.done(api.changeContract, { contractId, version: 2, name: "Changed again" });
    const stale = { contractId, version: 2, name: "Too late" };
    expect(await house.refused(api.changeContract, stale)).toMatchObject({
      code: "changed-meanwhile",
    });
    const { rows } = await house.done(api.listContractRevisions, { contractId });
    expect(rows.map((row) => row.verb)).toEqual(["change", "change", "create"]);
    expect(rows[1]?.changes).toHaveProperty("level");
  });

  test("is retired when no version of it lives, and comes back while nothing took its place", async () => {
    const { id: contractId, payerId } = await house.contract("Ending");
    const { id: contractVersionId } = await house.draft(contractId, "2026-01-01");
    const retire = { contractId, version: 1, reason };
    expect(await house.refused(api.retireContract, retire)).toMatchObject({
      code: "contract-in-use",
      values: { versions: 1 },
    });
    await house.done(api.retireContractVersion, { contractVersionId, version: 1, reason });
    expect((await house.done(api.retireContract, retire)).retiredAt).not.toBeNull();
    await expect(house.draft(contractId, "2026-01-01")).rejects.toThrow("retired");
    await house.contract("In its place", { payerId });
    const back = { contractId, version: 2 };
    expect(await house.refused(api.bringBackContract, back)).toMatchObject({
      code: "contract-exists",
    });
  });

  test("is read by who may, changed by who may, and unknown to others", async () => {
    const { id: contractId } = await house.contract("Walls");
    await house.done(api.readContract, { contractId }, house.reader);
    const change = { contractId, version: 1, name: "By a reader" };
    expect(await house.refused(api.changeContract, change, house.reader)).toMatchObject({
      status: 403,
    });
    expect(await house.refused(api.readContract, { contractId }, house.facilitator)).toMatchObject({
      status: 403,
    });
    expect(await house.refused(api.readContract, { contractId }, house.stranger)).toMatchObject({
      status: 404,
    });
    const { rows } = await house.done(api.listContracts, { state: "all" }, house.stranger);
    expect(rows.map((row) => row.contract.id)).not.toContain(contractId);
  });
});
