import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { canReach, type DatabaseUser } from "./database-user.ts";
import { PostgresError } from "./postgres-error.ts";
import type { PostgresPrograms } from "./postgres-programs.ts";

/** Where root keeps what the database user cannot reach in a closed checkout, such as one under a closed home. */
const machineFolder = "/var/lib/stepwell";

/** Where the data of an installation may lie: in its folder, or in one under /var/lib/stepwell named after it. */
export const possiblePlaces = (installation: string): [own: string, elsewhere: string] => {
  const own = existsSync(installation) ? realpathSync(installation) : resolve(installation);
  const key = createHash("sha256").update(own).digest("hex").slice(0, 12);
  return [own, join(machineFolder, key)];
};

/** The folder for the data of an installation; the one elsewhere when the database user cannot enter its own. */
export const placeForData = (installation: string, user: DatabaseUser): string => {
  if (!existsSync(installation)) {
    mkdirSync(installation, { recursive: true });
    // The database user has to pass through, whatever the umask of root says; it cannot list or read.
    if (user.isOther) chmodSync(installation, 0o711);
  }
  const [own, elsewhere] = possiblePlaces(installation);
  if (canReach(user, [own])) return own;
  // For whoever looks for the data, or means to delete them.
  writeFileSync(join(own, "where-the-data-are.txt"), `${elsewhere}\n`);
  return openFolder(elsewhere);
};

/** The folder of the programs, copied to /var/lib/stepwell once per release when the database user cannot reach it. */
export const placeForPrograms = (programs: PostgresPrograms, user: DatabaseUser): string => {
  const { binDir, movable } = programs;
  if (canReach(user, [join(binDir, "postgres"), join(binDir, "initdb")])) return binDir;
  if (movable === undefined) {
    throw new PostgresError(
      `The database user (${user.uid}) cannot reach the programs in ${binDir}.`,
    );
  }
  const place = join(openFolder(machineFolder), `postgresql-${movable.release}`);
  if (!existsSync(place)) copyReadable(join(movable.folder, "native"), place);
  return join(place, "bin");
};

const openFolder = (path: string): string => {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
  return path;
};

/** Copies under another name first, so that an interrupted copy is never taken for a whole one. */
const copyReadable = (from: string, to: string): void => {
  const unfinished = `${to}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  for (const entry of readdirSync(unfinished, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const isProgram = entry.isDirectory() || (statSync(path).mode & 0o100) !== 0;
    chmodSync(path, isProgram ? 0o755 : 0o644);
  }
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, to);
  } catch (error) {
    // Another start finished the same copy first.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
};
