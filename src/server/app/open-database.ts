import { assertAnswers, unreachable } from "#server/db/assert-answers.ts";
import { migrate, waitingMigrationsAt } from "#server/db/migrate.ts";
import { openPool } from "#server/db/pool.ts";
import { findRoleProblems, roleProblemSentence } from "#server/db/role-guard.ts";
import { databaseName } from "#server/platform/postgres/embedded-postgres.ts";
import { findPostgres } from "#server/platform/postgres/find-postgres.ts";
import { startPostgres } from "#server/platform/postgres/start-postgres.ts";
import { SettingsRefused, type Settings } from "#server/app/settings.ts";

/** The database of this installation: whose it is, where it answers, and how to let go of it. */
export interface Database {
  readonly appUrl: string;
  readonly ownerUrl: string | undefined;
  readonly listenUrl: string;
  /** Resolves when an embedded server goes away by itself; never for a server of an operator. */
  readonly gone: Promise<void>;
  stop(): Promise<void>;
}

const never = new Promise<void>(() => {});
const nothing = () => Promise.resolve();

const external = async (settings: Settings, databaseUrl: string): Promise<Database> => {
  await assertAnswers(databaseUrl);
  return {
    appUrl: databaseUrl,
    ownerUrl: settings.databaseOwnerUrl,
    listenUrl: settings.listenUrl ?? databaseUrl,
    gone: never,
    stop: nothing,
  };
};

const embeddedUrls = (address: {
  appUrl(database: string): string;
  ownerUrl(database: string): string;
}) => ({
  appUrl: address.appUrl(databaseName),
  ownerUrl: address.ownerUrl(databaseName),
  listenUrl: address.appUrl(databaseName),
});

/** The operator's database where one is set, else the embedded one, started by and ending with this process. */
export const startDatabase = async (settings: Settings): Promise<Database> => {
  if (settings.databaseUrl !== undefined) return external(settings, settings.databaseUrl);
  const embedded = await startPostgres({
    dataDir: settings.dataDir,
    ...(settings.postgresBin !== undefined && { binDir: settings.postgresBin }),
  });
  return { ...embeddedUrls(embedded), gone: embedded.exited, stop: () => embedded.stop() };
};

/** The database of a command: the one a running server has open, or one started for the length of the command. */
export const reachDatabase = async (settings: Settings): Promise<Database> => {
  const running =
    settings.databaseUrl === undefined
      ? findPostgres(settings.dataDir, settings.postgresBin)
      : undefined;
  if (running === undefined) return startDatabase(settings);
  return { ...embeddedUrls(running), gone: never, stop: nothing };
};

/** Refuses a database that lacks migrations of this version; commands that read and write records begin with it. */
export const refuseBehind = async ({
  appUrl,
  ownerUrl,
}: Pick<Database, "appUrl" | "ownerUrl">): Promise<void> => {
  const { length } = await waitingMigrationsAt(appUrl);
  if (length === 0) return;
  const first =
    ownerUrl === undefined
      ? "Set DATABASE_OWNER_URL to the role that owns the schema, and run"
      : "Run";
  throw new SettingsRefused(
    `The database lacks ${length} migrations of this version. ${first}: npx stepwell migrate`,
  );
};

/** Migrates with the owner's address; without one, refuses a database that lacks migrations of this version. */
export const bringUpToDate = async (database: Database): Promise<readonly string[]> => {
  const { ownerUrl } = database;
  if (ownerUrl === undefined) {
    await refuseBehind(database);
    return [];
  }
  try {
    return await migrate({ ownerUrl });
  } catch (error) {
    throw unreachable("DATABASE_OWNER_URL", ownerUrl, error) ?? error;
  }
};

/** Refuses to serve with a role that row-level security does not bind. */
export const refuseStrongRole = async (database: Database): Promise<void> => {
  const pool = openPool({ url: database.appUrl, most: 1 });
  try {
    const [finding] = await findRoleProblems(pool);
    if (finding !== undefined) throw new SettingsRefused(roleProblemSentence(finding));
  } finally {
    await pool.end();
  }
};
