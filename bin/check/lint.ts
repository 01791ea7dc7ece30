import { z } from "zod";
import { runTool } from "./run-tool.ts";
import { codeFiles } from "./source-files.ts";
import type { Outcome } from "./step.ts";

const reportSchema = z.object({
  number_of_files: z.number(),
  diagnostics: z.array(
    z.object({
      message: z.string(),
      code: z.string().optional(),
      help: z.string().nullish(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number(), column: z.number() }) })),
    }),
  ),
});

export interface LintFinding {
  readonly file: string;
  readonly line: number;
  /** The rule, for example `eslint(no-restricted-imports)`. */
  readonly rule: string;
  readonly text: string;
}

/** Runs the linter with the configuration in `root`, type-aware, and reads what it reports. */
export const lintFindings = async (
  root: string,
): Promise<{ readonly files: number; readonly findings: readonly LintFinding[] }> => {
  const run = await runTool(root, "node_modules/oxlint/bin/oxlint", ["--format", "json"]);
  const start = run.out.indexOf("{");
  if (start === -1) throw new Error(run.out + run.error);
  const report = reportSchema.parse(JSON.parse(run.out.slice(start)));
  const findings = report.diagnostics.map(({ filename, labels, code, message, help }) => ({
    file: filename,
    line: labels[0]?.span.line ?? 0,
    rule: code ?? "",
    text: help === null || help === undefined ? message : `${message} ${help}`,
  }));
  return { files: report.number_of_files, findings };
};

export const lint = async (root: string): Promise<Outcome> => {
  const expected = codeFiles(root).length;
  const { files, findings } = await lintFindings(root);
  const problems = findings
    .map(({ file, line, rule, text }) => `${file}:${line} ${rule} ${text}`)
    .toSorted();
  return { problems, seen: files, expected };
};
