/** A comma only sets thousands apart: `18,50` would be a hundred times what is meant. */
const amount = /^\$?\s*(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/;

/** What somebody typed as dollars in whole cents: `325`, `$18.50`, `1,240.00`. Null where it is no amount. */
export const centsTyped = (text: string): number | null => {
  const parts = amount.exec(text.trim());
  const [, typed = "", fraction = ""] = parts ?? [];
  const whole = typed.replaceAll(",", "");
  if (parts === null) return null;
  return Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
};
