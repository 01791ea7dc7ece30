import { describe, expect, test } from "vitest";
import { z } from "zod";
import { schemaLines, typeText, type Schema } from "#server/pages/api-schema.ts";

const schemaOf = (schema: z.ZodType): Schema => ({ ...z.toJSONSchema(schema, { io: "input" }) });
const said = (schema: z.ZodType): readonly string[] =>
  schemaLines(schemaOf(schema)).map(
    (line) => `${line.name}${line.isRequired ? "" : "?"}: ${line.type}`,
  );

describe("schemaLines", () => {
  test("fields by their path, outer before inner, through lists and beside null", () => {
    const row = z.object({ id: z.uuid(), tags: z.array(z.string()).optional() });
    const page = z.object({
      rows: z.array(row),
      total: z.int(),
      next: z.object({ cursor: z.string() }).nullable(),
    });
    expect(said(page)).toEqual([
      "rows: list of object",
      "rows[].id: string (uuid)",
      "rows[].tags?: list of string",
      "total: integer",
      "next: object or null",
      "next.cursor: string",
    ]);
  });

  test("a list or a plain value at the top is a line of its own", () => {
    expect(said(z.array(z.object({ id: z.string() })))).toEqual([
      "[]: list of object",
      "[].id: string",
    ]);
    expect(said(z.string())).toEqual([": string"]);
  });

  test("nothing is no line", () => {
    expect(said(z.object({}))).toEqual([]);
    expect(said(z.null())).toEqual([]);
    expect(schemaLines({})).toEqual([]);
  });
});

describe("typeText", () => {
  test.each([
    [z.enum(["day", "week"]), '"day" or "week"'],
    [z.literal("all"), '"all"'],
    [z.string().min(2).max(5), "string (≥ 2 signs, ≤ 5 signs)"],
    [z.int().min(1).max(200).default(50), "integer (≥ 1, ≤ 200, default 50)"],
    [z.record(z.string(), z.boolean()), "object of boolean"],
    [z.union([z.string(), z.number()]).nullable(), "string or number or null"],
    [z.unknown(), "anything"],
  ])("%#: %s", (schema, text) => {
    expect(typeText(schemaOf(schema))).toBe(text);
  });

  test("a shape goes by its name", () => {
    const line = schemaLines({
      type: "object",
      properties: { site: { anyOf: [{ $ref: "#/components/schemas/Site" }, { type: "null" }] } },
    })[0];
    expect(line).toMatchObject({ type: "Site or null", shape: "Site", isRequired: false });
  });
});
