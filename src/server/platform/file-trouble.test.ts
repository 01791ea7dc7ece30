import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { fileTrouble } from "#server/platform/file-trouble.ts";

const trying = (act: () => unknown): string => {
  try {
    return `done: ${String(act())}`;
  } catch (error) {
    return fileTrouble(error);
  }
};

test("what the system refuses is said as a person says it", () => {
  expect(trying(() => readFileSync(tmpdir()))).toBe("it is a folder");
  expect(trying(() => readFileSync("/nowhere/at/all"))).toBe("there is no such file or folder");
  expect(fileTrouble(Object.assign(new Error("write"), { code: "ENOSPC" }))).toBe(
    "the disk is full",
  );
});

test("what has no words of ours is said as it came", () => {
  expect(fileTrouble(new Error("The file is damaged"))).toBe("The file is damaged");
  expect(fileTrouble(Object.assign(new Error("odd"), { code: "EODD" }))).toBe("odd");
  expect(fileTrouble("gone")).toBe("gone");
});
