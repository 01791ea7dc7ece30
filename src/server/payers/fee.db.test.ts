import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readContract } from "#domain/payers/contract.api.ts";
import { addFee, withdrawFee } from "#domain/payers/fee.api.ts";
import { feeOn } from "#domain/payers/fee.ts";
import { contractsInForce } from "#server/payers/contracts-in-force.service.ts";
import { openContractHouse, type ContractHouse } from "#test/support/contract-house.ts";

let house: ContractHouse;
beforeAll(async () => {
  house = await openContractHouse();
});
afterAll(() => house.product.close());

const reason = "Typed for another payer.";
const facts = (contractId: string, effectiveFrom: string, amountCents: number) => ({
  contractId,
  code: "h0015",
  effectiveFrom,
  amountCents,
});

const spansOf = async (contractId: string) => {
  const { fees } = await house.done(readContract, { contractId });
  return fees.map(({ from, to, amountCents, withdrawnAt }) => [
    from,
    to,
    amountCents,
    withdrawnAt === null,
  ]);
};

describe("a price", () => {
  test("ends the one before it, and is read with the code as it is written", async () => {
    const { id: contractId } = await house.contract("Rising");
    const fee = await house.done(addFee, facts(contractId, "2025-01-01", 30_000));
    expect(fee).toMatchObject({ code: "H0015", revenueCode: null, to: null, version: 1 });
    await house.done(addFee, facts(contractId, "2026-01-01", 31_500));
    expect(await spansOf(contractId)).toEqual([
      ["2026-01-01", null, 31_500, true],
      ["2025-01-01", "2025-12-31", 30_000, true],
    ]);
  });

  test("does not come before or on the day of another of the same", async () => {
    const { id: contractId } = await house.contract("Out of order");
    await house.done(addFee, facts(contractId, "2026-01-01", 30_000));
    for (const from of ["2026-01-01", "2025-06-01"])
      expect(await house.refused(addFee, facts(contractId, from, 100))).toMatchObject({
        status: 409,
        code: "fee-follows-later",
        values: { from: "2026-01-01" },
        fields: { effectiveFrom: { values: { from: "2026-01-01" } } },
      });
    const { levelOfCareId } = house.records;
    await house.done(addFee, { ...facts(contractId, "2025-06-01", 100), levelOfCareId });
  });

  test("is of a code or a revenue code, and of more than nothing", async () => {
    const { id: contractId } = await house.contract("Of something");
    const bare = { contractId, effectiveFrom: "2026-01-01", amountCents: 100 };
    expect(await house.refused(addFee, bare)).toMatchObject({ code: "fee-of-nothing" });
    await house.done(addFee, { ...bare, revenueCode: "0906" });
    const free = { ...bare, code: "H0015", amountCents: 0 };
    expect(await house.refused(addFee, free)).toMatchObject({ status: 400 });
  });

  test("that was a mistake is withdrawn, and the one before holds again", async () => {
    const { id: contractId, payerId } = await house.contract("Mistaken");
    await house.done(addFee, facts(contractId, "2025-01-01", 30_000));
    const wrong = await house.done(addFee, facts(contractId, "2026-01-01", 3));
    const withdraw = { feeId: wrong.id, version: 1, reason };
    await house.done(withdrawFee, withdraw);
    expect(await house.refused(withdrawFee, { ...withdraw, version: 2 })).toMatchObject({
      code: "fee-withdrawn",
    });
    expect(await spansOf(contractId)).toEqual([
      ["2026-01-01", null, 3, false],
      ["2025-01-01", null, 30_000, true],
    ]);
    await house.confirmed(contractId, "2025-01-01");
    const on = "2026-11-19";
    const { levelOfCareId } = house.records;
    const [inForce] = await house.product.inside(house.here, (work) =>
      contractsInForce(work, { payerIds: [payerId], from: on, to: on }),
    );
    const asked = { code: "H0015", revenueCode: null, levelOfCareId, on };
    expect(feeOn(inForce?.fees ?? [], asked)).toBe(30_000);
    await house.done(addFee, facts(contractId, "2026-01-01", 31_500));
  });

  test("of two added at once for the same day, one is kept", async () => {
    const { id: contractId } = await house.contract("Prices at once");
    const answers = await Promise.all(
      [100, 200].map((cents) =>
        house.product.call(house.biller, addFee, facts(contractId, "2026-01-01", cents)),
      ),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409]);
  });

  test("keeps its amount: the application may close it and withdraw it, no more", async () => {
    const { organizationId } = house.here;
    const change = (what: string) =>
      house.product.pool.query(
        `update stepwell.contract_fee set ${what} where organization_id = $1`,
        [organizationId],
      );
    await expect(change("amount_cents = 1")).rejects.toThrow("permission denied");
    await expect(change("code = 'H0001'")).rejects.toThrow("permission denied");
  });

  test("is nobody else's", async () => {
    const { id: contractId } = await house.contract("Own prices");
    const input = facts(contractId, "2026-01-01", 100);
    expect(await house.refused(addFee, input, house.reader)).toMatchObject({ status: 403 });
    expect(await house.refused(addFee, input, house.stranger)).toMatchObject({ status: 404 });
    const foreign = { feeId: house.foreign.feeId, version: 1, reason };
    expect(await house.refused(withdrawFee, foreign)).toMatchObject({ status: 404 });
  });
});
