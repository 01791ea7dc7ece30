import { expect, test } from "vitest";
import { peopleAsked } from "#web/access/people-asked.ts";
import { readTableAddress } from "#web/ui/table-address.ts";

test.each([
  ["", { q: "" }],
  ["people.find=des&people.sort=name", { q: "des" }],
  ["people.state=invited&people.role=nurse", { q: "", state: "invited", role: "nurse" }],
  ["people.state=lost&people.role=patient", { q: "" }],
])("the address %j asks the list of sign-ins for %j", (address, wanted) => {
  expect(peopleAsked(readTableAddress("people", new URLSearchParams(address)))).toEqual(wanted);
});
