import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { PostgresError } from "./postgres-error.ts";

/** The operating system's user that PostgreSQL runs as. */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
  /** True when this process is root and has to change to that user. */
  readonly isOther: boolean;
}

/**
 * PostgreSQL refuses to run as root. So root lends it to the owner of existing data, else to the
 * machine's `postgres` user, else to nobody; an ordinary user runs it as itself.
 */
export const databaseUser = (dataDirs: readonly string[]): DatabaseUser => {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0) return { uid, gid, isOther: false };
  return {
    ...(ownerOf(dataDirs) ?? account("postgres") ?? account("nobody") ?? nobody),
    isOther: true,
  };
};

const nobody = { uid: 65534, gid: 65534 };

const ownerOf = (dataDirs: readonly string[]): { uid: number; gid: number } | undefined => {
  const existing = dataDirs.find((dir) => existsSync(dir));
  if (existing === undefined) return undefined;
  const { uid, gid } = statSync(existing);
  return uid === 0 ? undefined : { uid, gid };
};

const account = (name: string): { uid: number; gid: number } | undefined => {
  const uid = idOf("-u", name);
  const gid = idOf("-g", name);
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
};

const idOf = (flag: "-u" | "-g", name: string): number | undefined => {
  const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
  const id = Number.parseInt(answer.stdout ?? "", 10);
  return answer.status === 0 && id > 0 ? id : undefined;
};

/** Options for `spawn` that make a program run as the database user, with nothing inherited that could change it. */
export const spawnOptions = (user: DatabaseUser) => {
  return {
    ...(user.isOther ? { uid: user.uid, gid: user.gid } : {}),
    env: { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
    cwd: "/",
  };
};

/** Whether the database user may run, or pass through, what lies at each of these paths. */
export const canReach = (user: DatabaseUser, paths: readonly string[]): boolean => {
  if (!user.isOther) return true;
  const script = 'for path in "$@"; do test -x "$path" || exit 1; done';
  const answer = spawnSync("/bin/sh", ["-c", script, "sh", ...paths], spawnOptions(user));
  if (answer.error) {
    throw new PostgresError(
      `PostgreSQL does not run as root, and changing to user ${user.uid} was refused ` +
        `(${answer.error.message}). Start as an ordinary user.`,
    );
  }
  return answer.status === 0;
};
