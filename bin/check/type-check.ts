import path from "node:path";
import { runTool } from "./run-tool.ts";
import { typeScriptFiles } from "./source-files.ts";
import type { Outcome } from "./step.ts";

const projects = ["tsconfig.json", "src/web/tsconfig.json", "test/journeys/tsconfig.json"];

/**
 * Types of all code: the server, the screens and the journeys have a tsconfig each. A file that none of them
 * reads is a problem, for nobody would ever check it.
 */
export const typeCheck = async (root: string): Promise<Outcome> => {
  const files = typeScriptFiles(root);
  const problems = new Set<string>();
  const read = new Set<string>();
  for (const project of projects) {
    const run = await runTool(root, "node_modules/typescript/bin/tsc", [
      "--project",
      project,
      "--noEmit",
      "--listFiles",
      "--pretty",
      "false",
    ]);
    for (const line of run.out.split("\n").filter((text) => text !== ""))
      if (path.isAbsolute(line)) read.add(path.relative(root, line));
      else problems.add(line);
    if (run.error !== "") problems.add(run.error.trim());
  }
  const unread = files.filter((file) => !read.has(file));
  for (const file of unread) problems.add(`${file}: no tsconfig.json includes it`);
  return { problems: [...problems], seen: files.length - unread.length, expected: files.length };
};
