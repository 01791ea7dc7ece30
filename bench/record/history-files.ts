import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { keptRunSchema, type KeptRun } from "./kept-run.ts";

const ending = ".jsonl";

/** Thrown where a line of a history is none. */
export class HistoryUnreadable extends Error {}

const runOf = (line: string, place: string): KeptRun => {
  try {
    return keptRunSchema.parse(JSON.parse(line));
  } catch (error) {
    throw new HistoryUnreadable(`${place} is no kept run: ${String(error)}`);
  }
};

/** The runs of a history, a line each, oldest first. */
export const readRuns = (text: string, file: string): readonly KeptRun[] =>
  text
    .split("\n")
    .flatMap((line, at) => (line === "" ? [] : [runOf(line, `${file}, line ${at + 1}`)]));

/** The runs that were kept of one benchmark, oldest first; none where there is no file. */
export const readHistory = (folder: string, name: string): readonly KeptRun[] => {
  const file = path.join(folder, `${name}${ending}`);
  return existsSync(file) ? readRuns(readFileSync(file, "utf8"), file) : [];
};

export const keepRun = (folder: string, name: string, run: KeptRun): void => {
  mkdirSync(folder, { recursive: true });
  appendFileSync(path.join(folder, `${name}${ending}`), `${JSON.stringify(run)}\n`);
};

/** The benchmarks of which something is kept. */
export const namesInHistory = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(ending))
        .map((file) => file.slice(0, -ending.length))
        .toSorted()
    : [];
