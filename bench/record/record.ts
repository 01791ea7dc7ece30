import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Report } from "../frame/report.ts";
import { courseText } from "./course.ts";
import { figuresOf } from "./figures-table.ts";
import { keepRun, readHistory } from "./history-files.ts";
import { keptRunOf } from "./kept-run.ts";
import { fillPage, namesOnPage } from "./page.ts";

const folderOf = (root: string): string => path.join(root, "bench/history");
const pageOf = (root: string): string => path.join(root, "docs/performance.md");

/** The page as it has to be for what is kept. */
export const pageFor = (page: string, folder: string): string =>
  fillPage(page, (name) => figuresOf(name, readHistory(folder, name)));

/** Writes the newest kept figures into the page. Answers the benchmarks that the page has no place for. */
export const writePage = (root: string, names: readonly string[]): readonly string[] => {
  const before = readFileSync(pageOf(root), "utf8");
  const after = pageFor(before, folderOf(root));
  if (after !== before) writeFileSync(pageOf(root), after);
  const placed = namesOnPage(after);
  return names.filter((name) => !placed.includes(name));
};

/** Adds a run to the histories of its benchmarks. What does not count is not kept. */
export const keepReport = (root: string, report: Report): void => {
  for (const benchmark of report.benchmarks) {
    const run = keptRunOf(report, benchmark);
    if (run !== undefined) keepRun(folderOf(root), benchmark.name, run);
  }
};

export const coursesText = (root: string, names: readonly string[]): string =>
  names.map((name) => courseText(name, readHistory(folderOf(root), name))).join("\n");
