import fc from "fast-check";
import { expect, test } from "vitest";
import {
  crowdingRemarks,
  mostAtOnce,
  mostLed,
  overRatio,
  peopleAt,
} from "#domain/scheduling/crowding.ts";

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

const staff = (...roles: readonly string[]) => roles.map((role) => ({ role }));

test("whoever learns leads nobody", () => {
  const led = { facilitators: staff("lead", "co-facilitator", "trainee") };
  expect(mostLed({ ...led, peoplePerFacilitator: 12 })).toBe(24);
  expect(mostLed({ ...led, peoplePerFacilitator: null })).toBeNull();
});

test("tells of seats and of the ratio, each of its own last arrival", () => {
  const rows = ["a", "b", "c"].map((patientId, minute) => ({ patientId, ...stay(minute, 180) }));
  const events = rows.map(
    ({ patientId }) => ({ id: `${patientId}1`, patientId, kind: "arrive" }) as const,
  );
  const told = (capacity: number, each: number | null, ...roles: readonly string[]) =>
    crowdingRemarks(rows, events, {
      capacity,
      peoplePerFacilitator: each,
      facilitators: staff(...roles),
    });
  expect(told(3, 2, "lead", "co-facilitator")).toEqual([]);
  // The co-facilitator called out.
  expect(told(3, 2, "lead")).toEqual([{ eventId: "c1", code: "over-ratio" }]);
  expect(told(2, 2, "lead", "trainee")).toEqual([
    { eventId: "c1", code: "crowded" },
    { eventId: "c1", code: "over-ratio" },
  ]);
  expect(told(3, null, "lead")).toEqual([]);
});

test("says how many would have to help, for those who are there and those who may still come", () => {
  const session = {
    facilitators: staff("lead", "trainee"),
    activity: { peoplePerFacilitator: 8 },
    state: "scheduled",
    comingCount: 17,
    presentCount: 0,
    hereCount: 0,
  };
  const here = (count: number) => ({
    state: "open",
    comingCount: 12,
    presentCount: 12,
    hereCount: count,
  });
  expect(overRatio(session)).toEqual({ people: 17, missing: 2 });
  expect(overRatio({ ...session, ...here(9) })).toEqual({
    people: 9,
    missing: 1,
  });
  expect(overRatio({ ...session, ...here(8) })).toBeNull();
  // Whoever is still expected counts from the first one who comes: nobody waits until they are too many.
  expect(overRatio({ ...session, state: "open", presentCount: 1, hereCount: 1 })).toEqual({
    people: 17,
    missing: 2,
  });
  // Of thirteen who came one has left.
  const left = { state: "open", comingCount: 13, presentCount: 13, hereCount: 12 };
  expect(overRatio({ ...session, ...left })).toMatchObject({ people: 12 });
  for (const state of ["ended", "cancelled"]) expect(overRatio({ ...session, state })).toBeNull();
  expect(overRatio({ ...session, activity: { peoplePerFacilitator: null } })).toBeNull();
});
