import { expect, test } from "vitest";
import { readTableAddress } from "#web/ui/table-address.ts";
import { narrowedBy } from "#web/ui/table-narrowed.ts";

const filters = [
  { key: "state", label: "State", choices: [{ value: "ready", label: "Ready" }] },
  { key: "payer", label: "Payer", choices: [{ value: "1", label: "Blue Heron" }] },
];
const narrowed = (address: string, findLabel: string | undefined = "Find by name") =>
  narrowedBy(readTableAddress("days", new URLSearchParams(address)), { findLabel, filters });

test("paper says what was searched for and what was chosen, in words", () => {
  expect(narrowed("days.find=marl&days.payer=1")).toEqual([
    "Find by name: marl",
    "Payer: Blue Heron",
  ]);
  expect(narrowed("days.state=ready&claims.payer=1")).toEqual(["State: Ready"]);
  // Whatever narrows the rows is said, even where its name is not known.
  expect(narrowed("days.state=gone")).toEqual(["State: gone"]);
});

test("an order narrows nothing", () => {
  expect(narrowed("days.sort=-total&days.pages=2&days.find=+")).toEqual([]);
});
