import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInForceOn } from "#domain/payers/contract.ts";
import { dayBefore, sequenceWith } from "#domain/payers/version-sequence.ts";

const version = (id: string, effectiveFrom: string, effectiveTo: string | null = null) => ({
  id,
  effectiveFrom,
  effectiveTo,
});

describe("confirming a version", () => {
  it("ends the one before on the day before", () => {
    expect(sequenceWith([version("a", "2026-01-01")], version("b", "2027-01-01"))).toEqual({
      ends: [{ id: "a", lastDay: "2026-12-31" }],
    });
  });

  it("leaves alone what is over by then", () => {
    const over = version("a", "2025-01-01", "2025-12-31");
    expect(sequenceWith([over], version("b", "2026-01-01"))).toEqual({ ends: [] });
  });

  it.each(["2027-01-01", "2027-02-01"])("is refused before one that begins on %s", (from) => {
    expect(sequenceWith([version("a", from)], version("b", "2027-01-01"))).toEqual({
      follows: from,
    });
  });

  it("fits in before a later one when it ends in time", () => {
    const later = version("a", "2027-02-01");
    const before = version("b", "2027-01-01", "2027-01-31");
    expect(sequenceWith([later], before)).toEqual({ ends: [] });
  });

  it("is not hindered by one that never came to hold", () => {
    const never = version("a", "2027-01-01", "2026-12-31");
    expect(sequenceWith([never], version("b", "2027-01-01"))).toEqual({ ends: [] });
  });

  it("leaves no day with two, whatever was confirmed in whatever order", () => {
    const month = fc.integer({ min: 1, max: 12 });
    const day = (of: number, date: string) => `2026-${String(of).padStart(2, "0")}-${date}`;
    fc.assert(
      fc.property(fc.array(fc.tuple(month, fc.option(month)), { maxLength: 8 }), (spans) => {
        let confirmed: ReturnType<typeof version>[] = [];
        for (const [place, [from, to]] of spans.entries()) {
          const last = to === null ? null : day(Math.max(from, to), "28");
          const next = version(String(place), day(from, "01"), last);
          const answer = sequenceWith(confirmed, next);
          if ("follows" in answer) continue;
          confirmed = confirmed.map((one) => {
            const end = answer.ends.find(({ id }) => id === one.id);
            return end === undefined ? one : { ...one, effectiveTo: end.lastDay };
          });
          confirmed.push(next);
        }
        for (let of = 1; of <= 12; of++)
          for (const date of ["01", "15", "28"]) {
            const holding = confirmed.filter((one) => isInForceOn(one, day(of, date)));
            expect(holding.length).toBeLessThanOrEqual(1);
          }
      }),
    );
  });

  it("knows the day before New Year and before the first of March", () => {
    expect([dayBefore("2027-01-01"), dayBefore("2028-03-01")]).toEqual([
      "2026-12-31",
      "2028-02-29",
    ]);
  });
});
