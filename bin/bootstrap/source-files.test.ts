import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { contentDigest, listSources } from "./source-files.mjs";

let base: string;
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(base, name)), { recursive: true });
  writeFileSync(path.join(base, name), text);
};
const digest = () => contentDigest(base, listSources(base, ["src", "vite.config.ts", "not-there"]));

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), "stepwell-sources-"));
  write("src/app/main.tsx", "one");
  write("vite.config.ts", "two");
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

test("lists files below folders and single files, and passes over what is not there", () => {
  write("src/app/main.test.tsx", "a test goes into no bundle");
  const names = listSources(base, ["src", "vite.config.ts", "not-there"]).map(({ name }) => name);
  expect(names).toEqual(["src/app/main.tsx", "vite.config.ts"]);
});

test("a date that changed alone changes the list, and not the fingerprint", () => {
  const [list, fingerprint] = [listSources(base, ["src"]), digest()];
  utimesSync(path.join(base, "src/app/main.tsx"), 1_000, 1_000);
  expect(listSources(base, ["src"])).not.toEqual(list);
  expect(digest()).toBe(fingerprint);
});

test.each([
  ["other contents", () => write("src/app/main.tsx", "six")],
  ["a new file", () => write("src/app/other.tsx", "")],
  ["a file that went", () => rmSync(path.join(base, "vite.config.ts"))],
])("%s changes the fingerprint", (_what, change) => {
  const before = digest();
  change();
  expect(digest()).not.toBe(before);
});
