import type { searchPatients } from "#domain/patients/patient.api.ts";
import { careStates } from "#domain/patients/patient.ts";
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
  const care = careStates.find((one) => one === table.filter("care"));
  return {
    q: table.find.slice(0, longestSearch),
    ...(state && { state }),
    ...(care && { care }),
    ...(sort && { sort, order: table.sort?.descending ? "desc" : "asc" }),
  };
};
