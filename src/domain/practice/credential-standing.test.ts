import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysBetween } from "#domain/basics/civil-date.ts";
import { expiringSoonDays, lastSoonDay, standingOn } from "#domain/practice/credential-standing.ts";

const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("the standing of a credential", () => {
  test.each([
    ["valid on its first day", "2026-01-01", "2026-01-01", "2027-12-31", "valid", 729],
    [
      "not yet valid the day before",
      "2025-12-31",
      "2026-01-01",
      "2027-12-31",
      "not-yet-valid",
      730,
    ],
    ["valid sixty-one days before its last", "2026-01-01", null, "2026-03-03", "valid", 61],
    ["expiring sixty days before its last", "2026-01-02", null, "2026-03-03", "expiring", 60],
    ["expiring on its last day", "2026-03-03", null, "2026-03-03", "expiring", 0],
    ["expired the day after", "2026-03-04", null, "2026-03-03", "expired", -1],
    ["valid for ever without a last day", "2026-03-04", "2020-01-01", null, "valid", null],
    [
      "counts the day between winter and summer time once",
      "2026-03-07",
      null,
      "2026-03-09",
      "expiring",
      2,
    ],
  ])("%s", (_, today, issuedOn, expiresOn, code, daysLeft) => {
    expect(standingOn(today, { issuedOn, expiresOn })).toEqual({ code, daysLeft });
  });

  test("takes another number of days where an organization wants one", () => {
    const dates = { issuedOn: null, expiresOn: "2026-03-03" };
    expect(standingOn("2025-12-03", dates, 90).code).toBe("expiring");
    expect(standingOn("2025-12-03", dates).code).toBe("valid");
  });

  test("never gets better with time, once it holds", () => {
    const rank = { valid: 0, expiring: 1, expired: 2, "not-yet-valid": -1 };
    fc.assert(
      fc.property(day, day, day, (one, other, expiresOn) => {
        const [earlier = "", later = ""] = [one, other].toSorted();
        const dates = { issuedOn: null, expiresOn };
        const before = rank[standingOn(earlier, dates).code];
        expect(rank[standingOn(later, dates).code]).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test("the last day that counts as soon is found alike by the list and by the rule", () => {
    fc.assert(
      fc.property(day, day, (today, expiresOn) => {
        const { code } = standingOn(today, { issuedOn: null, expiresOn });
        expect(code === "expired" || code === "expiring").toBe(expiresOn <= lastSoonDay(today));
      }),
    );
    expect(daysBetween("2026-01-01", lastSoonDay("2026-01-01"))).toBe(expiringSoonDays);
  });
});
