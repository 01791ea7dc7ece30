import { expect, test } from "vitest";
import { isNewEnough } from "./node-runtime.mjs";

test.each([
  ["20.20.2", false],
  ["22.22.0", false],
  ["24.6.9", false],
  ["24.7.0", true],
  ["24.21.0", true],
  ["26.0.0", true],
])("Node %s can run Stepwell: %s", (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});
