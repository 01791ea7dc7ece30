import { randomBytes } from "node:crypto";
import {
  closeSync,
  createWriteStream,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { PassThrough, type Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CommandFailed } from "#server/app/commands/command.ts";
import { fileTrouble } from "#server/platform/file-trouble.ts";

const owner = { file: 0o600, folder: 0o700 } as const;

/**
 * Where a file is written before it has its name: nobody can have laid a file or a link there, because nobody knows the name, and
 * what is there already is never opened.
 */
const unfinishedBeside = (file: string): string =>
  path.join(
    path.dirname(file),
    `.${path.basename(file)}.${randomBytes(8).toString("hex")}.unfinished`,
  );

const makeFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: owner.folder });
};

/**
 * Writes a file that only its owner can read: whole or not at all, under its name only when it is on the disk. The folder
 * is made where it is missing.
 */
export const writePrivateFile = (folder: string, name: string, bytes: Uint8Array): void => {
  makeFolder(folder);
  const file = path.join(folder, path.basename(name));
  const unfinished = unfinishedBeside(file);
  const handle = openSync(unfinished, "wx", owner.file);
  try {
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
};

/** The same for what is made while it is written, through whoever looks at it on its way. */
export const writePrivateStream = async (
  file: string,
  content: NodeJS.ReadableStream,
  through: Duplex = new PassThrough(),
): Promise<void> => {
  makeFolder(path.dirname(file));
  const unfinished = unfinishedBeside(file);
  const options = { flags: "wx", mode: owner.file, flush: true } as const;
  try {
    await pipeline(content, through, createWriteStream(unfinished, options));
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
};

/**
 * Refuses a folder to which no file could be written; it is made where it is missing. Asked before anybody is told anything: what was
 * exported and lies nowhere helps nobody.
 */
export const refuseUnwritable = (folder: string): void => {
  const probe = path.join(folder, `.probe-${process.pid}`);
  try {
    makeFolder(folder);
    closeSync(openSync(probe, "wx", owner.file));
    rmSync(probe);
  } catch (error) {
    throw new CommandFailed(
      `Nothing was exported: no file can be written to ${folder}: ${fileTrouble(error)}.`,
      2,
    );
  }
};
