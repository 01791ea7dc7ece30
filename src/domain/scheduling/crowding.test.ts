import fc from "fast-check";
import { expect, test } from "vitest";
import { mostAtOnce, peopleAt } from "#domain/scheduling/crowding.ts";

const start = Date.parse("2026-11-19T18:00:00Z");
const at = (minute: number): string => new Date(start + minute * 60_000).toISOString();
const stay = (from: number, to: number) => ({ firstInAt: at(from), lastOutAt: at(to) });
const away = { firstInAt: null, lastOutAt: null };

test("counts who is there together, not who was there at all", () => {
  const stays = [stay(0, 60), stay(0, 180), away, stay(60, 180), stay(90, 180)];
  expect(mostAtOnce(stays)).toEqual({ people: 3, since: at(90) });
  expect(peopleAt(stays, at(60))).toBe(2);
  expect(mostAtOnce([away])).toEqual({ people: 0, since: null });
});

test("agrees with a count of every minute", () => {
  const stays = fc.array(
    fc.oneof(
      fc.constant(away),
      fc
        .record({
          from: fc.integer({ min: 0, max: 179 }),
          length: fc.integer({ min: 1, max: 180 }),
        })
        .map(({ from, length }) => stay(from, Math.min(180, from + length))),
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(stays, (drawn) => {
      const present = Array.from({ length: 180 }, (_, minute) =>
        drawn.reduce(
          (count, { firstInAt, lastOutAt }) =>
            firstInAt !== null && firstInAt <= at(minute) && at(minute) < (lastOutAt ?? "")
              ? count + 1
              : count,
          0,
        ),
      );
      const most = Math.max(0, ...present);
      const since = most === 0 ? null : at(present.indexOf(most));
      expect(mostAtOnce(drawn)).toEqual({ people: most, since });
    }),
    { numRuns: 1000, seed: 46 },
  );
});
