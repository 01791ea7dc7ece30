import { expect, test } from "vitest";
import { earnsNothing } from "#domain/billing/claims/earns-nothing.ts";

const code = "claim-needs-correction";
const day = (claimedCents: number, nowCents: number, more = {}) => ({
  code,
  values: { claimedCents, nowCents, ...more },
});

test("a claim earns nothing where each of its days comes to nothing", () => {
  expect(earnsNothing({ totalCents: 14_400, openHolds: [day(14_400, 0)] })).toBe(true);
  expect(earnsNothing({ totalCents: 600, openHolds: [day(200, 0), day(400, 0)] })).toBe(true);
});

test("it earns something where a day stands, comes to less, or only waits", () => {
  expect(earnsNothing({ totalCents: 600, openHolds: [] })).toBe(false);
  expect(earnsNothing({ totalCents: 600, openHolds: [day(200, 0)] })).toBe(false);
  expect(earnsNothing({ totalCents: 600, openHolds: [day(600, 300)] })).toBe(false);
  const waits = day(600, 0, { heldBy: "note-missing" });
  expect(earnsNothing({ totalCents: 600, openHolds: [waits] })).toBe(false);
  const other = { code: "second-payer-waits", values: { claimedCents: 600, nowCents: 0 } };
  expect(earnsNothing({ totalCents: 600, openHolds: [other] })).toBe(false);
});
