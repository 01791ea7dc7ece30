import type { ProblemValues } from "#domain/contract/problem.ts";
import type { FileBreak } from "#domain/imports/conflict.ts";

const reasons: Readonly<Record<FileBreak, string>> = {
  empty: "holds nothing.",
  "cut-off":
    "cannot be read: what begins in line {line} has no end. It may have been cut off on its way: fetch it anew.",
  "not-json": "cannot be read: what begins in line {line} is no JSON.",
  "not-fhir": "cannot be taken: what begins in line {line} is no FHIR resource.",
  "too-deep": "cannot be taken: line {line} is nested more deeply than any record is.",
  "too-long": "cannot be taken: what begins in line {line} is longer than any record is.",
  "mixed-encoding":
    "is written in two ways at once, so its letters cannot be trusted. Save it anew as UTF-8.",
  "not-text": "is no text. Unpack it first; save a spreadsheet as CSV.",
  "no-header": "has no names of columns in its first row.",
  "not-a-table": "cannot be read: from line {line} on it is no table.",
  "too-many-columns": "has more than 200 columns. Leave out what is of no use.",
};

/** Why a file cannot be brought, at the terminal; `values` are those of the refusal and the name of the file. */
export const brokenFileSentence = ({ why, line, file }: ProblemValues): string => {
  const reason = Object.entries(reasons).find(([code]) => code === why)?.[1] ?? "cannot be read.";
  return `${String(file ?? "The file")} ${reason.replace("{line}", String(line ?? "?"))} Nothing was kept, nobody was changed.`;
};
