import { expect, test } from "vitest";
import { ChoiceNotUnderstood, readChoice, stepNames } from "./choice.ts";

test("without arguments everything runs", () => {
  expect(readChoice([])).toEqual({ steps: stepNames, filters: [] });
});

test("named steps run in the usual order, whatever order they are named in", () => {
  expect(readChoice(["--only", "db,unit"])).toEqual({ steps: ["unit", "db"], filters: [] });
  expect(readChoice(["--only", "db15", "--only", "check"]).steps).toEqual(["check", "db15"]);
});

test("the rest chooses tests, and with it the steps that have tests in files", () => {
  expect(readChoice(["--only", "db", "practice"])).toEqual({
    steps: ["db"],
    filters: ["practice"],
  });
  expect(readChoice(["practice"]).steps).toEqual(["unit", "db", "db15", "journeys"]);
});

test.each([[["--only", "everything"]], [["--only"]], [["--fast"]]])(
  "%j is refused with what can be said",
  (args) => {
    expect(() => readChoice(args)).toThrow(ChoiceNotUnderstood);
  },
);
