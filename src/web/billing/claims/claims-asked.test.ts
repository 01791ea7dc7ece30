import { expect, test } from "vitest";
import { claimsAsked, claimsFound } from "#web/billing/claims/claims-asked.ts";
import { readTableAddress } from "#web/ui/table-address.ts";

const asked = (address: string) =>
  claimsAsked(readTableAddress("claims", new URLSearchParams(address)), "2026-11-19");

test.each([
  ["", {}],
  ["claims.state=ready&claims.pages=2", { state: "ready" }],
  ["claims.state=lost&claims.age=8", {}],
  ["claims.age=30", { to: "2026-10-20" }],
  ["claims.find=SW000042", { q: "SW000042" }],
  ["claims.payer=0198", { payerId: "0198" }],
  ["claims.sort=patient", { sort: "person", order: "asc" }],
  ["claims.sort=-total", { sort: "total", order: "desc" }],
  ["claims.sort=toString", {}],
])("the address %j asks the list of claims for %j", (address, wanted) => {
  expect(asked(address)).toEqual({ q: "", ...wanted });
});

test("the address of somebody's claims asks for their name", () => {
  expect(asked(claimsFound("Olumide O'Neil").split("?")[1] ?? "")).toEqual({ q: "Olumide O'Neil" });
});
