import type { Readable } from "node:stream";
import { Problem, notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/exports/export.api.ts";
import { exportRunSchema, type ExportRun } from "#domain/exports/export-run.ts";
import { recipientSchema } from "#domain/privacy/disclosure.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import { patientsOf } from "#server/exports/chart-copy.queries.ts";
import * as queries from "#server/exports/export-run.queries.ts";
import { assertStillTold } from "#server/exports/transfer-door.ts";
import { zipOf } from "#server/exports/zip-of.ts";
import type { FileAnswer } from "#server/platform/http/on.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";

/** An export as it is answered. One that has expired holds nothing, whether or not it was swept already. */
export const exportOf = ({ now }: Pick<Work, "now">, row: queries.ExportRow): ExportRun => {
  const isExpired = row.state === "ready" && (row.expiresAt ?? "") <= now.toString();
  return exportRunSchema.parse({
    ...row,
    state: isExpired ? "removed" : row.state,
    recipient: recipientSchema.parse(row.recipient).name,
    from: row.fromDate,
    to: row.toDate,
    requestedBy: row.actorName,
  });
};

export const getRun = async (work: Work, exportId: string): Promise<ExportRun> => {
  const row = await queries.findRun(work, exportId);
  if (row === undefined) throw notFound();
  return exportOf(work, row);
};

/** One of the whole organization; those of a person are read where the person is. */
export const readExport = async (work: Work, exportId: string): Promise<ExportRun> => {
  const run = await getRun(work, exportId);
  if (run.kind !== "organization") throw notFound();
  return run;
};

const listed = async (
  work: Work,
  patientId: string | null,
  page: { readonly limit: number; readonly cursor?: string | undefined },
) => {
  const found = pageOfRows(await queries.listRuns(work, patientId, page), page.limit);
  return { ...found, rows: found.rows.map((row) => exportOf(work, row)) };
};

export const listExports = (
  work: Work,
  input: Parsed<typeof api.listExports>,
): Promise<Output<typeof api.listExports>> => listed(work, null, input);

export const listPatientExports = async (
  work: Work,
  { patientId, ...page }: Parsed<typeof api.listPatientExports>,
): Promise<Output<typeof api.listPatientExports>> => {
  if ((await patientsOf(work, [patientId])).length === 0) throw notFound();
  return listed(work, patientId, page);
};

/** A file of an export, portion by portion. */
export async function* portionsOf(
  work: Work,
  exportId: string,
  file: string,
): AsyncGenerator<Buffer> {
  for (let number = 0; ; number++) {
    const content = await queries.readPart(work, exportId, file, number);
    if (content === undefined) return;
    yield content;
  }
}

/** What an export holds as one .zip, read portion by portion. */
export const zipOfRun = (work: Work, run: ExportRun): Readable =>
  zipOf(
    run.files.map(({ name }) => ({ name, portions: () => portionsOf(work, run.id, name) })),
    run.finishedAt ?? run.requestedAt,
  );

/** The files of an export that is ready; refused where they are not yet or no more. */
export const filesOf = (work: Work, run: ExportRun, name: string): FileAnswer => {
  if (run.state === "removed") throw new Problem("export-removed", 410);
  if (run.state !== "ready") throw new Problem("export-not-ready", 409);
  return { name, type: "application/zip", content: zipOfRun(work, run) };
};

/** The whole organization; to a successor only while of everybody in it may still be told. */
export const downloadExport = async (work: Work, exportId: string): Promise<FileAnswer> => {
  const run = await readExport(work, exportId);
  if (run.state === "ready" && run.ground === "successor") {
    const row = await queries.findRun(work, exportId);
    await assertStillTold(work, exportId, recipientSchema.parse(row?.recipient));
  }
  return filesOf(work, run, `stepwell-${run.requestedAt.slice(0, 10)}.zip`);
};

/** Takes the files of an export away; that it was made, for whom and why, stays. */
const empty = async (
  work: Work,
  row: queries.ExportRow,
  state: "removed" | "cancelled",
  reason: string,
): Promise<void> => {
  await queries.deleteParts(work, row.id);
  await queries.updateRun(work, row.id, { state, touchedAt: work.now.toString() });
  const changes = { state: { from: row.state, to: state } };
  const after = { id: row.id, version: row.version + 1 };
  await recordChange(work, "export", after, { verb: "remove", changes, reason });
};

/** Stops an export under way, or takes away what a finished one holds. Doing it twice is doing it once. */
export const removeExport = async (work: Work, exportId: string): Promise<ExportRun> => {
  const row = await queries.lockRun(work, exportId);
  if (row === undefined || row.kind !== "organization") throw notFound();
  if (row.state === "ready") await empty(work, row, "removed", "asked");
  if (row.state === "waiting" || row.state === "running")
    await empty(work, row, "cancelled", "asked");
  return readExport(work, exportId);
};

/** Takes away what was kept long enough. Answers how many exports. */
export const removeExpiredExports = async (work: Work): Promise<number> => {
  const expired = await queries.expiredRuns(work, work.now.toString());
  for (const row of expired) await empty(work, row, "removed", "expired");
  return expired.length;
};
