import type { FastifyRequest } from "fastify";
import { expect, it } from "vitest";
import { queryValue } from "#server/pages/reader.routes.ts";

it.each([
  ["//", undefined],
  ["//?lang=es", "es"],
  ["/help", undefined],
  ["/help?lang=en&lang=es", "es"],
  ["/help?lang=e?s", "e?s"],
  ["/lang=es", undefined],
])("of %s the language is %s", (url, expected) => {
  expect(queryValue({ url } as FastifyRequest, "lang")).toBe(expected);
});
