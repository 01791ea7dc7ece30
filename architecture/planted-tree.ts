import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { lintFindings } from "../bin/check/lint.ts";
import type { LintFinding } from "../bin/check/lint.ts";
import { lintConfigText } from "./lint-config.ts";

const root = path.resolve(import.meta.dirname, "..");

/** A file put where it may or may not stand, to see what the rules say of it. */
export interface Plant {
  readonly file: string;
  readonly text: string;
}

/** A small house of its own beside ours, with our rules and packages and only the given files. */
export interface PlantedTree {
  readonly root: string;
  remove(): void;
}

export const plantTree = (plants: readonly Plant[]): PlantedTree => {
  const folder = mkdtempSync(path.join(tmpdir(), "stepwell-rules-"));
  for (const file of [
    "package.json",
    "tsconfig.json",
    "src/web/tsconfig.json",
    "test/journeys/tsconfig.json",
  ])
    cpSync(path.join(root, file), path.join(folder, file), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  writeFileSync(path.join(folder, ".oxlintrc.json"), lintConfigText());
  for (const { file, text } of plants) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return { root: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** What the linter says of each planted file. Fails when it did not look at all of them. */
export const lintPlanted = async (
  plants: readonly Plant[],
): Promise<ReadonlyMap<string, readonly LintFinding[]>> => {
  const tree = plantTree(plants);
  try {
    const { files, findings } = await lintFindings(tree.root);
    if (files < plants.length)
      throw new Error(`the linter saw ${files} of ${plants.length} planted files`);
    return new Map(
      plants.map(({ file }) => [file, findings.filter((finding) => finding.file === file)]),
    );
  } finally {
    tree.remove();
  }
};
