import { runTool } from "./run-tool.ts";
import { codeFiles } from "./source-files.ts";
import type { Outcome } from "./step.ts";

/** Everything is laid out by the formatter. The linter's configuration is printed by us, one rule a line. */
export const format = async (root: string): Promise<Outcome> => {
  const expected = codeFiles(root).length;
  const run = await runTool(root, "node_modules/oxfmt/bin/oxfmt", [
    "--check",
    ".",
    "!.oxlintrc.json",
  ]);
  const text = run.out + run.error;
  const seen = Number(/on (\d+) files?/.exec(text)?.[1] ?? 0);
  const problems = [...text.matchAll(/^(\S+) \(\d+ms\)$/gm)].map(
    ([, file]) => `${file}: not laid out, run oxfmt`,
  );
  if (run.code !== 0 && problems.length === 0) problems.push(text.trim());
  return { problems, seen, expected };
};
