import { notFound, problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/imports/conflict.ts";
import type * as api from "#domain/imports/decision.api.ts";
import { importEntrySchema, type Import, type ImportEntry } from "#domain/imports/import.ts";
import { findingsOf } from "#server/imports/findings-of.ts";
import { advance, getRun, lockRun, readImport } from "#server/imports/import.service.ts";
import * as entries from "#server/imports/import-entry.queries.ts";
import {
  decidePayer,
  listUnknownPayers as unknownPayers,
} from "#server/imports/import-report.queries.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import { lookAtBelongings } from "#server/imports/look-at-belongings.ts";
import { lookAtPeople } from "#server/imports/look-at-people.ts";
import { readPerson } from "#server/imports/read-entry.ts";
import { takeSome } from "#server/imports/step-import.service.ts";
import { holdPayer } from "#server/payers/payer.service.ts";
import { listLikelyDuplicates } from "#server/patients/likely-duplicates.service.ts";
import { holdPatient } from "#server/patients/patient.service.ts";
import type { Work } from "#server/platform/work.ts";

/** What belongs to one person of a file. */
const mostBelongings = 10_000;

const isOver = ({ state }: ImportRun): boolean => state === "done" || state === "stopped";

/** An import that somebody may decide in: looked at, and not at work. */
const lockForDecision = async (work: Work, importId: string): Promise<ImportRun> => {
  const run = await lockRun(work, importId);
  if (run.state !== "rehearsed" && !isOver(run)) throw conflict("import-not-ready");
  return run;
};

const askedPerson = (run: ImportRun, entry: entries.EntryRow | undefined) => {
  if (entry === undefined) throw notFound();
  const isAsked = entry.phase === 1 && entry.outcome === "asked" && entry.content !== null;
  const person = isAsked ? readPerson(run.columns, entry).facts : null;
  if (person === null) throw conflict("import-entry-not-asked");
  return person;
};

export const listImportMatches = async (
  work: Work,
  { importId, number }: Parsed<typeof api.listImportMatches>,
): Promise<Output<typeof api.listImportMatches>> => {
  const run = await getRun(work, importId);
  const [entry] = await entries.listNumbered(work, importId, [number]);
  const { facts } = askedPerson(run, entry);
  const { givenName, familyName, birthDate, phone, email } = facts;
  const { rows } = await listLikelyDuplicates(work, {
    givenName,
    familyName,
    birthDate,
    phone: phone ?? undefined,
    email: email ?? undefined,
  });
  return { person: facts, rows };
};

const look = async (
  work: Work,
  run: ImportRun,
  batch: readonly entries.EntryRow[],
): Promise<void> => {
  const people = batch.filter(({ phase }) => phase === 1);
  const rest = batch.filter(({ phase }) => phase === 2);
  if (people.length > 0)
    await entries.writeSeen(work, run.id, await lookAtPeople(work, run, people));
  if (rest.length > 0)
    await entries.writeSeen(work, run.id, await lookAtBelongings(work, run, rest));
};

/** Says who somebody of a file is. After a run it is done at once; before it, the run does it. */
export const decideImportPerson = async (
  work: Work,
  { importId, number, is, patientId }: Parsed<typeof api.decideImportPerson>,
): Promise<ImportEntry> => {
  const run = await lockForDecision(work, importId);
  askedPerson(run, await entries.lockEntry(work, importId, number));
  if (is === "same" && patientId === undefined)
    throw problem("invalid-input", { fields: { patientId: { code: "missing" } } });
  const same = is === "same" && patientId !== undefined ? await holdPatient(work, patientId) : null;
  await entries.decideEntry(work, importId, number, {
    decided: is,
    patientId: same?.id ?? null,
  });
  await entries.forgetSeen(work, importId, [number]);
  await look(work, run, await entries.listNumbered(work, importId, [number]));
  await look(work, run, await entries.listUnseen(work, importId, mostBelongings));
  await advance(work, run, "decide-person", {});
  if (isOver(run)) await takeSome(work, run, [number]);
  const [entry] = await entries.listNumbered(work, importId, [number]);
  if (entry === undefined) throw notFound();
  return importEntrySchema.parse({ ...entry, findings: findingsOf(entry) });
};

export const listUnknownPayers = async (
  work: Work,
  importId: string,
): Promise<Output<typeof api.listUnknownPayers>> => {
  await getRun(work, importId);
  return { rows: await unknownPayers(work, importId) };
};

/** Says which payer a name of a file is, for every policy that names it. */
export const decideImportPayer = async (
  work: Work,
  { importId, payerName, payerId }: Parsed<typeof api.decideImportPayer>,
): Promise<Import> => {
  const run = await lockForDecision(work, importId);
  if (payerId !== null && (await holdPayer(work, payerId)) === undefined)
    throw problem("invalid-input", { fields: { payerId: { code: "not-a-choice" } } });
  const numbers = await decidePayer(work, importId, payerName, payerId);
  await look(work, run, await entries.listNumbered(work, importId, numbers));
  await advance(work, run, "decide-payer", {});
  if (isOver(run)) await takeSome(work, run, []);
  return readImport(work, importId);
};
