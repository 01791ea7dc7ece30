import { Command } from "commander";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { centsText } from "#edi/x12/decimal.ts";
import type { KnownOrganization } from "#server/app/organizations.queries.ts";
import { nameOfHold } from "#server/app/commands/claims-words.ts";
import { takeInCommand } from "#server/app/commands/claims-take-in.ts";
import { explainCommand } from "#server/app/commands/claims-explain.ts";
import {
  answer,
  asOperator,
  CommandFailed,
  withDatabase,
  withJson,
  type Reached,
} from "#server/app/commands/command.ts";
import { chosenOrganizations } from "#server/app/commands/organization-option.ts";
import { refuseUnwritable, writePrivateFile } from "#server/app/commands/private-file.ts";
import { systemClock } from "#server/platform/clock.ts";
import { fileTrouble } from "#server/platform/file-trouble.ts";
import { buildClaims } from "#server/billing/claims/claim-build.service.ts";
import { exportClaims } from "#server/billing/claims/claim-export.service.ts";
import { markHandedOver } from "#server/billing/claims/hand-over.service.ts";
import { contentOf } from "#server/billing/claims/claim-file.service.ts";

interface Range {
  readonly from: string;
  readonly to: string;
}

interface RangeOptions extends Partial<Range> {
  readonly organization?: string;
  readonly json?: boolean;
}

const paymentTrail = {
  purpose: "payment",
  subjectsOf: ({ patientIds }: { readonly patientIds: readonly string[] }) => patientIds,
} as const;

const dayOf = (word: string): string => {
  const day = civilDateSchema.safeParse(word);
  if (!day.success) throw new CommandFailed(`"${word}" is no day. Write it like 2026-11-30.`, 2);
  return day.data;
};

const daysBack = 92;

/** The days of a command: what was asked for, else the last three months. */
const rangeOf = ({ from, to }: RangeOptions): Range => {
  const today = systemClock.now().toZonedDateTimeISO("UTC").toPlainDate();
  const range = {
    from: from === undefined ? today.subtract({ days: daysBack - 1 }).toString() : dayOf(from),
    to: to === undefined ? today.toString() : dayOf(to),
  };
  if (range.from > range.to) throw new CommandFailed("The first day is after the last.", 2);
  return range;
};

const build = withJson(new Command("build"))
  .description("put the days that are ready into claims, and check them")
  .option("--from <day>", "the first service date; three months back where left out")
  .option("--to <day>", "the last service date; today where left out")
  .option("--organization <slug>", "only this one")
  .action(async (options: RangeOptions) => {
    const range = rangeOf(options);
    const built = await withDatabase(async (reached) => {
      const made = [];
      for (const { organizationId, slug } of await chosenOrganizations(
        reached.pool,
        options.organization,
      )) {
        const act = () =>
          asOperator(
            reached.pool,
            organizationId,
            "claim.build",
            (work) => buildClaims(work, range),
            paymentTrail,
          );
        const { built: claims, ready, held, totalCents } = await act();
        made.push({ organization: slug, built: claims, ready, held, total: centsText(totalCents) });
      }
      return made;
    });
    answer(
      options,
      { organizations: built },
      built.map(
        (one) =>
          `${one.organization}: ${one.built} claims built (${one.total}), ${one.ready} ready, ${one.held} held`,
      ),
    );
  });

interface WrittenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Exports of one organization: committed, with the bytes that are still to be written to the folder. They count as gone before they
 * are: one that was not written is missed by its answer, one that went unknown would be billed twice.
 */
const exportOf = (
  { pool }: Pick<Reached, "pool">,
  { organizationId, slug }: KnownOrganization,
  range: Range,
  isOneOfMany: boolean,
) =>
  asOperator(
    pool,
    organizationId,
    "claim-file.create",
    async (work) => {
      const { files, held, patientIds } = await exportClaims(work, range);
      const written: WrittenFile[] = [];
      const shown = [];
      for (const { id, name: own, guide, claims, lines, totalCents } of files) {
        const name = isOneOfMany ? `${slug}-${own}` : own;
        written.push({ name, bytes: await contentOf(work, id) });
        await markHandedOver(work, id);
        shown.push({ name, guide, claims, lines, total: centsText(totalCents) });
      }
      return {
        written,
        patientIds,
        files: shown,
        held: held.map(({ claim, reasons }) => ({ claim, reasons })),
      };
    },
    paymentTrail,
  );

const writeAll = (folder: string, files: readonly WrittenFile[]): void => {
  try {
    for (const { name, bytes } of files) writePrivateFile(folder, name, bytes);
  } catch (error) {
    throw new CommandFailed(
      `The claims are exported, but their files could not be written to ${folder}: ${fileTrouble(error)}. They can be downloaded under Billing, Files.`,
    );
  }
};

const exporting = withJson(new Command("export"))
  .description("write the claims that are ready into files, one for each payer and guide")
  .requiredOption("--from <day>", "the first service date")
  .requiredOption("--to <day>", "the last service date")
  .requiredOption("--out <folder>", "where the files go; made where it is missing")
  .option("--organization <slug>", "only this one")
  .action(async (options: Range & { out: string; organization?: string; json?: boolean }) => {
    const range = rangeOf(options);
    refuseUnwritable(options.out);
    const exported = await withDatabase(async (reached) => {
      const chosen = await chosenOrganizations(reached.pool, options.organization);
      const made = [];
      for (const one of chosen) {
        const exports = await exportOf(reached, one, range, chosen.length > 1);
        writeAll(options.out, exports.written);
        made.push(exports);
      }
      return made;
    });
    const files = exported.flatMap((one) => one.files);
    const held = exported.flatMap((one) => one.held);
    answer(options, { files, held }, [
      ...files.map(
        ({ name, guide, claims, lines, total }) =>
          `${name}  ${guide}  ${claims} claims, ${lines} lines, ${total}`,
      ),
      ...held.map(({ claim, reasons }) => `held  ${claim}: ${reasons.map(nameOfHold).join("; ")}`),
      ...(files.length === 0 ? ["No claim of these days is ready."] : []),
    ]);
  });

/** `stepwell claims build|export|take-in|explain`. */
export const claimsCommand = (): Command =>
  new Command("claims")
    .description("claims: build, export, take in answers, explain")
    .addCommand(build)
    .addCommand(exporting)
    .addCommand(takeInCommand)
    .addCommand(explainCommand);
