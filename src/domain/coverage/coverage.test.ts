import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { authorizationUse } from "#domain/coverage/authorization.ts";
import {
  claimFactsMissing,
  claimSubscriberOf,
  takenApart,
} from "#domain/coverage/claim-subscriber.ts";
import { coversOn, freeRank, overlap } from "#domain/coverage/coverage.ts";

const address = {
  street: "1 Any Street",
  unit: null,
  city: "Denver",
  state: "CO",
  postalCode: "80202",
} as const;
const patient = {
  givenName: "Juniper",
  middleName: null,
  familyName: "Ellsworth",
  nameSuffix: null,
  birthDate: "2009-04-01",
  sexAtBirth: "female",
  address,
} as const;
const own = {
  relationToSubscriber: "self",
  subscriberGivenName: null,
  subscriberMiddleName: null,
  subscriberFamilyName: null,
  subscriberSuffix: null,
  subscriberBirthDate: null,
  subscriberSex: null,
  subscriberAddress: null,
} as const;
const ofParent = {
  ...own,
  relationToSubscriber: "child",
  subscriberGivenName: "Marisol",
  subscriberFamilyName: "Ellsworth",
  subscriberBirthDate: "1980-02-03",
  subscriberSex: "female",
  subscriberAddress: address,
} as const;

describe("the people on a claim (005010X222A1, loops 2010BA and 2010CA)", () => {
  test("are one where the policy is the patient's own, and two where it is not", () => {
    expect(claimSubscriberOf(own, patient)).toMatchObject({
      subscriber: { familyName: "Ellsworth", birthDate: "2009-04-01", address },
      patient: null,
    });
    expect(claimSubscriberOf(ofParent, patient)).toMatchObject({
      subscriber: { givenName: "Marisol", birthDate: "1980-02-03" },
      patient: { givenName: "Juniper", birthDate: "2009-04-01" },
    });
  });

  test.each([
    [own, {}, []],
    [own, { sexAtBirth: null }, ["patient-sex"]],
    [own, { address: null }, ["patient-address"]],
    [ofParent, {}, []],
    [ofParent, { address: null, sexAtBirth: null }, ["patient-sex", "patient-address"]],
    [{ ...ofParent, subscriberFamilyName: null }, {}, ["subscriber-name"]],
    [{ ...ofParent, subscriberBirthDate: null }, {}, ["subscriber-birth-date"]],
    [{ ...ofParent, subscriberSex: null }, {}, ["subscriber-sex"]],
    [{ ...ofParent, subscriberAddress: null }, {}, ["subscriber-address"]],
  ] as const)("%#: lack %o %o: %o", (policy, change, lacks) => {
    expect(claimFactsMissing(policy, { ...patient, ...change })).toEqual(lacks);
  });

  test("a name is taken apart only where that is no guess", () => {
    expect(takenApart("Marisol Ellsworth")).toEqual({ given: "Marisol", family: "Ellsworth" });
    for (const name of ["Ana María de la Cruz", "Cher", "", null])
      expect(takenApart(name)).toBeNull();
  });
});

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, "0")}`);
const span = fc.record({ effectiveFrom: day, effectiveTo: fc.option(day) });

test("policies overlap exactly where a day lies in both", () => {
  const days = Array.from({ length: 28 }, (_, n) => `2026-11-${String(n + 1).padStart(2, "0")}`);
  const inOrder = span.filter(
    (one) => one.effectiveTo === null || one.effectiveTo >= one.effectiveFrom,
  );
  fc.assert(
    fc.property(inOrder, inOrder, (one, other) => {
      expect(overlap(one, other)).toBe(overlap(other, one));
      expect(overlap(one, other)).toBe(days.some((on) => coversOn(one, on) && coversOn(other, on)));
    }),
  );
});

test("the first free place is given, and of four policies the fourth has none", () => {
  expect(freeRank([])).toBe(1);
  expect(freeRank([1, 3])).toBe(2);
  expect(freeRank([2, 1, 3])).toBeUndefined();
});

test.each([
  [
    { units: 12, unit: "days" },
    { used: 4, left: 8 },
  ],
  [
    { units: 3, unit: "days" },
    { used: 4, left: 0 },
  ],
  [
    { units: 12, unit: "sessions" },
    { used: 9, left: 3 },
  ],
  // 599 minutes are nine whole hours.
  [
    { units: 12, unit: "hours" },
    { used: 9, left: 3 },
  ],
  [{ units: 12, unit: "units" }, null],
] as const)("of %o is used and left %o", (allowed, use) => {
  expect(authorizationUse(allowed, { days: 4, sessions: 9, minutes: 599 })).toEqual(use);
});
