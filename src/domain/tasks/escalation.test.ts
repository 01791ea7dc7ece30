import fc from "fast-check";
import { expect, test } from "vitest";
import { escalationAt, escalationStep, type Waiting } from "#domain/tasks/escalation.ts";

const crisis: Waiting = {
  kind: "crisis-answer",
  createdAt: "2026-11-19T20:00:00Z",
  dueAt: "2026-11-19T20:30:00Z",
  takenAt: null,
  closedAt: null,
};

test.each([
  [0, "2026-11-19T20:10:00Z"],
  [1, "2026-11-19T20:30:00Z"],
  [2, "2026-11-19T21:00:00Z"],
  [48, "2026-11-20T20:00:00Z"],
  [49, null],
] as const)("step %i comes at %s", (step, at) => {
  expect(escalationAt(crisis, step)).toBe(at);
});

test("a plain task is passed on to nobody", () => {
  expect(escalationAt({ ...crisis, kind: "to-do" }, 0)).toBeNull();
  expect(escalationStep({ ...crisis, kind: "to-do" }, 1)).toBeNull();
});

const taken = { takenAt: "2026-11-19T20:05:00Z" };
test.each([
  ["untaken after ten minutes: the supervisor of the owner", {}, 0, true],
  ["taken in time: nobody", taken, 0, null],
  ["still open when the clock runs out, taken or not: everybody", {}, 1, false],
  ["still open when the clock runs out, taken or not: everybody", taken, 1, false],
  ["nobody's after that: everybody again", {}, 2, false],
  ["somebody's after that: nobody", taken, 2, null],
  ["closed: nobody", { closedAt: "2026-11-19T20:20:00Z" }, 1, null],
] as const)("%s (%o, step %i)", (_, change, step, answer) => {
  const found = escalationStep({ ...crisis, ...change }, step);
  expect(found === null ? null : found.ownersSupervisorFirst).toBe(answer);
  if (found !== null) expect(found.tells).toContain("director");
});

test("steps come one after the other, whatever the clock of the task, and end", () => {
  const minute = fc.integer({ min: -600, max: 600 });
  fc.assert(
    fc.property(minute, (minutes) => {
      const dueAt = new Date(Date.parse(crisis.createdAt) + minutes * 60_000).toISOString();
      let before = crisis.createdAt;
      let step = 0;
      for (;;) {
        const at = escalationAt({ ...crisis, dueAt }, step);
        if (at === null) break;
        expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(before));
        before = at;
        step += 1;
      }
      expect(step).toBe(49);
    }),
  );
});
