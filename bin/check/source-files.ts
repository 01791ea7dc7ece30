import { readdirSync } from "node:fs";
import path from "node:path";

const folders = ["architecture", "bench", "bin", "db", "src", "test"];

/** Fewer than this and the walk itself has lost its way. Raised as the house grows. */
export const fewestFiles = 1500;

const inside = (root: string, folder: string): string[] => {
  try {
    return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
};

/** Every file of the project's own folders, and the configuration beside them, relative to `root`. */
export const sourceFiles = (root: string): string[] =>
  [
    ...folders.flatMap((folder) => inside(root, folder)),
    ...readdirSync(root).filter((name) => name.endsWith(".config.ts")),
  ].toSorted();

/** The files a person writes in TypeScript or JavaScript. */
export const codeFiles = (root: string): string[] =>
  sourceFiles(root).filter((file) => /\.(?:tsx?|m?js)$/.test(file));

export const typeScriptFiles = (root: string): string[] =>
  sourceFiles(root).filter((file) => /\.tsx?$/.test(file));
