import os from "node:os";
import { InstanceRunning, claimDataFolder } from "#server/app/running-instance.ts";
import { loadKeptCodeSet } from "#server/app/code-sets.ts";
import { startBackups } from "#server/app/backup-schedule.ts";
import { prepareDemoLife } from "#server/app/demo-life.ts";
import { Lifetime } from "#server/app/lifetime.ts";
import { listen } from "#server/app/listen.ts";
import { bringUpToDate, refuseStrongRole, startDatabase } from "#server/app/open-database.ts";
import { startProduct } from "#server/app/product.ts";
import { readSettings, SettingsRefused, type Settings } from "#server/app/settings.ts";
import { welcome } from "#server/app/welcome.ts";
import { DatabaseUnreachable } from "#server/db/assert-answers.ts";
import { MigrationRefused } from "#server/db/migrate.ts";
import { PostgresError } from "#server/platform/postgres/postgres-error.ts";
import { seedDemo } from "#demo/seed.ts";

/** Exit codes of `npm start`: 0 stopped as asked, 1 could not start or broke, 3 is running already. */
const exitCodes = { stopped: 0, failed: 1, running: 3 } as const;

const startedAt = performance.now();
const say = (line: string): void => {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stderr.write(`[${seconds.padStart(5)} s] ${line}\n`);
};

/** Stops when asked to. That whoever started us is gone arrives as TERM, from `bin/bootstrap/watch-parent.mjs`. */
const stopOnSignals = (stop: (why: string) => void): void => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => stop(signal === "SIGINT" ? "Ctrl-C" : signal));
};

const start = async (settings: Settings, lifetime: Lifetime, fail: (why: string) => void) => {
  const claim = claimDataFolder(settings.dataDir);
  lifetime.onStop(() => claim.release());
  loadKeptCodeSet(settings.dataDir);
  const database = await startDatabase(settings);
  lifetime.onStop(() => database.stop());
  void database.gone.then(() => fail("the database server went away"));
  say(settings.databaseUrl === undefined ? "PostgreSQL is running" : "PostgreSQL is reachable");
  const ran = await bringUpToDate(database);
  if (ran.length > 0) say(`Migrated: ${ran.length} files, up to ${ran.at(-1)}`);
  await refuseStrongRole(database);
  // Its program is read while the demo is made; a start that makes nothing would only wait for that.
  const prepare = () => prepareDemoLife({ settings, lifetime, say });
  const life = ran.length > 0 ? prepare() : undefined;
  const product = await startProduct(settings, database, lifetime);
  if (settings.isDemo && (await seedDemo(product.services)))
    say("The demo organizations are in place");
  // Whoever stopped it meanwhile would be left with a server that listens over a database that is gone.
  if (lifetime.isStopping) return;
  const { origin } = await listen(product.app, settings, say);
  product.announceOrigin(origin);
  claim.announce(origin);
  startBackups({ settings, database, lifetime, say });
  process.stdout.write(welcome(origin, settings));
  (life ?? prepare()).begin();
};

const isExpected = (error: unknown): error is Error =>
  error instanceof SettingsRefused ||
  error instanceof MigrationRefused ||
  error instanceof DatabaseUnreachable ||
  error instanceof PostgresError;

/** Where it happened, never what it was about: messages quote values. */
const sayUnexpected = (error: unknown): void => {
  const { name, stack = "" } = error instanceof Error ? error : new Error();
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  process.stderr.write(`${[`unexpected ${name}`, ...frames].join(os.EOL)}${os.EOL}`);
};

/** Starts the product and serves until it is told to stop. Answers the exit code. */
export const serve = async (): Promise<number> => {
  const lifetime = new Lifetime();
  let end: (code: number) => void = () => {};
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  const stop = (why: string, code: number) => {
    if (lifetime.isStopping) return;
    say(`Stopping: ${why}`);
    void lifetime.stop().then(() => end(code));
  };
  stopOnSignals((why) => stop(why, exitCodes.stopped));
  process.on("uncaughtException", (error) => {
    sayUnexpected(error);
    stop("an unexpected error", exitCodes.failed);
  });
  try {
    await start(readSettings(), lifetime, (why) => stop(why, exitCodes.failed));
  } catch (error) {
    if (lifetime.isStopping) {
      await lifetime.stop();
      return ended;
    }
    await lifetime.stop();
    if (error instanceof InstanceRunning || isExpected(error))
      process.stderr.write(`${error.message}${os.EOL}`);
    else sayUnexpected(error);
    return error instanceof InstanceRunning ? exitCodes.running : exitCodes.failed;
  }
  const code = await ended;
  say("Stopped");
  return code;
};
