import { expect, test } from "vitest";
import { sitesAsked, staffAsked } from "#web/practice/practice-asked.ts";
import { readTableAddress } from "#web/ui/table-address.ts";

const read = (name: string, address: string) =>
  readTableAddress(name, new URLSearchParams(address));

test.each([
  ["", { q: "", state: "active", sort: "name", order: "asc" }],
  ["staff.find=mar", { q: "mar", state: "active", sort: "name", order: "asc" }],
  ["staff.sort=-started", { q: "", state: "active", sort: "started", order: "desc" }],
  ["staff.sort=-members", { q: "", state: "active", sort: "members", order: "desc" }],
  ["staff.sort=shoes", { q: "", state: "active", sort: "name", order: "asc" }],
  [
    "staff.position=nurse&staff.site=0198&staff.pages=2",
    { q: "", state: "active", sort: "name", order: "asc", position: "nurse", siteId: "0198" },
  ],
  ["staff.position=juggler", { q: "", state: "active", sort: "name", order: "asc" }],
])("the address %j asks the staff for %j", (address, wanted) => {
  expect(staffAsked(read("staff", address), "active")).toEqual(wanted);
});

test.each([
  ["", { q: "", state: "all", sort: "name", order: "asc" }],
  ["sites.find=har&sites.sort=-city", { q: "har", state: "all", sort: "city", order: "desc" }],
  ["staff.find=mar", { q: "", state: "all", sort: "name", order: "asc" }],
])("the address %j asks the sites for %j", (address, wanted) => {
  expect(sitesAsked(read("sites", address), "all")).toEqual(wanted);
});
