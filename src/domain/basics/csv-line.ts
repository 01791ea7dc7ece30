/**
 * What spreadsheet programs would run as a formula when a cell begins with it (OWASP, CSV injection), the wide signs of
 * Japanese keyboards among them. Text that looks like one already kept from running counts too: taking one apostrophe away
 * gives back what stood there.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

export type CsvValue = string | number | null;

const cell = (value: CsvValue): string => {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/**
 * One record of a CSV file (RFC 4180). A text that looks like a formula is kept from running by an apostrophe; a
 * number, below zero too, stays one.
 */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(cell).join(",")}\r\n`;

/** Spreadsheet programs take a file for UTF-8 only with this in front. */
export const byteOrderMark = "\uFEFF";
