import { isOfSame, mostFeeCents, type Fee } from "#domain/payers/fee.ts";
import { centsTyped } from "#domain/payers/typed-amount.ts";
import { sayDate } from "#web/platform/dates.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { sayMoney } from "#web/platform/money.ts";
import type { FieldProblems } from "#web/platform/use-form.ts";

/** A price as it is typed. */
export type FeeValues = {
  readonly code: string;
  readonly revenueCode: string;
  readonly amount: string;
  readonly effectiveFrom: string;
  readonly levelOfCareId: string;
};

const typed = (text: string): string | null => text.trim().toUpperCase() || null;

const amountProblem = (amount: string): FieldProblems => {
  const cents = centsTyped(amount) ?? 0;
  if (cents === 0) return { amount: { code: "no-amount" } };
  return cents > mostFeeCents
    ? { amount: { code: "amount-too-big", values: { most: sayMoney(mostFeeCents) } } }
    : {};
};

/** The price of the same that is in the way: nothing begins before it, or on its day. */
const priceProblem = (values: FeeValues, fees: readonly Fee[]): FieldProblems => {
  const { effectiveFrom } = values;
  const wanted = {
    code: typed(values.code),
    revenueCode: typed(values.revenueCode),
    levelOfCareId: values.levelOfCareId || null,
  };
  const later = fees.find(
    (fee) => fee.withdrawnAt === null && fee.from >= effectiveFrom && isOfSame(fee, wanted),
  );
  if (effectiveFrom === "" || later === undefined) return {};
  const told = { from: sayDate(later.from), amount: sayMoney(later.amountCents) };
  return { effectiveFrom: { code: "price-from", values: told } };
};

/** Everything that stands against a price before the server is asked. `fees` are the contract's, the newest first. */
export const checkFee = (values: FeeValues, fees: readonly Fee[]): FieldProblems => ({
  ...(typed(values.code) === null &&
    typed(values.revenueCode) === null && { code: { code: "fee-of-nothing" } }),
  ...amountProblem(values.amount),
  ...priceProblem(values, fees),
  ...missingOf(values, ["amount", "effectiveFrom"]),
});
