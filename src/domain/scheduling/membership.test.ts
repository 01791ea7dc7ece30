import fc from "fast-check";
import { expect, it } from "vitest";
import { fullestDay, runsOn } from "#domain/scheduling/membership.ts";

const dayOf = (n: number): string => `2026-11-${String(n).padStart(2, "0")}`;
const span = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.option(fc.nat(10), { nil: null }))
  .map(([from, more]) => ({
    startsOn: dayOf(from),
    endsOn: more === null ? null : dayOf(Math.min(30, from + more)),
  }));

it("the fullest day is the fullest of all days", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), span, (members, wanted) => {
      const days = Array.from({ length: 30 }, (_, n) => dayOf(n + 1)).filter((day) =>
        runsOn(wanted, day),
      );
      const counts = days.map((day) => members.filter((one) => runsOn(one, day)).length);
      expect(fullestDay(members, wanted)).toBe(Math.max(0, ...counts));
    }),
  );
});
