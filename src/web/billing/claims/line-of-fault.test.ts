import { expect, test } from "vitest";
import { lineOfFault } from "#web/billing/claims/line-of-fault.ts";

const file = [
  "ISA*00",
  "GS*HC",
  "ST*837*0001",
  "BHT*0019",
  "CLM*SW1*44",
  "SE*4*0001",
  "ST*837*0002",
  "BHT*0019",
  "CLM*SW12*44",
  "CLM*SW2*44",
  "SE*5*0002",
];

test.each([
  ["counts the envelope before it", { claim: "SW1", position: 3 }, 5],
  ["counts from the transaction that holds the claim", { claim: "SW2", position: 4 }, 10],
  ["tells claims apart whose numbers begin alike", { claim: "SW1", position: 2 }, 4],
  ["knows no line beyond the file", { claim: "SW1", position: 40 }, null],
  ["does not guess in which of two transactions it is", { claim: null, position: 2 }, null],
])("%s", (_, fault, line) => {
  expect(lineOfFault(file, fault)).toBe(line);
});

test("counts from the only transaction for what is in no claim", () => {
  expect(lineOfFault(file.slice(0, 6), { claim: null, position: 2 })).toBe(4);
});
