import type { claimSpans, listClaims, sumClaims } from "#domain/billing/claims/claim.api.ts";
import {
  claimAges,
  claimCounts,
  type ClaimAge,
  type ClaimCount,
} from "#domain/billing/claims/claim.ts";
import type { Input } from "#domain/contract/route.ts";
import { paths } from "#web/platform/paths.ts";
import { withTableWords, type TableAddress } from "#web/ui/table-address.ts";
import { spanAsked } from "#web/billing/claims/span-asked.ts";

const sorts = {
  patient: "person",
  days: "days",
  payer: "payer",
  age: "days",
  filing: "filing",
  total: "total",
  state: "state",
} as const;
const isSorted = (key: string): key is keyof typeof sorts => Object.hasOwn(sorts, key);

/** Which day of a claim a span is about, as the address says it; the last service day if not otherwise. */
const spansOf: Readonly<Record<string, (typeof claimSpans)[number]>> = {
  made: "made",
  sent: "sent",
};

const claimsBy = (words: Readonly<Record<string, string>>): string =>
  `${paths.claims}?${new URLSearchParams(words).toString()}`;

/** The list, narrowed to a name or a number. */
export const claimsFound = (text: string): string => claimsBy({ "claims.find": text });

/** The list, narrowed to one payer. */
export const claimsOfPayer = (payerId: string): string => claimsBy({ "claims.payer": payerId });

/** The claims that count in one place. */
export const claimsCounted = (place: ClaimCount): string => claimsBy({ "claims.state": place });

/** The same of what the list is narrowed to besides, of one age where that is asked. */
export const claimsCountedHere = (
  search: URLSearchParams,
  place: ClaimCount,
  age?: ClaimAge,
): string => {
  const words = withTableWords("claims", search, { state: place, age: age ?? "" });
  words.delete("view");
  return `${paths.claims}?${words.toString()}`;
};

/** What the list of claims is narrowed by, but for where they count and how old they are: each figure says that itself. */
export const claimsSummed = (
  table: Pick<TableAddress, "find" | "filter">,
  today: string,
): Input<typeof sumClaims> => {
  const payerId = table.filter("payer");
  const span = spanAsked(table, today);
  return {
    q: table.find,
    ...(payerId !== "" && { payerId }),
    ...(span !== null && { ...span, spanOf: spansOf[table.filter("by")] ?? "last-day" }),
  };
};

/** What the address of the list of claims asks of it. `today` decides which month it is. */
export const claimsAsked = (
  table: Pick<TableAddress, "find" | "sort" | "filter">,
  today: string,
): Input<typeof listClaims> => {
  const place = claimCounts.find((one) => one === table.filter("state"));
  const age = claimAges.find((one) => one === table.filter("age"));
  const key = table.sort?.key ?? "";
  // The older a claim, the earlier its last day.
  const isDown = (table.sort?.descending ?? false) !== (key === "age");
  return {
    ...claimsSummed(table, today),
    ...(place && { countsAs: place }),
    ...(age && { age }),
    ...(isSorted(key) && { sort: sorts[key], order: isDown ? "desc" : "asc" }),
  };
};
