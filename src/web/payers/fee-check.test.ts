import { describe, expect, test } from "vitest";
import type { Fee } from "#domain/payers/fee.ts";
import { checkFee, type FeeValues } from "#web/payers/fee-check.ts";

const values: FeeValues = {
  code: "H0015",
  revenueCode: "",
  amount: "325",
  effectiveFrom: "2026-01-01",
  levelOfCareId: "",
};
const fee: Fee = {
  id: "0198c0de-0000-7000-8000-000000000001",
  contractId: "0198c0de-0000-7000-8000-000000000002",
  code: "H0015",
  revenueCode: null,
  levelOfCareId: null,
  levelName: null,
  from: "2026-01-01",
  to: null,
  amountCents: 31_500,
  createdAt: "2026-01-01T12:00:00Z",
  createdBy: "Ada Marsh",
  withdrawnAt: null,
  version: 1,
};

describe("a price as it is typed", () => {
  test("says which price of the same begins that day or later", () => {
    for (const effectiveFrom of ["2026-01-01", "2025-06-01"]) {
      const { effectiveFrom: found } = checkFee({ ...values, code: " h0015", effectiveFrom }, [
        fee,
      ]);
      expect(found?.code).toBe("price-from");
      expect(found?.values?.["amount"]).toBe("$315.00");
      expect(String(found?.values?.["from"])).toMatch(/^Thu Jan 1/);
    }
  });

  test("may begin after that day, or be of something else, or follow one that was withdrawn", () => {
    const withdrawn = { ...fee, withdrawnAt: "2026-01-02T12:00:00Z" };
    expect(checkFee({ ...values, effectiveFrom: "2026-01-02" }, [fee])).toEqual({});
    expect(checkFee({ ...values, revenueCode: "0906" }, [fee])).toEqual({});
    expect(checkFee(values, [withdrawn])).toEqual({});
  });

  test("that is too large says the largest; one that cannot be read says how to write it", () => {
    const amount = { code: "amount-too-big", values: { most: "$100,000.00" } };
    expect(checkFee({ ...values, amount: "1234567" }, [])).toEqual({ amount });
    expect(checkFee({ ...values, amount: "100000" }, [])).toEqual({});
    expect(checkFee({ ...values, amount: "12 dollars" }, [])).toEqual({
      amount: { code: "no-amount" },
    });
  });

  test("that is empty names what is missing, not how it would be written", () => {
    const nothing = { ...values, code: "", amount: "", effectiveFrom: "" };
    expect(checkFee(nothing, [fee])).toMatchObject({
      code: { code: "fee-of-nothing" },
      amount: { code: "required" },
      effectiveFrom: { code: "required" },
    });
  });
});
