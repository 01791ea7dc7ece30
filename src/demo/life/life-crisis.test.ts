import { expect, test } from "vitest";
import { taskKinds } from "#domain/tasks/task-kind.ts";
import { Chance } from "#demo/life/chance.ts";
import { wordsOfCall } from "#demo/life/life-crisis.ts";

const { minutesToDo } = taskKinds["crisis-answer"];
const people = [...Array(40).keys()];
const saidAfter = (minutes: number): ReadonlySet<string> =>
  new Set(people.map((person) => wordsOfCall(new Chance(1), minutes, person)));

test("who was late with a call does not write that it came within minutes, and who was not does not say that it took long", () => {
  const [inTime, late] = [saidAfter(minutesToDo), saidAfter(minutesToDo + 1)];
  expect(inTime.size).toBe(3);
  expect([...late].join(" ")).not.toMatch(/within minutes/);
  expect([...inTime].join(" ")).not.toMatch(/long|third call/);
  expect([...late].filter((words) => inTime.has(words))).toEqual([]);
});

test("the same call is told in the same words", () => {
  const told = () => wordsOfCall(new Chance(7), 34, 12, "2026-11-12");
  expect(told()).toBe(told());
});
