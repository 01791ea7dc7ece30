import { readFileSync } from "node:fs";
import path from "node:path";
import { lintConfig } from "../../architecture/lint-config.ts";
import type { Outcome } from "./step.ts";

/** `.oxlintrc.json` is what `architecture/` makes of the table of nouns and the rules. */
export const lintConfigFresh = (root: string): Promise<Outcome> => {
  const file = ".oxlintrc.json";
  const kept: unknown = JSON.parse(readFileSync(path.join(root, file), "utf8"));
  const made = lintConfig();
  const same = JSON.stringify(kept) === JSON.stringify(made);
  const problems = same
    ? []
    : [`${file} is older than architecture/: node architecture/write-lint-config.ts`];
  return Promise.resolve({ problems, seen: made.overrides.length, expected: 1 });
};
