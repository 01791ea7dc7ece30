import { readFileSync } from "node:fs";
import path from "node:path";
import { sizes } from "../../architecture/code-rules.ts";
import { placeProblems } from "../../architecture/house.ts";
import { fewestFiles, sourceFiles } from "./source-files.ts";
import type { Outcome } from "./step.ts";

const isData = (file: string): boolean =>
  file.startsWith("test/golden/") || file.includes("/locales/") || file.startsWith("db/");

const lineCount = (root: string, file: string): number =>
  readFileSync(path.join(root, file), "utf8").trimEnd().split("\n").length;

/** Names and places of files, and the length of style sheets; the linter measures code. */
export const namesAndSizes = (root: string): Promise<Outcome> => {
  const files = sourceFiles(root).filter((file) => !isData(file));
  const problems = files.flatMap((file) =>
    placeProblems(file).map((problem) => `${file}: ${problem}`),
  );
  for (const file of files.filter((name) => name.endsWith(".css"))) {
    const lines = lineCount(root, file);
    if (lines > sizes.file) problems.push(`${file}: ${lines} lines, at most ${sizes.file}`);
  }
  return Promise.resolve({ problems, seen: files.length, expected: fewestFiles });
};

/** The files that grow, so that growth is seen before it is too late. */
export const largestFiles = (root: string, most = 10): string[] =>
  sourceFiles(root)
    .filter((file) => /\.(?:tsx?|m?js|css)$/.test(file) && !isData(file))
    .map((file) => ({ file, lines: lineCount(root, file) }))
    .toSorted((one, other) => other.lines - one.lines)
    .slice(0, most)
    .map(({ file, lines }) => `${String(lines).padStart(5)}  ${file}`);
