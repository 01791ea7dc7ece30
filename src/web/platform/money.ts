import { localeTag } from "#web/platform/language.ts";

const formats = new Map<string, Intl.NumberFormat>();

/** Whole cents as people write an amount: `$1,240.00`. */
export const sayMoney = (cents: number): string => {
  const tag = localeTag();
  const known =
    formats.get(tag) ?? new Intl.NumberFormat(tag, { style: "currency", currency: "USD" });
  formats.set(tag, known);
  return known.format(cents / 100);
};
