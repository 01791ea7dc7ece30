import { expect, test } from "vitest";
import { answerDueOn, mendPlaceOf, standingAfter } from "#domain/billing/claims/file-answer.ts";

test("an answer is due after three working days", () => {
  expect(answerDueOn("2026-11-16")).toBe("2026-11-19");
  expect(answerDueOn("2026-11-19")).toBe("2026-11-24");
  expect(answerDueOn("2026-11-21")).toBe("2026-11-25");
});

test("an envelope that was taken says nothing of what is in it", () => {
  expect(standingAfter(null)).toBe("waiting");
  expect(standingAfter({ kind: "TA1", verdict: "accepted" })).toBe("received");
  expect(standingAfter({ kind: "TA1", verdict: "accepted-with-errors" })).toBe("received");
  expect(standingAfter({ kind: "TA1", verdict: "rejected" })).toBe("rejected");
  expect(standingAfter({ kind: "999", verdict: "unknown" })).toBe("waiting");
  expect(standingAfter({ kind: "999", verdict: "partly-accepted" })).toBe("partly-accepted");
});

test("a fault leads to where it is mended", () => {
  expect(mendPlaceOf({ loop: "2010AA", segment: "N4" })).toBe("billing-provider");
  expect(mendPlaceOf({ loop: "2010BA", segment: "NM1" })).toBe("coverage");
  expect(mendPlaceOf({ loop: "", segment: "HI" })).toBe("diagnoses");
  expect(mendPlaceOf({ loop: "2400", segment: "SV2" })).toBe("charges");
  expect(mendPlaceOf({ loop: "", segment: "CLM" })).toBe("claim");
});
