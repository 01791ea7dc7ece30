/**
 * What spreadsheet programs would run as a formula when a cell begins with it (OWASP, CSV injection). Text that looks
 * like one already kept from running counts too: taking one apostrophe away gives back what stood there.
 */
const formula = /^'*[=+\-@\t\r]/;

const cell = (value: string): string => {
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** One record of a CSV file (RFC 4180). A text that looks like a formula is kept from running by an apostrophe. */
export const csvLine = (values: readonly string[]): string => `${values.map(cell).join(",")}\r\n`;
