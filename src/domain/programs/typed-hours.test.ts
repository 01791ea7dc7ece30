import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hoursAsTyped, hoursTyped } from "#domain/programs/typed-hours.ts";

describe("hours as people type them", () => {
  it.each([
    ["9", 540],
    [" 9 h ", 540],
    ["9 hours", 540],
    ["9.5", 570],
    ["9,25", 555],
    ["9:20", 560],
    ["0", 0],
    ["168", 10_080],
  ])("%s is %d minutes", (text, minutes) => {
    expect(hoursTyped(text)).toBe(minutes);
  });

  it.each(["", "nine", "9:60", "9.", "-3", "168:01", "1000", "9 to 12"])("%s is none", (text) => {
    expect(hoursTyped(text)).toBeNull();
  });

  it("are written so that they read the same again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_080 }), (minutes) => {
        expect(hoursTyped(hoursAsTyped(minutes))).toBe(minutes);
      }),
    );
  });
});
