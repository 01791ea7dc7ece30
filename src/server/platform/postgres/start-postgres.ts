import { addressOf } from "./address.ts";
import { ensureRolesAndDatabase } from "./cluster-roles.queries.ts";
import { ensureDataFolder } from "./data-folder.ts";
import { refuseLiveOwner, removeOwner, writeOwner } from "./data-owner.ts";
import type { EmbeddedPostgres } from "./embedded-postgres.ts";
import { locate, type Location } from "./location.ts";
import { stopOrphan } from "./orphan.ts";
import { keptPasswords, type Passwords } from "./passwords.ts";
import { startPostmaster, type Postmaster, type PostmasterStart } from "./postmaster.ts";
import { serverArguments } from "./server-settings.ts";
import { openSocketFolder, removeSocketFolder } from "./socket-folder.ts";
import { isWrongPassword, setSuperPassword } from "./super-password.ts";

/** How to start PostgreSQL. */
export interface PostgresOptions {
  /** The folder of this installation (STEPWELL_DATA); the data go into `pg<major>` inside it. */
  readonly dataDir: string;
  /** Folder of the programs of another PostgreSQL, 15 or newer; the bundled one when left out. */
  readonly binDir?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** False lets PostgreSQL answer before the disk has written: for tests, whose data may be lost. */
  readonly durable?: boolean;
}

/**
 * Starts the PostgreSQL of an installation on a unix socket, with roles and database in place, making
 * or repairing what an earlier start left. Throws `DataFolderInUse` when a living process owns it.
 */
export const startPostgres = async (options: PostgresOptions): Promise<EmbeddedPostgres> => {
  const location = locate(options.dataDir, options.binDir);
  refuseLiveOwner(location.dataDir);
  await stopOrphan(location.dataDir, location.user);
  writeOwner(location.dataDir);
  const socketDir = openSocketFolder(location.dataDir, location.user);
  const clear = () => {
    removeSocketFolder(socketDir);
    removeOwner(location.dataDir);
  };
  try {
    return await start(options, location, socketDir, clear);
  } catch (error) {
    clear();
    throw error;
  }
};

const start = async (
  options: PostgresOptions,
  location: Location,
  socketDir: string,
  clear: () => void,
): Promise<EmbeddedPostgres> => {
  const { dataDir, version } = location;
  const durable = options.durable ?? true;
  const passwords = keptPasswords(location.folder);
  const making = { ...location, superPassword: passwords.super, handover: socketDir, durable };
  const initializedNow = await ensureDataFolder(dataDir, making);

  const args = serverArguments({ socketDir, durable, settings: options.settings ?? {} });
  const begin = () => startWithRoles({ ...location, args }, socketDir, passwords);
  const postmaster = await begin().catch(async (error: unknown) => {
    if (!isWrongPassword(error)) throw error;
    // The file with the passwords was lost and made anew; whoever holds the data may set them again.
    await setSuperPassword(location, passwords.super);
    return begin();
  });
  const exited = postmaster.exited.then(clear);
  return {
    ...addressOf({ version, dataDir, socketDir, pid: postmaster.pid }, passwords),
    initializedNow,
    exited,
    stop: async () => {
      await postmaster.stop();
      await exited;
    },
  };
};

const startWithRoles = async (
  what: PostmasterStart & { version: number },
  socketDir: string,
  passwords: Passwords,
): Promise<Postmaster> => {
  const postmaster = await startPostmaster(what);
  try {
    const place = {
      version: what.version,
      dataDir: what.dataDir,
      socketDir,
      pid: postmaster.pid,
    };
    await ensureRolesAndDatabase(addressOf(place, passwords), passwords);
    return postmaster;
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
};
