import { conflictOf, type ConflictOf, type Problem } from "#domain/contract/problem.ts";

/** Every refusal of this noun's own, all 409. */
export type ImportConflict =
  | "import-not-open"
  | "import-not-ready"
  | "import-not-running"
  | "import-is-over"
  | "import-empty"
  | "import-file-broken"
  | "import-one-table"
  | "import-file-twice"
  | "import-entry-not-asked";

/** A refusal to be thrown. `values` say where in a file it broke, never what stood there. */
export const conflict: ConflictOf<ImportConflict> = conflictOf;

/** Why a file cannot be read as what it should be. */
export const fileBreaks = [
  "empty",
  "cut-off",
  "not-json",
  "not-fhir",
  "too-deep",
  "too-long",
  "mixed-encoding",
  "not-text",
  "no-header",
  "not-a-table",
  "too-many-columns",
] as const;
export type FileBreak = (typeof fileBreaks)[number];

/** The file is not what it should be, from this line on. Nothing of it is kept. */
export const brokenFile = (why: FileBreak, line?: number): Problem =>
  conflict("import-file-broken", { values: { why, ...(line !== undefined && { line }) } });
