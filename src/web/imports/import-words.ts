import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Label } from "#domain/basics/label.ts";
import type { FileBreak } from "#domain/imports/conflict.ts";
import type { ImportOutcome, ImportState } from "#domain/imports/import.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import type { HistoryWords } from "#web/ui/history-card.tsx";

export const importStateWords: Readonly<Record<ImportState, MessageDescriptor>> = {
  receiving: msg`Waiting to be looked at`,
  rehearsing: msg`Being looked at`,
  rehearsed: msg`Looked at, nobody changed`,
  running: msg`Bringing people over`,
  stopped: msg`Stopped`,
  done: msg`Done`,
  discarded: msg`Discarded`,
};

/** Before a run: what would become of an entry. */
export const wouldWords: Readonly<Record<ImportOutcome, MessageDescriptor>> = {
  taken: msg`Would be new`,
  merged: msg`Would be added to`,
  unchanged: msg`Here already`,
  asked: msg`Somebody has to say`,
  skipped: msg`Left out`,
  refused: msg`Refused`,
};

export const didWords: Readonly<Record<ImportOutcome, MessageDescriptor>> = {
  ...wouldWords,
  taken: msg`New`,
  merged: msg`Added to`,
};

export const labelChoiceWords: Readonly<Record<Label, MessageDescriptor>> = {
  restricted: msg`Not known: kept most closely`,
  "part-2": msg`Substance use treatment (42 CFR Part 2)`,
  "mental-health": msg`Mental health care`,
  general: msg`Other health care`,
};

export const resourceWords: Readonly<Record<string, MessageDescriptor>> = {
  Patient: msg`Person`,
  Row: msg`Person`,
  RelatedPerson: msg`Contact`,
  Coverage: msg`Policy`,
  Condition: msg`Diagnosis`,
  AllergyIntolerance: msg`Allergy`,
  MedicationRequest: msg`Medication`,
};

const breakWords: Readonly<Record<FileBreak, MessageDescriptor>> = {
  empty: msg`The file is empty.`,
  "cut-off": msg`What begins in line {line} has no end. The file may have been cut off on its way: fetch it anew. Nothing of it was kept.`,
  "not-json": msg`What begins in line {line} is no JSON. Nothing of the file was kept.`,
  "not-fhir": msg`What begins in line {line} is no FHIR resource. Nothing of the file was kept.`,
  "too-deep": msg`Line {line} is nested more deeply than any record is. Nothing of the file was kept.`,
  "too-long": msg`The entry that begins in line {line} is longer than any record is. Nothing of the file was kept.`,
  "mixed-encoding": msg`The file is written in two ways at once, so its letters cannot be trusted. Save it anew as UTF-8.`,
  "not-text": msg`This is no text file. Save a spreadsheet as CSV first.`,
  "no-header": msg`The first row has no names of columns.`,
  "not-a-table": msg`This is no table from line {line} on. Nothing of the file was kept.`,
  "too-many-columns": msg`There are more than 200 columns. Leave out what is of no use and try again.`,
};

/** Why a file cannot be read, by the reason the refusal gives. */
export const breakSentence = (why: unknown): MessageDescriptor =>
  Object.entries(breakWords).find(([code]) => code === why)?.[1] ?? breakWords["not-text"];

export const importProblemWords: ProblemWords = {
  "import-not-open": msg`This import takes no more files. Begin another one.`,
  "import-not-ready": msg`This import is not ready for that. Look at where it stands now.`,
  "import-not-running": msg`This import is not at work any more.`,
  "import-is-over": msg`This import is at work or over. Stop it first.`,
  "import-empty": msg`The file holds nobody: no resource and no row that could be taken.`,
  "import-one-table": msg`An import takes one table. Begin another one.`,
  "import-file-twice": msg`This file is there already.`,
  "import-entry-not-asked": msg`This has been decided meanwhile.`,
  "changed-meanwhile": msg`Somebody else changed this import meanwhile. Look at where it stands now.`,
  "one-column": msg`The table has only one column. Save it with a comma, a semicolon, a tab or a bar between the cells, discard this import and begin again.`,
  twice: msg`Two columns are said to be the same.`,
  "no-name": msg`Say which columns hold the given and the family name, or the whole name.`,
  "no-birth-date": msg`Say which column holds the birth date.`,
  "no-date-order": msg`Say in which order the days are written.`,
};

export const importHistoryWords: HistoryWords = {
  verbs: {
    receive: msg`added a file`,
    "match-columns": msg`said which column is what`,
    rehearse: msg`had it looked at`,
    run: msg`had people brought over`,
    stop: msg`stopped it`,
    finish: msg`was through`,
    discard: msg`discarded it`,
    "decide-person": msg`said who somebody is`,
    "decide-payer": msg`said which payer a name is`,
  },
  fields: {
    kind: msg`Kind`,
    source: msg`Source`,
    label: msg`Kept as`,
  },
  values: { fhir: msg`FHIR`, "patients-csv": msg`a table`, ...labelChoiceWords },
};
