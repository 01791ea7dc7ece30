import { readFileSync } from "node:fs";
import { Command } from "commander";
import { codeSetText, newestEditionOf } from "#domain/diagnoses/code-set.ts";
import { editionRefusal, withEdition, type EditionRefusal } from "#domain/diagnoses/edition.ts";
import { readOrderFile } from "#domain/diagnoses/order-file.ts";
import { keepCodeSet, loadKeptCodeSet } from "#server/app/code-sets.ts";
import { answer, CommandFailed, withJson } from "#server/app/commands/command.ts";
import { readSettings } from "#server/app/settings.ts";
import { fileTrouble } from "#server/platform/file-trouble.ts";

const refusalSentences: Readonly<Record<EditionRefusal, string>> = {
  "no-first-day": "Editions begin on 1 October or 1 April: write --from like 2026-10-01.",
  older: "A newer edition is in use already. Editions are loaded in the order of their days.",
  incomplete:
    "Many codes that are in use are not in this file. It was cut off, or it is the list of changes: the whole order file is wanted.",
};

const readText = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new CommandFailed(`${file} cannot be read: ${fileTrouble(error)}.`, 2);
  }
};

/** Loads an edition into the data folder; answers what it changes. */
export const importEdition = (dataDir: string, file: string, from: string) => {
  const read = readOrderFile(readText(file));
  if (!read.ok)
    throw new CommandFailed(
      `Line ${read.line} is no line of an ICD-10-CM order file (icd10cm_order_YYYY.txt of the CDC). Nothing was loaded.`,
    );
  loadKeptCodeSet(dataDir);
  const edition = { codes: read.codes, from };
  const refusal = editionRefusal(codeSetText(), edition);
  if (refusal !== null) throw new CommandFailed(refusalSentences[refusal]);
  const { text, ...changes } = withEdition(codeSetText(), edition);
  return { file: keepCodeSet(dataDir, text), from, ...changes };
};

const changesIn = (what: string, codes: readonly string[]): string =>
  codes.length === 0 ? `${what}: none` : `${what}: ${codes.length} (${codes.join(", ")})`;

const importCommand = withJson(new Command("import"))
  .description("load an edition of ICD-10-CM for days of service from its first day on")
  .argument(
    "<file>",
    "the order file of the edition, icd10cm_order_YYYY.txt, as the CDC publishes it",
  )
  .requiredOption("--from <day>", "the first day of the edition, like 2026-10-01")
  .action((file: string, options: { from: string; json?: boolean }) => {
    const done = importEdition(readSettings().dataDir, file, options.from);
    answer(options, done, [
      changesIn("new", done.added),
      changesIn("end the day before", done.ended),
      changesIn("in other words", done.reworded),
      `Kept in ${done.file}. Start the product again, and load it on every machine that serves.`,
    ]);
  });

const show = (options: { json?: boolean }): void => {
  loadKeptCodeSet(readSettings().dataDir);
  const lines = codeSetText().split("\n");
  const newest = newestEditionOf(codeSetText());
  const inUse = lines.filter((line) => line.split("|")[2] === "").length;
  answer(options, { newest, codesInUse: inUse }, [
    `ICD-10-CM, behavioral health: ${inUse} codes in use.`,
    `The newest edition that changed one of them came into use on ${newest}.`,
  ]);
};

/** `stepwell codes`: which editions of the code sets are in use, and loading the next. Needs no database. */
export const codesCommand = (): Command =>
  withJson(new Command("codes"))
    .description("say which edition of ICD-10-CM is in use, or load the next")
    .action(show)
    .addCommand(importCommand);
