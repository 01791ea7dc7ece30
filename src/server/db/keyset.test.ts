import { sql } from "kysely";
import { expect, it } from "vitest";
import { Problem } from "#domain/contract/problem.ts";
import { inPages } from "#server/db/keyset.ts";
import { newId } from "#server/platform/ids.ts";

const readWith = (place: unknown) => {
  const cursor = Buffer.from(JSON.stringify(place)).toString("base64url");
  const order = { key: sql<string>`name`, id: sql<string>`id`, order: "asc", limit: 1 } as const;
  // A cursor is read before the query is touched.
  return () => inPages(undefined as unknown as Parameters<typeof inPages>[0], { ...order, cursor });
};

it.each([
  ["a made-up id", ["a", "x"]],
  ["a NUL", ["a\u0000", newId()]],
  ["a number for a key", [1, newId()]],
  ["too little", ["a"]],
  ["no list", { key: "a" }],
  ["nothing", null],
])("refuses a cursor with %s", (_, place) => {
  expect(readWith(place)).toThrow(Problem);
});

it("takes one of its own", () => {
  expect(readWith(["a", newId()])).not.toThrow(Problem);
});
