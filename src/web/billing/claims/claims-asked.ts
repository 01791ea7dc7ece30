import type { listClaims } from "#domain/billing/claims/claim.api.ts";
import { claimStates } from "#domain/billing/claims/claim.ts";
import type { Input } from "#domain/contract/route.ts";
import { addDays } from "#web/platform/days.ts";
import { paths } from "#web/platform/paths.ts";
import type { TableAddress } from "#web/ui/table-address.ts";

export const claimAges = ["7", "30", "60", "90"] as const;

const sorts = {
  patient: "person",
  days: "days",
  payer: "payer",
  total: "total",
  state: "state",
} as const;
const isSorted = (key: string): key is keyof typeof sorts => Object.hasOwn(sorts, key);

/** The list, narrowed to a name or a number. */
export const claimsFound = (text: string): string =>
  `${paths.claims}?${new URLSearchParams({ "claims.find": text }).toString()}`;

/** What the address of the list of claims asks of it. `today` decides how old a claim is. */
export const claimsAsked = (
  table: Pick<TableAddress, "find" | "sort" | "filter">,
  today: string,
): Input<typeof listClaims> => {
  const state = claimStates.find((one) => one === table.filter("state"));
  const age = claimAges.find((one) => one === table.filter("age"));
  const payerId = table.filter("payer");
  const key = table.sort?.key ?? "";
  return {
    q: table.find,
    ...(state && { state }),
    ...(age && { to: addDays(today, -Number(age)) }),
    ...(payerId !== "" && { payerId }),
    ...(isSorted(key) && { sort: sorts[key], order: table.sort?.descending ? "desc" : "asc" }),
  };
};
