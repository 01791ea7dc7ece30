import { expect, it } from "vitest";
import { lookAtSettings } from "#server/app/doctor/settings-look.ts";
import { readSettings } from "#server/app/settings.ts";

const wrongWith = (environment: Record<string, string>) =>
  lookAtSettings(readSettings({ STEPWELL_PUBLIC_URL: "https://care.example", ...environment }))
    .map((finding) => JSON.stringify(finding))
    .filter((finding) => finding.includes("The demo is on"));

it("a demo that others can reach is wrong", () => {
  expect(wrongWith({ HOST: "0.0.0.0", STEPWELL_DEMO: "1" })).toHaveLength(1);
  expect(wrongWith({ HOST: "0.0.0.0" })).toHaveLength(1);
  expect(wrongWith({ HOST: "0.0.0.0", STEPWELL_DEMO: "0" })).toEqual([]);
  expect(wrongWith({ HOST: "::1", STEPWELL_DEMO: "1" })).toEqual([]);
  expect(wrongWith({})).toEqual([]);
});
