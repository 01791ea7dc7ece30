import { expect, test } from "vitest";
import { organizationFacts, organizationProblems } from "#domain/practice/organization.ts";
import { isStepDone, setupSteps } from "#domain/practice/setup.ts";
import { siteInUse } from "#domain/practice/site.ts";

test("an organization is listed only with a line to call and one for a crisis", () => {
  const listed = { isListed: true, phone: null, crisisPhone: null };
  expect(organizationProblems(listed)).toEqual({
    phone: { code: "needed-for-listing" },
    crisisPhone: { code: "needed-for-listing" },
  });
  expect(organizationProblems({ ...listed, isListed: false })).toEqual({});
  const phones = { phone: "5035550100", crisisPhone: "5035550101" };
  expect(organizationProblems({ ...listed, ...phones })).toEqual({});
});

test("a tax id is nine digits, typed with or without its dash", () => {
  const { taxId } = organizationFacts.shape;
  expect(taxId.parse("93-1234567")).toBe("931234567");
  expect(taxId.parse("")).toBeNull();
  expect(taxId.safeParse("93123456").success).toBe(false);
});

test("a site is in use while a room or a colleague depends on it", () => {
  expect(siteInUse({ roomCount: 0, staffCount: 0 })).toBeNull();
  expect(siteInUse({ roomCount: 0, staffCount: 1 })).toEqual({ rooms: 0, staff: 1 });
  expect(siteInUse({ roomCount: 2, staffCount: 0 })).toEqual({ rooms: 2, staff: 0 });
});

test("nothing is set up in an empty organization, and one administrator is not enough", () => {
  const empty = {
    hasNpi: false,
    hasCrisisPhone: false,
    siteCount: 0,
    roomCount: 0,
    staffCount: 0,
    administratorCount: 1,
  };
  expect(setupSteps.filter((step) => isStepDone(step, empty))).toEqual([]);
  expect(isStepDone("second-administrator", { ...empty, administratorCount: 2 })).toBe(true);
});
