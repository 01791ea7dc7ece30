import { Temporal } from "temporal-polyfill";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysOfSeries, occurrenceOn } from "#domain/scheduling/wall-clock.ts";

const wallAt = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });

describe("a weekly group over daylight saving", () => {
  it.each([
    ["America/Denver", "2027-03-08", "2027-03-19", ["01", "00"]],
    ["America/Los_Angeles", "2027-03-08", "2027-03-19", ["02", "01"]],
    ["America/Denver", "2026-10-26", "2026-11-06", ["00", "01"]],
    ["America/Los_Angeles", "2026-10-26", "2026-11-06", ["01", "02"]],
  ])("%s keeps 18:00 from %s to %s", (zone, from, to, utcHours) => {
    const days = daysOfSeries([1, 3, 4], from, to);
    expect(days).toHaveLength(6);
    const occurrences = days.map((day) => occurrenceOn(day, "18:00", 180, zone));
    expect(occurrences.map((one) => wallAt(one.startsAt, zone))).toEqual(
      Array.from({ length: 6 }, () => "18:00"),
    );
    expect(occurrences.map((one) => wallAt(one.endsAt, zone))).toEqual(
      Array.from({ length: 6 }, () => "21:00"),
    );
    expect(occurrences.map((one) => one.serviceDate)).toEqual(days);
    expect(new Set(occurrences.map((one) => one.startsAt.slice(11, 13)))).toEqual(
      new Set(utcHours),
    );
  });

  it("moves an hour that does not exist forward, and says so", () => {
    expect(occurrenceOn("2027-03-14", "02:30", 60, "America/Denver")).toEqual({
      serviceDate: "2027-03-14",
      startsAt: "2027-03-14T09:30:00Z",
      endsAt: "2027-03-14T10:30:00Z",
      clockChange: "moved-forward",
    });
  });

  it("means the first of an hour that exists twice, and says so", () => {
    expect(occurrenceOn("2026-11-01", "01:30", 60, "America/Los_Angeles")).toEqual({
      serviceDate: "2026-11-01",
      startsAt: "2026-11-01T08:30:00Z",
      endsAt: "2026-11-01T09:30:00Z",
      clockChange: "first-of-two",
    });
  });

  it("always lasts its minutes and stays on its day", () => {
    const zones = fc.constantFrom(
      "America/Denver",
      "America/Los_Angeles",
      "America/Phoenix",
      "Pacific/Honolulu",
    );
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 1439 }),
        (zone, day, minute) => {
          const date = Temporal.PlainDate.from("2025-01-01").add({ days: day }).toString();
          const time = Temporal.PlainTime.from("00:00")
            .add({ minutes: minute })
            .toString({ smallestUnit: "minute" });
          const one = occurrenceOn(date, time, 90, zone);
          expect(one.serviceDate).toBe(date);
          expect(Temporal.Instant.from(one.startsAt).until(one.endsAt).total("minutes")).toBe(90);
          if (one.clockChange !== "moved-forward") expect(wallAt(one.startsAt, zone)).toBe(time);
        },
      ),
      { numRuns: 500 },
    );
  });
});
