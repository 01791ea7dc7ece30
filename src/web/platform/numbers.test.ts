import { expect, test } from "vitest";
import { sayBytes } from "#web/platform/numbers.ts";

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
