import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { runTool } from "./run-tool.ts";
import type { Outcome } from "./step.ts";

/** JavaScript before the first usable screen, all chunks, in bytes after gzip. */
const budgets = { staff: 180_000, patient: 110_000, public: 30_000 };

const entrySchema = z.object({ gzip: z.number().positive() });
const reportSchema = z.object({ staff: entrySchema, patient: entrySchema });

/** All scripts that any public page may load, taken together. */
const publicBytes = (root: string): number => {
  const folder = path.join(root, "src/server/pages/scripts");
  const scripts = readdirSync(folder).map((name) => readFileSync(path.join(folder, name)));
  return scripts.reduce((sum, script) => sum + gzipSync(script).length, 0);
};

const sizesOf = (root: string): Readonly<Record<keyof typeof budgets, number>> => {
  const report = readFileSync(path.join(root, "dist/web/bundle.json"), "utf8");
  const { staff, patient } = reportSchema.parse(JSON.parse(report));
  return { staff: staff.gzip, patient: patient.gzip, public: publicBytes(root) };
};

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** What each entry loads before its first screen stays within its budget. Builds the web app when it is stale. */
export const bundleBudgets = async (root: string): Promise<Outcome> => {
  const build = await runTool(root, "bin/check/build-web-app.mjs", []);
  if (build.code !== 0) return { problems: [build.error.trim()], seen: 0, expected: 0 };
  const sizes = Object.entries(sizesOf(root));
  const budgetOf = new Map(Object.entries(budgets));
  const problems = sizes
    .filter(([entry, bytes]) => bytes > (budgetOf.get(entry) ?? 0))
    .map(([entry, bytes]) => `${entry}: ${bytes} bytes, at most ${budgetOf.get(entry)}`);
  const note = sizes.map(([entry, bytes]) => `${entry} ${kilobytes(bytes)}`).join(", ");
  return { problems, seen: sizes.length, expected: budgetOf.size, note };
};
