import { expect, test } from "vitest";
import { servicesOfFee } from "#web/payers/fee-services.ts";
import { contractWith, termOf } from "#test/support/charged-day.ts";

const { terms } = contractWith({
  services: [
    termOf("group-therapy"),
    termOf("individual-therapy", {
      mode: "carved-out",
      procedure: { code: "90834", modifiers: [] },
      revenueCode: "0914",
    }),
    termOf("family-therapy", {
      mode: "carved-out",
      procedure: { code: "90834", modifiers: ["HR"] },
      revenueCode: "0916",
    }),
  ],
}).version;

test("a price is said to be for what the terms pay by its codes, in our words", () => {
  expect(servicesOfFee({ code: "S9480", revenueCode: null }, terms)).toEqual(["day"]);
  expect(servicesOfFee({ code: "90834", revenueCode: null }, terms)).toEqual([
    "individual-therapy",
    "family-therapy",
  ]);
  expect(servicesOfFee({ code: "90834", revenueCode: "0914" }, terms)).toEqual([
    "individual-therapy",
  ]);
});

test("of codes that the terms do not name nothing is said", () => {
  expect(servicesOfFee({ code: "90853", revenueCode: null }, terms)).toEqual([]);
  expect(servicesOfFee({ code: "S9480", revenueCode: null }, null)).toEqual([]);
});
