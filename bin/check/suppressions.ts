import { readFileSync } from "node:fs";
import path from "node:path";
import { codeFiles } from "./source-files.ts";
import type { Outcome } from "./step.ts";

/** What no comment may switch off: sizes are exempt by path, import rules by the table. */
const never = /max-lines|no-restricted-imports|no-cycle|no-restricted-globals|no-barrel-file/;

const directive = /(?:oxlint|eslint)-disable(?<scope>-next-line|-line)?(?<rest>[^\n]*)/g;
const shortestReason = 12;

const problemOf = (scope: string | undefined, rest: string): string | undefined => {
  const [rules = "", reason = ""] = rest.replace(/\*\/.*$/, "").split(" -- ");
  if (scope === undefined) return "switches a rule off for a whole file: do it for one line";
  if (rules.trim() === "") return "switches every rule off: name the one";
  if (never.test(rules)) return `${rules.trim()} cannot be switched off by a comment`;
  if (reason.trim().length < shortestReason)
    return "has no reason: write ` -- ` and why the rule is wrong here";
  return undefined;
};

/** Every comment that silences the linter, the compiler or the formatter says why. */
export const suppressions = (root: string): Promise<Outcome> => {
  const problems: string[] = [];
  const files = codeFiles(root).filter((file) => !file.startsWith("bin/check/suppressions"));
  for (const file of files) {
    const lines = readFileSync(path.join(root, file), "utf8").split("\n");
    for (const [index, line] of lines.entries()) {
      for (const match of line.matchAll(directive)) {
        const problem = problemOf(match.groups?.["scope"], match.groups?.["rest"] ?? "");
        if (problem !== undefined) problems.push(`${file}:${index + 1} this comment ${problem}`);
      }
      if (/@ts-(?:ignore|nocheck)|(?:oxfmt|prettier)-ignore/.test(line))
        problems.push(
          `${file}:${index + 1} this comment silences a tool without saying what is wrong`,
        );
    }
  }
  return Promise.resolve({ problems, seen: files.length, expected: 1 });
};
