import { expect, test } from "vitest";
import { billingServices, serviceOf } from "#domain/payers/billing-service.ts";
import { formats } from "#domain/programs/activity-type.ts";
import { modalities } from "#domain/programs/modality.ts";

test.each([
  ["group", "process", "group-therapy"],
  ["group", "relapse-prevention", "group-therapy"],
  ["group", "psychoeducation", "education"],
  ["group", "somatic", "activity-therapy"],
  ["individual", "cbt", "individual-therapy"],
  ["individual", "case-management", "case-management"],
  ["family", "family", "family-therapy"],
  ["multifamily", "psychoeducation", "multifamily-therapy"],
  ["medication", "medication", "medication"],
  ["assessment", "assessment", "assessment"],
  ["case-management", "case-management", "case-management"],
] as const)("%s with %s is %s", (format, modality, service) => {
  expect(serviceOf({ format, modality })).toBe(service);
});

test("whatever an organization does has a service that contracts can name", () => {
  for (const format of formats)
    for (const modality of modalities)
      expect(billingServices).toContain(serviceOf({ format, modality }));
});
