import { z } from "zod";
import { runTool } from "./run-tool.ts";
import { codeFiles } from "./source-files.ts";
import type { Outcome } from "./step.ts";

const reportSchema = z.object({
  files: z.number(),
  found: z.array(
    z.object({ kind: z.string(), file: z.string(), symbol: z.string(), line: z.number() }),
  ),
});

const words: Readonly<Record<string, string>> = {
  files: "nothing reaches this file",
  dependencies: "nothing uses this package",
  devDependencies: "nothing uses this package",
  unlisted: "this package is not in package.json",
  unresolved: "this import leads nowhere",
  exports: "nothing imports this",
  types: "nothing imports this type",
  duplicates: "exported twice",
};

/** Files, exports and packages that nothing uses. */
export const deadCode = async (root: string): Promise<Outcome> => {
  // A file of declarations alone is no file to knip.
  const expected = codeFiles(root).filter((file) => !file.endsWith(".d.ts")).length;
  const run = await runTool(root, "node_modules/knip/bin/knip.js", [
    "--no-progress",
    "--no-config-hints",
    "--reporter",
    "./bin/check/knip-reporter.ts",
  ]);
  const start = run.out.indexOf("{");
  if (start === -1) return { problems: [run.out + run.error], seen: 0, expected: 1 };
  const { files, found } = reportSchema.parse(JSON.parse(run.out.slice(start)));
  const problems = found.map(
    ({ kind, file, symbol, line }) =>
      `${file}${line > 0 ? `:${line}` : ""} ${kind === "files" ? "" : `${symbol}: `}${words[kind] ?? kind}`,
  );
  return { problems: problems.toSorted(), seen: files, expected };
};
