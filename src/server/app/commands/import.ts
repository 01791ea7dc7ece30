import { createReadStream, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { labels, labelSchema } from "#domain/basics/label.ts";
import { Problem } from "#domain/contract/problem.ts";
import {
  importFacts,
  type Import,
  type ImportEntry,
  type ImportKind,
} from "#domain/imports/import.ts";
import { answer, CommandFailed, withDatabase, withJson } from "#server/app/commands/command.ts";
import { chosenColumns, type ColumnOptions } from "#server/app/commands/import-columns.ts";
import { ImportAtTerminal, untilStopped } from "#server/app/commands/import-steps.ts";
import { entryLines, summaryLines } from "#server/app/commands/import-report.ts";
import { oneOrganization } from "#server/app/commands/organization-option.ts";
import { fileTrouble } from "#server/platform/file-trouble.ts";

interface Options extends ColumnOptions {
  readonly organization?: string;
  readonly source?: string;
  readonly label?: string;
  readonly rehearse?: boolean;
  readonly json?: boolean;
}

/** Exit code where it was done and somebody still has to look: entries were refused, or a person has to say. */
const someoneMustLook = 3;

/** The file, or what a folder holds of FHIR, in the order of the names. */
const filesOf = (place: string, kind: ImportKind): string[] => {
  let isFolder: boolean;
  try {
    isFolder = statSync(place).isDirectory();
  } catch (error) {
    throw new CommandFailed(`${place} cannot be read: ${fileTrouble(error)}.`, 2);
  }
  if (!isFolder) return [place];
  if (kind !== "fhir") throw new CommandFailed(`${place} is a folder; a table is one file.`, 2);
  const names = readdirSync(place).filter((name) => /\.(?:ndjson|jsonl|json)$/i.test(name));
  if (names.length === 0)
    throw new CommandFailed(`${place} holds no .ndjson, .jsonl or .json file.`, 2);
  return names.toSorted().map((name) => path.join(place, name));
};

const factsOf = (kind: ImportKind, options: Options) => {
  const label = labelSchema.safeParse(options.label ?? "restricted");
  if (!label.success)
    throw new CommandFailed(`"${options.label ?? ""}" is no label: ${labels.join(", ")}.`, 2);
  const facts = importFacts.safeParse({
    kind,
    source: options.source ?? "Another system",
    label: label.data,
  });
  if (!facts.success) throw new CommandFailed("The source needs a name of up to 80 letters.", 2);
  return facts.data;
};

/** The same failure, with the file it is about. */
const of = (file: string, error: unknown): unknown => {
  if (!(error instanceof Problem)) return error;
  const { code, status, values, fields } = error;
  return new Problem(code, status, { fields, values: { ...values, file } });
};

const receiveAll = async (at: ImportAtTerminal, files: readonly string[]): Promise<void> => {
  for (const file of files) {
    try {
      await at.receive({ name: path.basename(file), bytes: createReadStream(file) });
    } catch (error) {
      throw of(file, error);
    }
  }
};

interface Outcome {
  readonly done: Import;
  readonly toLookAt: readonly ImportEntry[];
}

const bring = async (place: string, kind: ImportKind, options: Options): Promise<Outcome> => {
  const files = filesOf(place, kind);
  const facts = factsOf(kind, options);
  return withDatabase(async (reached) => {
    const { organizationId } = await oneOrganization(reached.pool, options.organization);
    const at = await ImportAtTerminal.start(reached.pool, organizationId, facts);
    await at.orDiscard(async () => {
      await receiveAll(at, files);
      if (kind === "patients-csv") await at.matchColumns((known) => chosenColumns(known, options));
      await at.beginToLook();
    });
    await untilStopped(async (signal) => {
      await at.rehearse(signal);
      if (options.rehearse !== true) await at.run(signal);
    });
    return { done: await at.read(), toLookAt: await at.toLookAt() };
  });
};

const report = ({ done, toLookAt }: Outcome, options: Options): void => {
  answer(options, { import: done, toLookAt }, [...summaryLines(done), ...entryLines(toLookAt)]);
  if (toLookAt.length > 0) process.exitCode = someoneMustLook;
};

const shared = (command: Command): Command =>
  withJson(command)
    .option("--organization <slug>", "whose people they become; needed where there are several")
    .option(
      "--source <name>",
      "the system the file comes from: by it the same person is known again",
    )
    .option(
      "--label <label>",
      `how closely it is kept: ${labels.join(", ")}; restricted if not said`,
    )
    .option("--rehearse", "only say what would become of every entry; nobody is changed");

const fhir = shared(new Command("fhir"))
  .description("people with contacts, policies and what else is known, from FHIR R4")
  .argument("<file>", "a Bundle, NDJSON, one resource, or a folder of these")
  .action(async (file: string, options: Options) =>
    report(await bring(file, "fhir", options), options),
  );

const patients = shared(new Command("patients"))
  .alias("csv")
  .description("people from a table (CSV, semicolons or tabs) with a header")
  .argument("<file>", "the table")
  .option(
    "--columns <map>",
    'which column is what where it is not guessed: "DOB=birthDate,Ref=recordNumber,Memo="',
  )
  .option(
    "--date-order <order>",
    "month-day-year, day-month-year or year-month-day, where the days do not say",
  )
  .action(async (file: string, options: Options) =>
    report(await bring(file, "patients-csv", options), options),
  );

/** `stepwell import fhir FILE`, `stepwell import patients FILE`. */
export const importCommand = (): Command =>
  new Command("import")
    .description("bring people from another system; a second time changes nothing")
    .addCommand(fhir)
    .addCommand(patients);
