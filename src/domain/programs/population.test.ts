import { expect, test } from "vitest";
import { populationsOf } from "#domain/programs/population.ts";
import { programAges } from "#domain/programs/program.ts";

test("a program is measured by the rules of whom it is for", () => {
  expect(populationsOf("adults")).toEqual(["adult"]);
  expect(populationsOf("older-adults")).toEqual(["adult"]);
  expect(populationsOf("adolescents")).toEqual(["adolescent"]);
  for (const ages of programAges) expect(populationsOf(ages)).not.toHaveLength(0);
});

test("whoever may be on either side of the age is measured by both", () => {
  expect(populationsOf("young-adults")).toEqual(["adult", "adolescent"]);
  expect(populationsOf("all")).toEqual(["adult", "adolescent"]);
});
