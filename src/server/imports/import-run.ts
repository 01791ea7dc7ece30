import { z } from "zod";
import { labelSchema, type Label } from "#domain/basics/label.ts";
import {
  importFileSchema,
  importKindSchema,
  importStateSchema,
  type ImportFile,
  type ImportKind,
  type ImportState,
} from "#domain/imports/import.ts";
import { tableColumnsSchema, type TableColumns } from "#domain/imports/table-columns.ts";
import type { RunRow } from "#server/imports/import-run.queries.ts";

/** An import as its row says it. */
export interface ImportRun {
  readonly id: string;
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly source: string;
  readonly label: Label;
  readonly files: readonly ImportFile[];
  readonly columns: TableColumns | null;
  readonly skipped: Readonly<Record<string, number>>;
  readonly entries: number;
  readonly done: number;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly accountId: string | null;
  readonly actorName: string;
  readonly version: number;
}

export const runOf = (row: RunRow): ImportRun => ({
  ...row,
  kind: importKindSchema.parse(row.kind),
  state: importStateSchema.parse(row.state),
  label: labelSchema.parse(row.label),
  files: z.array(importFileSchema).parse(row.files),
  columns: tableColumnsSchema.nullable().parse(row.columns),
  skipped: z.record(z.string(), z.int()).parse(row.skipped),
});
