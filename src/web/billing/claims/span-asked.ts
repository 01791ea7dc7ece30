import { addDays } from "#web/platform/days.ts";
import type { TableAddress } from "#web/ui/table-address.ts";

/** Spans of days that a list is narrowed to. */
export const namedSpans = ["this-month", "last-month", "between"] as const;

/** The first and the last day of the month a day lies in. */
const monthOf = (day: string): { from: string; to: string } => {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
};

/** The days a table is narrowed to by its address; null where it is not. Between two days either may be open. */
export const spanAsked = (
  table: Pick<TableAddress, "filter">,
  today: string,
): { readonly from?: string; readonly to?: string } | null => {
  const month = monthOf(today);
  const [from, to] = [table.filter("from"), table.filter("to")];
  if (table.filter("days") === "this-month") return month;
  if (table.filter("days") === "last-month") return monthOf(addDays(month.from, -1));
  if (table.filter("days") !== "between" || (from === "" && to === "")) return null;
  return { ...(from !== "" && { from }), ...(to !== "" && { to }) };
};
