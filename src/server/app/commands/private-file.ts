import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import path from "node:path";

/**
 * Writes a file that only its owner can read: whole or not at all, under its name only when it is on the disk. The folder
 * is made where it is missing.
 */
export const writePrivateFile = (folder: string, name: string, bytes: Uint8Array): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = path.join(folder, `.${name}.unfinished`);
  const handle = openSync(unfinished, "w", 0o600);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(unfinished, path.join(folder, name));
};

/** Why no file could be written to a folder, which is made where it is missing; null where one could. */
export const whyUnwritable = (folder: string): string | null => {
  const probe = path.join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    closeSync(openSync(probe, "wx", 0o600));
    rmSync(probe);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
