const mostDigits = 5;

/** What somebody typed as dollars in whole cents: `325`, `$18.50`, `1,240.00`. Null where it is no amount. */
export const centsTyped = (text: string): number | null => {
  const typed = text.replace(/[\s$,]/g, "");
  const parts = /^(\d+)(?:\.(\d{1,2}))?$/.exec(typed);
  const [, whole = "", fraction = ""] = parts ?? [];
  if (parts === null || whole.length > mostDigits) return null;
  return Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
};
