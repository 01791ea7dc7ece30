import { createHash } from "node:crypto";
import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import type { DatabaseUser } from "./database-user.ts";

/**
 * Makes the folder of the socket: only the database user (and root) can enter it. It lies in /tmp and
 * not beside the data because the path of a socket may have 103 characters at most.
 */
export const openSocketFolder = (dataDir: string, user: DatabaseUser): string => {
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 8);
  const usual = `/tmp/stepwell-${name}`;
  // /tmp belongs to everyone: a folder that somebody else put under this name is left alone.
  const folder = mayUse(usual, user) ? usual : mkdtempSync(`${usual}-`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user.isOther) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  return folder;
};

/** Removes a socket folder made here; a path that is not one of ours is left alone. */
export const removeSocketFolder = (folder: string): void => {
  if (/^\/tmp\/stepwell-[0-9a-f]{8}(-\w{6})?$/.test(folder))
    rmSync(folder, { recursive: true, force: true });
};

const mayUse = (path: string, user: DatabaseUser): boolean => {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return true;
  return found.isDirectory() && (found.uid === user.uid || found.uid === process.getuid?.());
};
