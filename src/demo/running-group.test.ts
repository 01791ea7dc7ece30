import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { runningMinutes, runningSince } from "#demo/running-group.ts";

const zones = ["America/Denver", "America/New_York", "Pacific/Auckland", "UTC"];

/** Days whose clock is plain, and the two on which it is not. */
const days = ["2026-03-08", "2026-04-05", "2026-11-01", "2026-11-26", "2027-03-14", "2028-02-29"];

const eveningOf = (day: string, zone: string) => {
  const starts = Temporal.PlainDateTime.from(`${day}T18:00`).toZonedDateTime(zone);
  return {
    startsAt: starts.toInstant().toString(),
    endsAt: starts.add({ hours: 3 }).toInstant().toString(),
  };
};

/** Every fifth minute of a day, with a few seconds over. */
const momentsOf = (day: string, zone: string): Temporal.ZonedDateTime[] => {
  const moments: Temporal.ZonedDateTime[] = [];
  let now = Temporal.PlainDate.from(day).toZonedDateTime(zone).add({ seconds: 17 });
  while (now.toPlainDate().toString() === day) {
    moments.push(now);
    now = now.add({ minutes: 5 });
  }
  return moments;
};

describe("the group that runs now", () => {
  it.each(zones)("never meets the evening group, at any hour of any day in %s", (zone) => {
    for (const day of days) {
      const tonight = eveningOf(day, zone);
      for (const now of momentsOf(day, zone)) {
        const begin = runningSince(now, tonight);
        if (begin === null) continue;
        const starts = Temporal.PlainDateTime.from(
          `${begin.day}T${begin.startsAtWall}`,
        ).toZonedDateTime(zone);
        const ends = starts.add({ minutes: runningMinutes });
        const meets =
          starts.toInstant().toString() < tonight.endsAt &&
          ends.toInstant().toString() > tonight.startsAt;
        expect(meets, `at ${now.toString()}`).toBe(false);
        expect(begin.day).toBe(day);
        expect(Temporal.ZonedDateTime.compare(starts, now)).toBeLessThanOrEqual(0);
      }
    }
  });

  it("leaves the floor to the evening group from two hours before it", () => {
    const at = (time: string) =>
      runningSince(
        Temporal.ZonedDateTime.from(`2026-11-19T${time}[America/Denver]`),
        eveningOf("2026-11-19", "America/Denver"),
      );
    expect(at("15:59:59")?.startsAtWall).toBe("15:15");
    expect(at("16:00")).toBeNull();
    expect(at("20:59:59")).toBeNull();
    expect(at("21:00")?.startsAtWall).toBe("21:00");
    expect(at("21:29")?.startsAtWall).toBe("21:00");
    expect(at("21:50")?.startsAtWall).toBe("21:15");
  });

  it("begins at midnight at the earliest", () => {
    const now = Temporal.ZonedDateTime.from("2026-11-19T00:10[America/Denver]");
    expect(runningSince(now, undefined)).toEqual({ day: "2026-11-19", startsAtWall: "00:00" });
  });
});
