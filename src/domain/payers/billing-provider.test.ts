import { expect, test } from "vitest";
import { billingAddressSchema, isPostOfficeBox } from "#domain/payers/billing-provider.ts";

test.each([
  "P.O. Box 12",
  "PO BOX 12",
  "p o box 9",
  "POBOX 9",
  "Post Office Box 4",
  "Lockbox 771",
  "12 Main, PO Box 3",
])("%s is no street", (street) => {
  expect(isPostOfficeBox(street)).toBe(true);
});

test.each(["12 Boxwood Lane", "4 Polk Street", "88 Post Road"])("%s is a street", (street) => {
  expect(isPostOfficeBox(street)).toBe(false);
});

test("a billing address has nine digits of ZIP", () => {
  const address = { street: "12 Pearl Street", unit: null, city: "Portland", state: "OR" };
  const isFine = (postalCode: string) =>
    billingAddressSchema.safeParse({ ...address, postalCode }).success;
  expect([isFine("97209-0188"), isFine("97209"), isFine("972090188")]).toEqual([
    true,
    false,
    false,
  ]);
});
