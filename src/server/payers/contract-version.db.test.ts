import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chooseContract } from "#domain/payers/choose-contract.ts";
import * as api from "#domain/payers/contract.api.ts";
import {
  contractsInForce,
  findContractInForce,
} from "#server/payers/contracts-in-force.service.ts";
import { openContractHouse, type ContractHouse } from "#test/support/contract-house.ts";
import { sampleTerms } from "#test/support/contract-records.ts";

let house: ContractHouse;
beforeAll(async () => {
  house = await openContractHouse();
});
afterAll(() => house.product.close());

const reason = "The payer ended the plan.";

const versionsOf = async (contractId: string) =>
  (await house.done(api.readContract, { contractId })).versions;

describe("a version of a contract", () => {
  test("is drafted, changed, tested and confirmed, and then stays what it is", async () => {
    const { id: contractId } = await house.contract("Through its life");
    const draft = await house.draft(contractId, "2026-01-01");
    expect(draft).toMatchObject({
      number: 1,
      state: "draft",
      publishedAt: null,
      terms: sampleTerms,
    });
    const of = { contractVersionId: draft.id };
    const terms = { ...sampleTerms, timelyFilingDays: 90 };
    await house.done(api.changeContractVersion, { ...of, version: 1, terms });
    await house.done(api.testContractVersion, { ...of, version: 2 });
    const late = { ...of, version: 3, terms: sampleTerms };
    expect(await house.refused(api.changeContractVersion, late)).toMatchObject({
      code: "version-not-draft",
      values: { state: "testing" },
    });
    const confirmed = await house.done(api.confirmContractVersion, { ...of, version: 3 });
    expect(confirmed).toMatchObject({ state: "confirmed", version: 4 });
    expect(confirmed.publishedAt).not.toBeNull();
    expect((await versionsOf(contractId))[0]).toEqual(confirmed);
    for (const back of [api.testContractVersion, api.confirmContractVersion])
      expect(await house.refused(back, { ...of, version: 4 })).toMatchObject({
        code: "version-state",
      });
    const { rows } = await house.done(api.listContractVersionRevisions, of);
    expect(rows.map((row) => row.verb)).toEqual(["confirm", "test", "change", "create"]);
  });

  test("cannot be changed behind the service's back either", async () => {
    const { id: contractId } = await house.contract("In the database");
    const { id } = await house.confirmed(contractId, "2026-01-01");
    const set = (what: string) =>
      house.product.ownerPool.query(
        `update stepwell.contract_version set ${what} where organization_id = $1 and id = $2`,
        [house.here.organizationId, id],
      );
    await expect(set("terms = '{}'")).rejects.toThrow("never change");
    await expect(set("source = 'Another'")).rejects.toThrow("never change");
    await expect(set("state = 'draft'")).rejects.toThrow("only goes on");
  });

  test("says every field that does not fit, and needs a source", async () => {
    const { id: contractId } = await house.contract("Badly drafted");
    const terms = { ...sampleTerms, billType: null, services: [] };
    const input = { contractId, effectiveFrom: "2026-01-01", terms, source: "Exhibit B" };
    const refusal = await house.refused(api.draftContractVersion, input);
    expect(refusal).toMatchObject({ status: 409, code: "terms-do-not-fit" });
    expect(Object.keys(refusal.fields).toSorted()).toEqual([
      "belowMinimum",
      "billType",
      "services",
    ]);
    const bare = { contractId, effectiveFrom: "2026-01-01", terms: sampleTerms, source: " " };
    expect((await house.refused(api.draftContractVersion, bare)).fields).toHaveProperty("source");
    const backwards = { ...bare, source: "Exhibit B", effectiveTo: "2025-12-31" };
    expect(await house.refused(api.draftContractVersion, backwards)).toMatchObject({
      code: "dates-out-of-order",
    });
  });

  test("ends the one before when it is confirmed, and does not come before a later one", async () => {
    const { id: contractId } = await house.contract("Year by year");
    const first = await house.confirmed(contractId, "2025-01-01");
    await house.confirmed(contractId, "2026-01-01");
    const [newest, oldest] = await versionsOf(contractId);
    expect([oldest?.id, oldest?.effectiveTo, oldest?.state]).toEqual([
      first.id,
      "2025-12-31",
      "confirmed",
    ]);
    expect([newest?.number, newest?.effectiveTo]).toEqual([2, null]);
    const between = await house.draft(contractId, "2025-06-01");
    const confirm = { contractVersionId: between.id, version: 1 };
    expect(await house.refused(api.confirmContractVersion, confirm)).toMatchObject({
      code: "version-follows-later",
      values: { from: "2026-01-01" },
    });
  });

  test("of two confirmed at once, both begin on days of their own", async () => {
    const { id: contractId } = await house.contract("At once");
    const drafts = await Promise.all(
      ["2026-03-01", "2026-03-01"].map((from) => house.draft(contractId, from)),
    );
    const answers = await Promise.all(
      drafts.map(({ id: contractVersionId, version }) =>
        house.product.call(house.biller, api.confirmContractVersion, {
          contractVersionId,
          version,
        }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(new Set(drafts.map(({ number }) => number)).size).toBe(2);
  });

  test("is retired with its last day, and bills until then", async () => {
    const { id: contractId, payerId } = await house.contract("Given notice");
    const { id: contractVersionId, version } = await house.confirmed(contractId, "2026-01-01");
    const of = { contractVersionId, version, reason };
    expect(await house.refused(api.retireContractVersion, of)).toMatchObject({
      code: "last-day-missing",
    });
    const before = { ...of, lastDay: "2025-12-30" };
    expect(await house.refused(api.retireContractVersion, before)).toMatchObject({
      code: "dates-out-of-order",
    });
    await house.done(api.retireContractVersion, { ...of, lastDay: "2026-11-30" });
    const chosen = (on: string) =>
      house.product.inside(house.here, async (work) => {
        const all = await contractsInForce(work, { payerIds: [payerId], from: on, to: on });
        const { siteId, programId, levelOfCareId } = house.records;
        const answer = chooseContract(all, {
          payerId,
          planName: null,
          siteId,
          programId,
          levelOfCareId,
          on,
        });
        return "none" in answer ? answer.none : answer.version.id;
      });
    expect(await chosen("2026-11-30")).toBe(contractVersionId);
    expect(await chosen("2026-12-01")).toBe("no-contract");
  });

  test("that never should have held makes way for its first day", async () => {
    const { id: contractId } = await house.contract("Wrong from the start");
    const wrong = await house.confirmed(contractId, "2026-01-01");
    await house.done(api.retireContractVersion, {
      contractVersionId: wrong.id,
      version: wrong.version,
      lastDay: "2025-12-31",
      reason,
    });
    expect(await house.confirmed(contractId, "2026-01-01")).toMatchObject({ state: "confirmed" });
  });

  test("is hidden from who may not see contracts, and unknown elsewhere", async () => {
    const { id: contractId } = await house.contract("Hidden");
    const { id: contractVersionId, version } = await house.draft(contractId, "2026-01-01");
    const of = { contractVersionId, version };
    expect(await house.refused(api.testContractVersion, of, house.reader)).toMatchObject({
      status: 403,
    });
    expect(await house.refused(api.testContractVersion, of, house.stranger)).toMatchObject({
      status: 404,
    });
    const foreign = { contractVersionId: house.foreign.contractVersionId };
    expect(await house.refused(api.listContractVersionRevisions, foreign)).toMatchObject({
      status: 404,
    });
  });
});

describe("contracts in force", () => {
  test("come with their prices in one piece, drafts among them, none of other payers", async () => {
    const contract = await house.contract("In force");
    const confirmed = await house.confirmed(contract.id, "2026-01-01");
    const draft = await house.draft(contract.id, "2027-01-01");
    const payerIds = [contract.payerId];
    const asked = (from: string, to: string) =>
      house.product.inside(house.here, (work) => contractsInForce(work, { payerIds, from, to }));
    const now = await asked("2026-11-01", "2026-11-30");
    expect(now.map(({ version }) => version.id)).toEqual([confirmed.id]);
    expect(now[0]?.contract).toMatchObject({ id: contract.id, payerName: contract.payerName });
    const later = await asked("2026-11-01", "2027-01-01");
    expect(later.map(({ version }) => version.id).toSorted()).toEqual(
      [confirmed.id, draft.id].toSorted(),
    );
    expect(await asked("2025-01-01", "2025-12-31")).toEqual([]);
    const one = await house.product.inside(house.here, (work) =>
      findContractInForce(work, draft.id),
    );
    expect(one?.version).toMatchObject({ id: draft.id, state: "draft", terms: sampleTerms });
    const theirs = await house.product.inside(house.here, (work) =>
      findContractInForce(work, house.foreign.contractVersionId),
    );
    expect(theirs).toBeUndefined();
  });
});
