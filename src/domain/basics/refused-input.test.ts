import { expect, it } from "vitest";
import { instantSchema } from "#domain/basics/instant.ts";
import { searchTextSchema } from "#domain/basics/text.ts";
import { zoneSchema } from "#domain/basics/zone.ts";

it.each([
  ["1879-12-31T23:59:59Z", false],
  ["1880-01-01T00:00:00Z", true],
  ["2200-12-31T23:59:59Z", true],
  ["2201-01-01T00:00:00Z", false],
  ["0000-01-01T00:00:00Z", false],
])("the moment %s is taken: %s", (moment, isTaken) => {
  expect(instantSchema.safeParse(moment).success).toBe(isTaken);
});

it("a text to search for is trimmed, may be empty, and holds no control character", () => {
  const schema = searchTextSchema(5);
  expect(schema.parse("  Zoë ")).toBe("Zoë");
  expect(schema.parse(" ")).toBe("");
  for (const text of ["a\u0000", "a\u001bb", "a\tb", "a\u0085b", "abcdef"])
    expect(schema.safeParse(text).success).toBe(false);
});

it.each([
  ["America/Denver", "America/Denver"],
  ["america/indiana/indianapolis", "America/Indiana/Indianapolis"],
  ["Asia/Kolkata", "Asia/Kolkata"],
])("the zone %s is kept as %s", (typed, kept) => {
  expect(zoneSchema.parse(typed)).toBe(kept);
});

it.each(["Etc/GMT+5", "etc/utc", "UTC", "EST", "-07:00", "America/Nowhere", ""])(
  "%j is no zone of a place",
  (typed) => {
    expect(zoneSchema.safeParse(typed).error?.issues).toMatchObject([
      { params: { code: "unknown-time-zone" } },
    ]);
  },
);
