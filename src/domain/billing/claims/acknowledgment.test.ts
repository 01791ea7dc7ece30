import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  acknowledgmentDueOn,
  firstDayNotDue,
  mendPlaceOf,
  saidAtOf,
  standingAfter,
} from "#domain/billing/claims/acknowledgment.ts";

test("an answer is due after three working days", () => {
  expect(acknowledgmentDueOn("2026-11-16")).toBe("2026-11-19");
  expect(acknowledgmentDueOn("2026-11-19")).toBe("2026-11-24");
  expect(acknowledgmentDueOn("2026-11-21")).toBe("2026-11-25");
});

test("a federal holiday is no working day", () => {
  // Thanksgiving is the 26th.
  expect(acknowledgmentDueOn("2026-11-23")).toBe("2026-11-27");
  expect(acknowledgmentDueOn("2026-11-25")).toBe("2026-12-01");
  // Christmas 2027 is a Saturday and kept on the Friday, New Year's Day as well.
  expect(acknowledgmentDueOn("2027-12-22")).toBe("2027-12-28");
  expect(acknowledgmentDueOn("2027-12-29")).toBe("2028-01-04");
});

test("files are asked about from the day after, over a weekend too", () => {
  for (let at = 1; at <= 28; at++) {
    const today = `2026-11-${String(at).padStart(2, "0")}`;
    const first = firstDayNotDue(today);
    expect(acknowledgmentDueOn(first) >= today).toBe(true);
    const before = Temporal.PlainDate.from(first).subtract({ days: 1 }).toString();
    expect(acknowledgmentDueOn(before) < today).toBe(true);
  }
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

test("an answer is said on the wall of the organization, and when it came where its clock is none", () => {
  const at = (said: string | null): string =>
    saidAtOf(said, {
      zone: "America/Denver",
      sentAt: Temporal.Instant.from("2026-11-18T20:00:00Z"),
      receivedAt: Temporal.Instant.from("2026-11-20T16:00:00Z"),
    }).toString();
  const came = "2026-11-20T16:00:00Z";
  expect(at("2026-11-19T09:15:00")).toBe("2026-11-19T16:15:00Z");
  expect(at(null)).toBe(came);
  // Another zone may be ahead of ours or behind it, by less than a day.
  expect(at("2026-11-20T11:00:00")).toBe("2026-11-20T18:00:00Z");
  expect(at("2026-11-18T09:00:00")).toBe("2026-11-18T16:00:00Z");
  expect(at("2026-11-22T09:00:00")).toBe(came);
  expect(at("2026-11-17T09:00:00")).toBe(came);
  expect(at("2099-01-01T00:00:00")).toBe(came);
});

test("answers of one sender stay in their order where the wall leaves an hour out", () => {
  const at = (said: string): string =>
    saidAtOf(said, {
      zone: "America/Denver",
      sentAt: Temporal.Instant.from("2027-03-13T20:00:00Z"),
      receivedAt: Temporal.Instant.from("2027-03-15T16:00:00Z"),
    }).toString();
  const said = ["2027-03-14T01:59:00", "2027-03-14T02:30:00", "2027-03-14T03:10:00"].map(at);
  expect(said).toEqual(["2027-03-14T08:59:00Z", "2027-03-14T09:00:00Z", "2027-03-14T09:10:00Z"]);
});
