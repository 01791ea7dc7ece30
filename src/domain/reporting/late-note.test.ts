import { expect, test } from "vitest";
import { noteDueAt, toDoIn } from "#domain/reporting/late-note.ts";

test.each([
  ["2026-03-04", "America/Denver", "2026-03-06T07:00:00Z"],
  // The clock moves forward between the session and its deadline.
  ["2026-03-07", "America/Denver", "2026-03-09T06:00:00Z"],
  ["2026-10-31", "America/New_York", "2026-11-02T05:00:00Z"],
  ["2024-02-28", "America/Phoenix", "2024-03-01T07:00:00Z"],
])("notes of %s in %s are due until %s", (serviceDate, zone, due) => {
  expect(noteDueAt({ serviceDate, zone }).toString()).toBe(due);
});

test("seats nobody entered are to do, too, where every note is signed", () => {
  expect(toDoIn([])).toEqual({ notes: 0, late: 0, seats: 0 });
  expect(toDoIn([{ missing: 0, unmarked: 3, isLate: true }])).toEqual({
    notes: 0,
    late: 0,
    seats: 3,
  });
  expect(
    toDoIn([
      { missing: 2, unmarked: 1, isLate: true },
      { missing: 4, unmarked: 0, isLate: false },
    ]),
  ).toEqual({ notes: 6, late: 2, seats: 1 });
});
