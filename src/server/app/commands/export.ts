import { createHash } from "node:crypto";
import os from "node:os";
import path from "node:path";
import { Transform } from "node:stream";
import { Command } from "commander";
import { chartParts } from "#domain/exports/chart-part.ts";
import { exportFormatSchema, type ExportRun } from "#domain/exports/export-run.ts";
import {
  answer,
  asOperator,
  CommandFailed,
  withDatabase,
  withJson,
} from "#server/app/commands/command.ts";
import { oneOrganization } from "#server/app/commands/organization-option.ts";
import {
  refuseUnwritable,
  writePrivateFile,
  writePrivateStream,
} from "#server/app/commands/private-file.ts";
import { patientOfMrn } from "#server/exports/chart-copy.service.ts";
import { askForExport } from "#server/exports/export-organization.service.ts";
import { getRun, removeExport, zipOfRun } from "#server/exports/export-run.service.ts";
import { handOverChart, handedOverFiles } from "#server/exports/hand-over.service.ts";
import { makeExport } from "#server/exports/make-export.service.ts";
import { systemClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/ids.ts";
import { commandLineActor } from "#server/platform/system-actor.ts";

interface Chosen {
  readonly organization?: string;
  readonly json?: boolean;
}

interface PersonOptions extends Chosen {
  readonly out: string;
  readonly format: string;
  readonly reason: string;
}

/** What somebody asked for of themselves: the one ground that needs no paper (45 CFR 164.524). */
const person = withJson(new Command("person"))
  .description("write one person's own record for them, as PDF and FHIR")
  .argument("<mrn>", "the medical record number")
  .requiredOption("--out <folder>", "where the files go; made where it is missing")
  .option("--format <format>", "pdf, fhir or both", "both")
  .option("--reason <words>", "who asked, for the history", "asked for their own record")
  .option("--organization <slug>", "which organization, where there are several")
  .action(async (mrn: string, options: PersonOptions) => {
    const format = exportFormatSchema.safeParse(options.format);
    if (!format.success)
      throw new CommandFailed(`"${options.format}" is no format. Write pdf, fhir or both.`, 2);
    refuseUnwritable(options.out);
    const made = await withDatabase(async ({ pool }) => {
      const { organizationId } = await oneOrganization(pool, options.organization);
      return asOperator(
        pool,
        organizationId,
        "export.hand-over",
        async (work) => {
          const found = await patientOfMrn(work, mrn);
          if (found === undefined)
            throw new CommandFailed(`Nobody has the medical record number "${mrn}".`);
          const run = await handOverChart(work, {
            patientId: found.id,
            format: format.data,
            recipient: { name: found.name, isPatient: true, classes: [] },
            isIdentityConfirmed: true,
            purpose: "patient-request",
            reason: options.reason,
            parts: [...chartParts],
            from: null,
            to: null,
          });
          return { run, files: await handedOverFiles(work, run), patientIds: [found.id] };
        },
        { purpose: "operations", subjectsOf: ({ patientIds }) => patientIds },
      );
    });
    for (const { name, bytes } of made.files)
      writePrivateFile(options.out, `${mrn}-${name}`, bytes);
    answer(
      options,
      { files: made.run.files },
      made.run.files.map(({ name, bytes, sha256 }) => `${mrn}-${name}  ${bytes} bytes  ${sha256}`),
    );
  });

interface WholeOptions extends Chosen {
  readonly out: string;
  readonly to?: string;
  readonly reason: string;
}

/** Puts a .zip under its name only when all of it is on the disk, for its owner alone. Answers its hash. */
const writeZip = async (file: string, content: NodeJS.ReadableStream): Promise<string> => {
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform: (portion: Buffer, _, done) => {
      hash.update(portion);
      done(null, portion);
    },
  });
  await writePrivateStream(file, content, hashing);
  return hash.digest("hex");
};

const failureOf = ({ problem }: ExportRun): string =>
  `The export failed: ${problem ?? "unknown"}. Nothing was written; begin again.`;

const whole = withJson(new Command("organization"))
  .description("write everything of an organization into one .zip: FHIR, CSV, files, the trail")
  .requiredOption("--out <file>", "the .zip; written whole or not at all")
  .option("--to <name>", "who takes the people over; left out, it stays with the organization")
  .option("--reason <words>", "why, for the history", "taken out at the command line")
  .option("--organization <slug>", "which organization, where there are several")
  .action(async (options: WholeOptions) => {
    const file = path.resolve(options.out);
    refuseUnwritable(path.dirname(file));
    const made = await withDatabase(async ({ pool }) => {
      const { organizationId } = await oneOrganization(pool, options.organization);
      const run = await asOperator(pool, organizationId, "export.begin", (work) =>
        askForExport(work, {
          ground: options.to === undefined ? "own-keeping" : "successor",
          recipientName: options.to ?? null,
          reason: options.reason,
        }),
      );
      const services = { pool, clock: systemClock, newId };
      await makeExport(services, organizationId, run.id, commandLineActor(os.userInfo().username));
      return asOperator(pool, organizationId, "export.download", async (work) => {
        const done = await getRun(work, run.id);
        if (done.state !== "ready") throw new CommandFailed(failureOf(done));
        const sha256 = await writeZip(file, zipOfRun(work, done));
        await removeExport(work, run.id);
        return { done, sha256 };
      });
    });
    const { files, heldBack } = made.done;
    answer(options, { file, sha256: made.sha256, heldBack, files }, [
      `${file}: ${files.length} files, sha256 ${made.sha256}`,
      ...(heldBack === 0
        ? []
        : [`${heldBack} people are held back: no consent names the recipient.`]),
    ]);
  });

/** `stepwell export person|organization`. */
export const exportCommand = (): Command =>
  new Command("export")
    .description("take records out: one person's, or all")
    .addCommand(person)
    .addCommand(whole);
