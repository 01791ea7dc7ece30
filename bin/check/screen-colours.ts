import { readFileSync } from "node:fs";
import path from "node:path";
import { sourceFiles } from "./source-files.ts";
import type { Outcome } from "./step.ts";

const parts = "src/web/ui/";
const hex = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?![\w/-])/gi;
const colourCall = /\b(?:rgba?|hsla?|oklch|lab|lch|color-mix)\(/g;

/**
 * Only the parts in web/ui style anything: outside of them there is no style sheet and
 * no colour value. `style`, `className` and the colour props of the kit are refused by the linter.
 */
export const screenColours = (root: string): Promise<Outcome> => {
  const problems: string[] = [];
  const files = sourceFiles(root).filter(
    (file) => /^src\/web\/.*\.(?:tsx?|css)$/.test(file) && !file.includes("/locales/"),
  );
  for (const file of files.filter((name) => !name.startsWith(parts))) {
    if (file.endsWith(".css")) problems.push(`${file}: style sheets live in src/web/ui`);
    const lines = readFileSync(path.join(root, file), "utf8").split("\n");
    for (const [index, line] of lines.entries())
      for (const [found] of [...line.matchAll(hex), ...line.matchAll(colourCall)])
        problems.push(`${file}:${index + 1} ${found} is a colour: use a part of src/web/ui`);
  }
  return Promise.resolve({ problems, seen: files.length, expected: 1 });
};
