import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const walks = readFileSync("docs/paths/clinical-acts.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && line.includes("`src/"))
  .map((line) => {
    const [, act = "", files = ""] = line.split("|");
    return {
      act: act.trim(),
      files: [...files.matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? ""),
    };
  });

const imports = (from: string, to: string): boolean =>
  readFileSync(path.resolve(from), "utf8").includes(`"${to.replace(/^src\//, "#")}"`);

/** The files of a walk one comes to from its first by following imports, in either direction. */
const reached = (files: readonly string[]): string[] => {
  const found = files.slice(0, 1);
  for (const here of found)
    found.push(
      ...files.filter(
        (file) => !found.includes(file) && (imports(here, file) || imports(file, here)),
      ),
    );
  return found;
};

describe("a clinical act", () => {
  it("is walked for a dozen of them", () => {
    expect(walks.length).toBeGreaterThanOrEqual(12);
  });

  it.each(walks)("$act: at most seven files, tied by imports", ({ files }) => {
    expect(files.length).toBeGreaterThan(4);
    expect(files.length).toBeLessThanOrEqual(7);
    expect(reached(files).toSorted()).toEqual(files.toSorted());
  });

  it.each(walks)("$act: ends at the statements", ({ files }) => {
    expect(files.at(-1)).toMatch(/\.queries\.ts$/);
  });
});
