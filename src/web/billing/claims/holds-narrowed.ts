import type { DayHoldCode } from "#domain/billing/charges/day-charge.ts";

/** For this nobody pays yet. */
export const noPolicy: DayHoldCode = "no-coverage";

/** What the address of the holds asks for, narrowed by one word more. Of a payer and of nobody who pays, the last one stands. */
export const holdsNarrowed = (
  search: URLSearchParams,
  word: "code" | "payer",
  value: string,
): URLSearchParams => {
  const next = new URLSearchParams(search);
  if (word === "code" && value === noPolicy) next.delete("payer");
  if (word === "payer" && next.get("code") === noPolicy) next.delete("code");
  next.set(word, value);
  return next;
};
