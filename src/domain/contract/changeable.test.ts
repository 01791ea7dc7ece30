import { expect, test } from "vitest";
import { z } from "zod";
import { optional } from "#domain/basics/optional.ts";
import { changeable } from "#domain/contract/changeable.ts";

const schema = z.object(changeable({ name: z.string(), npi: optional(z.string()) }));

test("what is left out of a change stays out, what is emptied becomes null", () => {
  expect(schema.parse({})).toEqual({});
  expect(schema.parse({ npi: "" })).toEqual({ npi: null });
  expect(schema.parse({ npi: null, name: "North" })).toEqual({ npi: null, name: "North" });
});

test("a field that may not be empty cannot be emptied", () => {
  expect(schema.safeParse({ name: null }).success).toBe(false);
  expect(schema.safeParse({ name: undefined }).success).toBe(false);
});
