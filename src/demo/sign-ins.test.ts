import { expect, test } from "vitest";
import { cedarBridge } from "#demo/cedar-bridge.ts";
import { demoSignIns, emailOf } from "#demo/sign-ins.ts";

test("the terminal names one person for each view of the product, each an address that signs in", () => {
  const signIns = demoSignIns();
  expect(signIns.map(({ as }) => as)).toEqual([
    "director",
    "therapist",
    "supervisor",
    "admissions",
    "biller",
    "privacy officer",
    expect.stringContaining("member"),
    "director of another organization",
  ]);
  const ofCedarBridge = cedarBridge.people.map((person) => emailOf(cedarBridge, person));
  for (const { as, email } of signIns)
    if (!/member|another/.test(as)) expect(ofCedarBridge).toContain(email);
});
