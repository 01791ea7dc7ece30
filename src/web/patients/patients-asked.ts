import type { searchPatients } from "#domain/patients/patient.api.ts";
import { recordStates } from "#domain/practice/record-state.ts";
import type { Input } from "#domain/contract/route.ts";
import type { TableAddress } from "#web/ui/table-address.ts";

const sorts = ["name", "birthday", "mrn"] as const;
const longestSearch = 120;

/** What the address of the register asks of it. */
export const patientsAsked = (
  table: Pick<TableAddress, "find" | "sort" | "filter">,
): Input<typeof searchPatients> => {
  const sort = sorts.find((one) => one === table.sort?.key);
  const state = recordStates.find((one) => one === table.filter("state"));
  return {
    q: table.find.slice(0, longestSearch),
    ...(state && { state }),
    ...(sort && { sort, order: table.sort?.descending ? "desc" : "asc" }),
  };
};
