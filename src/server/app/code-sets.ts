import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { codeSetText, loadCodeSet, newestEditionOf } from "#domain/diagnoses/code-set.ts";
import { SettingsRefused } from "#server/app/settings.ts";

const line =
  /^[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?\|(?:\d{4}-\d\d-\d\d)?\|(?:\d{4}-\d\d-\d\d)?\|\S.*$/u;

const fileOf = (dataDir: string): string => path.join(dataDir, "code-sets", "icd-10-cm.txt");

/**
 * Takes the code set that an operator loaded for the one in use, where it holds a newer edition than this version does. It lies in
 * the data folder: every machine that serves has its own.
 */
export const loadKeptCodeSet = (dataDir: string): void => {
  const file = fileOf(dataDir);
  if (!existsSync(file)) return;
  const text = readFileSync(file, "utf8").trim();
  const wrong = text.split("\n").findIndex((one) => !line.test(one));
  if (wrong >= 0)
    throw new SettingsRefused(
      `${file}, line ${wrong + 1}, is no line of a code set. Move the file away, or load the edition again: npx stepwell codes import FILE --from DAY`,
    );
  if (newestEditionOf(text) > newestEditionOf(codeSetText())) loadCodeSet(text);
};

/** Keeps a code set for every later start; it is there whole or not at all. Answers where. */
export const keepCodeSet = (dataDir: string, text: string): string => {
  const file = fileOf(dataDir);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, `${text}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return file;
};
