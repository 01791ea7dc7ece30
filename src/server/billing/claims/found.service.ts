import type * as api from "#domain/billing/claims/found.api.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import * as queries from "#server/billing/claims/found.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** Our claims are numbered `SW` and eight digits; who reads one out may say the digits alone. */
const claimNumberOf = (typed: string): string | null => {
  const compact = typed.replace(/\s/g, "").toUpperCase();
  if (/^SW\d+$/.test(compact)) return compact;
  return /^\d{1,8}$/.test(compact) ? `SW${compact.padStart(8, "0")}` : null;
};

/** What these words or this number lead to; a word is looked for among files only where it holds a digit, as each name does. */
export const findBilling = async (
  work: Work,
  { q }: Parsed<typeof api.findBilling>,
): Promise<Output<typeof api.findBilling>> => {
  const number = claimNumberOf(q);
  const hasDigit = /\d/.test(q);
  return {
    claims: number === null ? [] : await queries.findClaims(work, number),
    files: hasDigit ? await queries.findFiles(work, q) : [],
    payers: await queries.findPayers(work, q),
  };
};
