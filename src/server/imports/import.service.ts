import { changesBetween, type Revision } from "#domain/basics/revision.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/imports/conflict.ts";
import type * as api from "#domain/imports/import.api.ts";
import {
  importEntrySchema,
  importRowSchema,
  importSchema,
  type Import,
  type ImportState,
} from "#domain/imports/import.ts";
import { columnProblems } from "#domain/imports/table-columns.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import { findingsOf } from "#server/imports/findings-of.ts";
import * as entries from "#server/imports/import-entry.queries.ts";
import { importStepKind } from "#server/imports/import-step-kind.ts";
import * as report from "#server/imports/import-report.queries.ts";
import { runOf, type ImportRun } from "#server/imports/import-run.ts";
import * as runs from "#server/imports/import-run.queries.ts";
import { enqueue } from "#server/platform/outbox/outbox.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { getHistory } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";

const countsOf = (counts: readonly report.OutcomeCount[], phase: number) =>
  Object.fromEntries(
    counts.filter((one) => one.phase === phase).map(({ outcome, count }) => [outcome, count]),
  );

const noCounts = { taken: 0, merged: 0, unchanged: 0, asked: 0, skipped: 0, refused: 0 };

const importOf = async (work: Work, run: ImportRun): Promise<Import> => {
  const counts = await report.countOutcomes(work, run.id);
  return importSchema.parse({
    ...run,
    skippedKinds: run.skipped,
    people: { ...noCounts, ...countsOf(counts, 1) },
    belongings: { ...noCounts, ...countsOf(counts, 2) },
    hasMore: counts.some(({ toTake }) => toTake > 0),
  });
};

export const getRun = async (work: Work, importId: string): Promise<ImportRun> => {
  const row = await runs.findRun(work, importId);
  if (row === undefined) throw notFound();
  return runOf(row);
};

/** The import, held until the transaction ends. */
export const lockRun = async (work: Work, importId: string): Promise<ImportRun> => {
  const row = await runs.lockRun(work, importId);
  if (row === undefined) throw notFound();
  return runOf(row);
};

export const readImport = async (work: Work, importId: string): Promise<Import> =>
  importOf(work, await getRun(work, importId));

export const listImports = async (
  work: Work,
  input: Parsed<typeof api.listImports>,
): Promise<Output<typeof api.listImports>> => {
  const page = pageOfRows(await runs.listRuns(work, input), input.limit);
  return { ...page, rows: page.rows.map((row) => importRowSchema.parse(row)) };
};

export const startImport = async (
  work: Work,
  facts: Parsed<typeof api.startImport>,
): Promise<Import> => {
  const id = work.newId();
  const now = work.now.toString();
  const { accountId, name: actorName } = work.actor;
  const row = { id, state: "receiving", createdAt: now, changedAt: now, accountId, actorName };
  await runs.insertRun(work, { ...row, ...facts });
  const changes = changesBetween(undefined, facts);
  await recordChange(work, "import", { id, version: 1 }, { verb: "create", changes });
  return readImport(work, id);
};

/** One act of somebody, or of the import itself, in its history. The run is locked. */
export const advance = async (
  work: Work,
  run: Pick<ImportRun, "id" | "version">,
  verb: string,
  changed: Parameters<typeof runs.updateRun>[2],
): Promise<void> => {
  await runs.updateRun(work, run.id, changed);
  const record = { id: run.id, version: run.version + 1 };
  await recordChange(work, "import", record, { verb });
};

const lockFor = async (work: Work, importId: string, version: number): Promise<ImportRun> => {
  const run = await lockRun(work, importId);
  await refuseStale(work, "import", run, version);
  return run;
};

const isOneOf = (run: ImportRun, ...states: readonly ImportState[]): boolean =>
  states.includes(run.state);

/** Says which column is which fact. What was looked at under other columns is looked at anew. */
export const matchColumns = async (
  work: Work,
  { importId, version, facts, dateOrder }: Parsed<typeof api.matchColumns>,
): Promise<Import> => {
  const run = await lockFor(work, importId, version);
  const { columns } = run;
  if (columns === null || !isOneOf(run, "receiving", "rehearsed"))
    throw conflict("import-not-open");
  if (facts.length !== columns.columns.length)
    throw problem("invalid-input", { fields: { facts: { code: "not-a-choice" } } });
  const [code] = columnProblems(facts, dateOrder);
  if (code !== undefined) throw problem("invalid-input", { fields: { facts: { code } } });
  const matched = columns.columns.map((column, place) => ({
    ...column,
    fact: facts[place] ?? null,
  }));
  await advance(work, run, "match-columns", {
    columns: JSON.stringify({ ...columns, dateOrder, columns: matched }),
    state: "receiving",
  });
  return readImport(work, importId);
};

const startStep = (work: Work, importId: string): Promise<string> =>
  enqueue(work, { kind: importStepKind, recordId: importId });

/** Begins to look at every entry anew. What was taken stays taken, what was decided stays decided. */
export const rehearseImport = async (
  work: Work,
  { importId, version }: Parsed<typeof api.rehearseImport>,
): Promise<Import> => {
  const run = await lockFor(work, importId, version);
  if (!isOneOf(run, "receiving", "rehearsed", "stopped")) throw conflict("import-not-ready");
  if (run.entries === 0) throw conflict("import-empty");
  const facts = run.columns?.columns.map(({ fact }) => fact);
  if (facts !== undefined && columnProblems(facts, run.columns?.dateOrder ?? null).length > 0)
    throw conflict("import-not-ready");
  await entries.forgetSeen(work, importId);
  await advance(work, run, "rehearse", { state: "rehearsing", done: 0 });
  await startStep(work, importId);
  return readImport(work, importId);
};

/** Begins to take what was looked at, or goes on with it. */
export const runImport = async (
  work: Work,
  { importId, version }: Parsed<typeof api.runImport>,
): Promise<Import> => {
  const run = await lockFor(work, importId, version);
  if (!isOneOf(run, "rehearsed", "stopped")) throw conflict("import-not-ready");
  await advance(work, run, "run", {
    state: "running",
    ...(run.state === "rehearsed" && { done: 0 }),
  });
  await startStep(work, importId);
  return readImport(work, importId);
};

/** Stops between two steps: a person who was being taken is here with everything that is theirs. */
export const stopImport = async (work: Work, importId: string): Promise<Import> => {
  const run = await lockRun(work, importId);
  if (!isOneOf(run, "rehearsing", "running")) throw conflict("import-not-running");
  await advance(work, run, "stop", { state: run.state === "running" ? "stopped" : "receiving" });
  return readImport(work, importId);
};

/** Throws away what was received and not taken. */
export const discardImport = async (
  work: Work,
  { importId, version }: Parsed<typeof api.discardImport>,
): Promise<Import> => {
  const run = await lockFor(work, importId, version);
  if (isOneOf(run, "running", "discarded")) throw conflict("import-is-over");
  await entries.clearContents(work, importId, true);
  await advance(work, run, "discard", { state: "discarded" });
  return readImport(work, importId);
};

const numberOf = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw problem("invalid-input", { fields: { cursor: { code: "not-a-choice" } } });
};

export const listImportEntries = async (
  work: Work,
  { importId, limit, cursor, outcome, of }: Parsed<typeof api.listImportEntries>,
): Promise<Output<typeof api.listImportEntries>> => {
  await getRun(work, importId);
  const phase = of === undefined ? undefined : of === "people" ? 1 : 2;
  const filter = { outcome, phase };
  const place = { afterNumber: numberOf(cursor), limit: limit + 1 };
  const rows = await report.listEntries(work, importId, { ...filter, ...place });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => importEntrySchema.parse({ ...row, findings: findingsOf(row) })),
    total: await report.countEntries(work, importId, filter),
    nextCursor: rows.length > limit && last !== undefined ? String(last.number) : null,
  };
};

export const importHistory = (work: Work, importId: string): Promise<{ rows: Revision[] }> =>
  getHistory(work, "import", importId);
