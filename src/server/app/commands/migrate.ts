import { Command } from "commander";
import { answer, CommandFailed, withAnyDatabase, withJson } from "#server/app/commands/command.ts";
import { bringUpToDate } from "#server/app/open-database.ts";

/** `stepwell migrate`: brings the database to this version. */
export const migrateCommand = (): Command =>
  withJson(new Command("migrate"))
    .description("bring the database to this version")
    .action(async (options: { json?: boolean }) => {
      const ran = await withAnyDatabase(async ({ settings, database }) => {
        if (database.ownerUrl === undefined)
          throw new CommandFailed(
            "Set DATABASE_OWNER_URL to the role that owns the schema: the role of DATABASE_URL may not change it.",
          );
        return { ran: await bringUpToDate(database), embedded: settings.databaseUrl === undefined };
      });
      const lines =
        ran.ran.length === 0
          ? ["Nothing to do: the database is up to date."]
          : ran.ran.map((name) => `ran ${name}`);
      answer(options, ran, lines);
    });
