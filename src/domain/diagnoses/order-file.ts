/** A code of an edition that may be used, with its words. */
export interface OrderedCode {
  readonly code: string;
  readonly description: string;
}

type OrderFile =
  | { readonly ok: true; readonly codes: readonly OrderedCode[] }
  /** The first line that is none of an order file, counted from 1. */
  | { readonly ok: false; readonly line: number };

/** Order number, code, whether it may be used, short words of sixty places, whole words. */
const orderLine = /^\d{5} ([A-Z][0-9][0-9A-Z]{1,5}) {1,5}([01]) .{60} (\S.*?)\s*$/u;
const categoryLength = 3;

const dotted = (code: string): string =>
  code.length <= categoryLength
    ? code
    : `${code.slice(0, categoryLength)}.${code.slice(categoryLength)}`;

/**
 * Reads the order file of an ICD-10-CM edition (`icd10cm_order_2026.txt` of the National Center for Health Statistics, public
 * domain): lines of fixed width. Headings, which nobody may be billed under, are left out.
 */
export const readOrderFile = (text: string): OrderFile => {
  const codes: OrderedCode[] = [];
  const lines = text.split(/\r?\n/u);
  while (lines.at(-1)?.trim() === "") lines.pop();
  if (lines.length === 0) return { ok: false, line: 1 };
  for (const [place, line] of lines.entries()) {
    const [, code, isUsable, description] = orderLine.exec(line) ?? [];
    if (code === undefined || description === undefined) return { ok: false, line: place + 1 };
    if (isUsable === "1") codes.push({ code: dotted(code), description });
  }
  return { ok: true, codes };
};
