import type { listPeople } from "#domain/access/people.api.ts";
import { personStates } from "#domain/access/person.ts";
import { staffRoles } from "#domain/access/roles.ts";
import type { Input } from "#domain/contract/route.ts";
import type { TableAddress } from "#web/ui/table-address.ts";

/** What the address of the list of sign-ins asks of it. */
export const peopleAsked = (
  table: Pick<TableAddress, "find" | "filter">,
): Input<typeof listPeople> => {
  const state = personStates.find((one) => one === table.filter("state"));
  const role = staffRoles.find((one) => one === table.filter("role"));
  return { q: table.find, ...(state && { state }), ...(role && { role }) };
};
