import path from "node:path";
import { findingsOf, type Finding } from "#server/app/doctor/finding.ts";
import { reachDatabase, type Database } from "#server/app/open-database.ts";
import type { Settings } from "#server/app/settings.ts";
import { MigrationRefused, waitingMigrationsAt } from "#server/db/migrate.ts";
import { openPool } from "#server/db/pool.ts";
import { findRoleProblems, roleProblemSentence } from "#server/db/role-guard.ts";
import { readServerFacts } from "#server/db/server-facts.ts";

const { fine, wrong } = findingsOf("database");
const leastPostgres = 15;

const schemaFinding = async (url: string): Promise<Finding> => {
  const waiting = await waitingMigrationsAt(url);
  return waiting.length === 0
    ? fine("The schema is up to date")
    : wrong(`${waiting.length} migrations wait: ${waiting.join(", ")}`, "npx stepwell migrate");
};

const findingsFor = async (database: Database): Promise<Finding[]> => {
  const pool = openPool({ url: database.appUrl, most: 1 });
  try {
    const server = await readServerFacts(pool);
    const findings = [
      server.major >= leastPostgres
        ? fine(`PostgreSQL ${server.version} answers`)
        : wrong(`PostgreSQL ${server.version} is too old`, `Use ${leastPostgres} or newer.`),
      await schemaFinding(database.appUrl),
    ];
    if (!server.isDurable)
      findings.push(
        wrong(
          "fsync is off: a power cut would lose what was acknowledged",
          "alter system set fsync = on; and restart PostgreSQL.",
        ),
      );
    if (server.zone !== "UTC")
      findings.push(
        wrong(
          `The connection speaks ${server.zone}, not UTC`,
          "The pooler in between drops start-up options: alter role stepwell_app set timezone = 'UTC';",
        ),
      );
    for (const finding of await findRoleProblems(pool))
      findings.push(wrong("The serving role is not fit", roleProblemSentence(finding)));
    return findings;
  } finally {
    await pool.end();
  }
};

/** Whether the database answers, how new it is, and whether it may be trusted with people's data. */
export const lookAtDatabase = async (settings: Settings): Promise<Finding[]> => {
  try {
    const database = await reachDatabase(settings);
    try {
      return await findingsFor(database);
    } finally {
      await database.stop();
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof MigrationRefused)
      return [wrong("The schema is not of this version", message)];
    const todo =
      settings.databaseUrl === undefined
        ? `Look into the log in ${path.join(settings.dataDir)}, and free the disk if it is full.`
        : "See that the server of DATABASE_URL runs and that the password is right.";
    return [wrong(`The database does not answer: ${message}`, todo)];
  }
};
