import { expect, test } from "vitest";
import {
  isPlaceTaken,
  isToSendAgain,
  isUnreadCorrection,
  isVoidUnread,
  isYetToGo,
} from "#domain/billing/claims/rejected-claim.ts";

const rejectedAt = "2026-11-20T10:00:00Z";
const rejected = { rejectedAt, replacedBy: null, countsAs: "rejected" } as const;

test("what was rejected is to be sent again until something takes its place or it is let go", () => {
  expect(isToSendAgain(rejected)).toBe(true);
  expect(isToSendAgain({ countsAs: "nothing" })).toBe(false);
  expect(isToSendAgain({ countsAs: "asked" })).toBe(false);
});

test("the payer has what a correction was to replace that it never read", () => {
  expect(isUnreadCorrection({ rejectedAt, frequency: "7" })).toBe(true);
  expect(isUnreadCorrection({ rejectedAt: null, frequency: "7" })).toBe(false);
  expect(isUnreadCorrection({ rejectedAt, frequency: "1" })).toBe(false);
});

test("a claim is voided or replaced once the payer has what says so", () => {
  expect(isPlaceTaken({ state: "exported", isUnread: false })).toBe(true);
  expect(isPlaceTaken({ state: "exported", isUnread: true })).toBe(false);
  expect(isPlaceTaken({ state: "ready", isUnread: false })).toBe(false);
});

test("a void that came back is no correction that did", () => {
  expect(isVoidUnread({ frequency: "8", isUnread: true })).toBe(true);
  expect(isVoidUnread({ frequency: "8", isUnread: false })).toBe(false);
  expect(isVoidUnread({ frequency: "7", isUnread: true })).toBe(false);
});

test("what was made again has yet to go until it is in a file", () => {
  const next = { id: "1", control: "SW00000002", frequency: "1", isUnread: false } as const;
  const made = (state: "scrubbed" | "ready" | "exported") =>
    isYetToGo({ ...rejected, replacedBy: { ...next, state } });
  expect([made("scrubbed"), made("ready"), made("exported")]).toEqual([true, true, false]);
  expect(isYetToGo(rejected)).toBe(false);
});
