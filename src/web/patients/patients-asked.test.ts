import { expect, test } from "vitest";
import { searchPatients } from "#domain/patients/patient.api.ts";
import { patientsAsked } from "#web/patients/patients-asked.ts";
import { readTableAddress } from "#web/ui/table-address.ts";

const asked = (address: string) =>
  patientsAsked(readTableAddress("patients", new URLSearchParams(address)));

test.each([
  ["", { q: "" }],
  ["patients.find=June", { q: "June" }],
  ["patients.sort=birthday", { q: "", sort: "birthday", order: "asc" }],
  ["patients.sort=-mrn", { q: "", sort: "mrn", order: "desc" }],
  ["patients.state=retired&patients.pages=3", { q: "", state: "retired" }],
  ["patients.care=in-care", { q: "", care: "in-care" }],
  ["patients.find=June&patients.care=not-in-care", { q: "June", care: "not-in-care" }],
  ["patients.sort=shoes&patients.care=maybe&patients.state=lost", { q: "" }],
])("the address %j asks the register for %j", (address, wanted) => {
  expect(asked(address)).toEqual(wanted);
});

test("however long a search is typed, the server takes it", () => {
  const input = asked(`patients.find=${"x".repeat(500)}`);
  expect(searchPatients.input.safeParse(input).success).toBe(true);
});
