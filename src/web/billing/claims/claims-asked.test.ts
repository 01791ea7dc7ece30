import { expect, test } from "vitest";
import { claimsAsked, claimsCountedHere, claimsFound } from "#web/billing/claims/claims-asked.ts";
import { readTableAddress } from "#web/ui/table-address.ts";

const asked = (address: string) =>
  claimsAsked(readTableAddress("claims", new URLSearchParams(address)), "2026-11-19");

test.each([
  ["", {}],
  ["claims.state=ready&claims.pages=2", { countsAs: "ready" }],
  ["claims.state=lost&claims.age=8&claims.days=someday", {}],
  ["claims.age=31-60", { age: "31-60" }],
  ["claims.find=SW000042", { q: "SW000042" }],
  ["claims.payer=0198", { payerId: "0198" }],
  ["claims.sort=patient", { sort: "person", order: "asc" }],
  ["claims.sort=-total", { sort: "total", order: "desc" }],
  ["claims.sort=age", { sort: "days", order: "desc" }],
  ["claims.sort=-age", { sort: "days", order: "asc" }],
  ["claims.sort=filing", { sort: "filing", order: "asc" }],
  ["claims.sort=toString", {}],
  ["claims.days=this-month", { from: "2026-11-01", to: "2026-11-30", spanOf: "last-day" }],
  [
    "claims.days=last-month&claims.by=sent",
    { from: "2026-10-01", to: "2026-10-31", spanOf: "sent" },
  ],
  [
    "claims.days=between&claims.from=2026-10-05&claims.by=made",
    { from: "2026-10-05", spanOf: "made" },
  ],
  ["claims.days=between", {}],
  ["claims.from=2026-10-05", {}],
])("the address %j asks the list of claims for %j", (address, wanted) => {
  expect(asked(address)).toEqual({ q: "", ...wanted });
});

test("the address of somebody's claims asks for their name", () => {
  expect(asked(claimsFound("Olumide O'Neil").split("?")[1] ?? "")).toEqual({ q: "Olumide O'Neil" });
});

test("a figure leads to its rows of the same days, whatever was looked at before", () => {
  const search = new URLSearchParams("view=payers&claims.state=held&claims.pages=2&claims.days=x");
  const words = (address: string) => new URLSearchParams(address.split("?")[1]).toString();
  expect(words(claimsCountedHere(search, "asked", "0-30"))).toBe(
    "claims.state=asked&claims.days=x&claims.age=0-30",
  );
});
