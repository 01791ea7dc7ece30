import { Command, CommanderError } from "commander";
import { auditCommand } from "#server/app/commands/audit.ts";
import { backupCommand } from "#server/app/commands/backup.ts";
import { claimsCommand } from "#server/app/commands/claims.ts";
import { codesCommand } from "#server/app/commands/codes.ts";
import { CommandFailed, printFailure } from "#server/app/commands/command.ts";
import { demoCommand } from "#server/app/commands/demo.ts";
import { doctorCommand } from "#server/app/commands/doctor.ts";
import { importCommand } from "#server/app/commands/import.ts";
import { exportCommand } from "#server/app/commands/export.ts";
import { migrateCommand } from "#server/app/commands/migrate.ts";
import { organizationCommand } from "#server/app/commands/organization.ts";
import { restoreCommand } from "#server/app/commands/restore.ts";
import { startCommand } from "#server/app/commands/start.ts";
import { userCommand } from "#server/app/commands/user.ts";
import { x12Command } from "#server/app/commands/x12.ts";
import { version } from "#server/app/version.ts";

const codes = { usage: 2 } as const;

/** `npx stepwell`: everything an operator does from a terminal, through the same services as the screens. */
const program = (): Command =>
  new Command("stepwell")
    .description("The operating software of Intensive Outpatient Programs")
    .version(version, "-v, --version", "say which version this is")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 it failed or found something wrong, 2 the command was not understood, 3 running already\n(start), or done and somebody has to look at entries (import).\nEvery command takes --json and --help.",
    )
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addCommand(startCommand())
    .addCommand(migrateCommand())
    .addCommand(organizationCommand())
    .addCommand(userCommand())
    .addCommand(auditCommand())
    .addCommand(backupCommand())
    .addCommand(restoreCommand())
    .addCommand(doctorCommand())
    .addCommand(demoCommand())
    .addCommand(x12Command())
    .addCommand(importCommand())
    .addCommand(claimsCommand())
    .addCommand(exportCommand())
    .addCommand(codesCommand());

const overrideExit = (command: Command): Command => {
  command.exitOverride();
  for (const inner of command.commands) overrideExit(inner);
  return command;
};

/** Runs one command line and answers its exit code. */
export const runCommandLine = async (words: readonly string[]): Promise<number> => {
  const root = overrideExit(program());
  if (words.length === 0) {
    root.outputHelp();
    return codes.usage;
  }
  try {
    await root.parseAsync([...words], { from: "user" });
    return typeof process.exitCode === "number" ? process.exitCode : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : codes.usage;
    printFailure(error, words.includes("--json"));
    return error instanceof CommandFailed ? error.exitCode : 1;
  }
};

process.exitCode = await runCommandLine(process.argv.slice(2));
