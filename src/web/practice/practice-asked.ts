import type { Input } from "#domain/contract/route.ts";
import { positions } from "#domain/practice/position.ts";
import type { RecordState } from "#domain/practice/record-state.ts";
import type { listSites } from "#domain/practice/site.api.ts";
import type { listStaff } from "#domain/practice/staff.api.ts";
import type { TableAddress } from "#web/ui/table-address.ts";

const staffSorts = ["name", "site", "started", "members"] as const;
const orderOf = ({ sort }: Pick<TableAddress, "sort">) => (sort?.descending ? "desc" : "asc");

/** What the address of the staff asks of the list. */
export const staffAsked = (
  table: Pick<TableAddress, "find" | "sort" | "filter">,
  state: RecordState,
): Input<typeof listStaff> => {
  const position = positions.find(({ code }) => code === table.filter("position"))?.code;
  const siteId = table.filter("site");
  return {
    q: table.find,
    state,
    sort: staffSorts.find((sort) => sort === table.sort?.key) ?? "name",
    order: orderOf(table),
    ...(position !== undefined && { position }),
    ...(siteId !== "" && { siteId }),
  };
};

/** What the address of the sites asks of the list. */
export const sitesAsked = (
  table: Pick<TableAddress, "find" | "sort">,
  state: RecordState,
): Input<typeof listSites> => ({
  q: table.find,
  state,
  sort: table.sort?.key === "city" ? "city" : "name",
  order: orderOf(table),
});
