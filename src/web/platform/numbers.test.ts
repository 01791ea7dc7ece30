import { expect, test } from "vitest";
import { sayBytes, sayHours } from "#web/platform/numbers.ts";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [54, "54 bytes"],
  [1_400, "1 kB"],
  [48_000_000, "48 MB"],
  [1_250_000_000, "1.3 GB"],
])("%i bytes are said as %s", (bytes, said) => {
  expect(sayBytes(bytes)).toBe(said);
});

test.each([
  [0, "0"],
  [50, "0.8"],
  [538, "8.9"],
  [539, "8.9"],
  [540, "9"],
  [28_050, "467.5"],
])("%i minutes are %s hours, never more than there were", (minutes, said) => {
  expect(sayHours(minutes)).toBe(said);
});
