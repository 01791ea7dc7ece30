import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { runTool } from "./run-tool.ts";
import type { Outcome } from "./step.ts";

/** JavaScript before the first usable screen, all chunks, in bytes after gzip. A door is where one signs in. */
const budgets = {
  staff: 160_000,
  "staff-door": 110_000,
  patient: 110_000,
  "patient-door": 110_000,
  public: 30_000,
};
/** A page asks for no more files of code than this before it is there: on a telephone each asking takes as long as 30 kB. */
const mostFiles = 6;

const entrySchema = z.object({ gzip: z.number().positive(), files: z.array(z.unknown()) });
const reportSchema = z.record(z.string(), entrySchema);

/** All scripts that any public page may load, taken together. */
const publicBytes = (root: string): number => {
  const folder = path.join(root, "src/server/pages/scripts");
  const scripts = readdirSync(folder).map((name) => readFileSync(path.join(folder, name)));
  return scripts.reduce((sum, script) => sum + gzipSync(script).length, 0);
};

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** What each page loads before its first screen stays within its budget. Builds the web app when it is stale. */
export const bundleBudgets = async (root: string): Promise<Outcome> => {
  const build = await runTool(root, "bin/check/build-web-app.mjs", []);
  if (build.code !== 0) return { problems: [build.error.trim()], seen: 0, expected: 0 };
  const report = readFileSync(path.join(root, "dist/web/bundle.json"), "utf8");
  const pages = Object.entries(reportSchema.parse(JSON.parse(report)));
  const sizes = new Map(pages.map(([page, { gzip }]) => [page, gzip])).set(
    "public",
    publicBytes(root),
  );
  const problems = [
    ...Object.entries(budgets)
      .filter(([page, budget]) => (sizes.get(page) ?? Number.POSITIVE_INFINITY) > budget)
      .map(([page, budget]) => `${page}: ${sizes.get(page)} bytes, at most ${budget}`),
    ...pages
      .filter(([, { files }]) => files.length > mostFiles)
      .map(([page, { files }]) => `${page}: ${files.length} files, at most ${mostFiles}`),
  ];
  const note = [...sizes].map(([page, bytes]) => `${page} ${kilobytes(bytes)}`).join(", ");
  return { problems, seen: sizes.size, expected: Object.keys(budgets).length, note };
};
