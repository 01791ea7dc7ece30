import { randomUUID } from "node:crypto";
import {
  accessSync,
  constants,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { PostgresError } from "#server/platform/postgres/postgres-error.ts";
import { processIdentity } from "#server/platform/postgres/process-identity.ts";

const noteSchema = z.object({
  pid: z.int(),
  identity: z.string(),
  /** The address it serves; null while it is still starting, and for commands that serve nothing. */
  url: z.string().nullable(),
});

/** The process that works with a data folder. */
export type RunningInstance = z.infer<typeof noteSchema>;

/** Thrown when another living process holds the data folder. */
export class InstanceRunning extends Error {
  override readonly name = "InstanceRunning";
  readonly instance: RunningInstance;

  constructor(instance: RunningInstance) {
    const where = instance.url === null ? "is starting" : `answers at ${instance.url}`;
    super(`Stepwell is already running: process ${instance.pid} ${where}.`);
    this.instance = instance;
  }
}

/** The right of this process to be the one server of a data folder. */
export interface InstanceClaim {
  /** Writes down the address, so that a second start can say where the first one runs. */
  announce(url: string): void;
  release(): void;
}

/**
 * Claims the data folder for this process: there is one server per folder. Throws `InstanceRunning`
 * when a living process holds it; a note left by one that was killed is taken over.
 */
export const claimDataFolder = (dataDir: string): InstanceClaim => {
  const identity = processIdentity(process.pid) ?? "";
  const note: RunningInstance = { pid: process.pid, identity, url: null };
  openFolder(dataDir);
  while (!placeNote(dataDir, note)) {
    const holder = readNote(noteFile(dataDir));
    if (holder !== undefined && isAlive(holder)) throw new InstanceRunning(holder);
    removeStale(dataDir);
  }
  return {
    announce: (url) => replaceNote(dataDir, { ...note, url }),
    release: () => rmSync(noteFile(dataDir), { force: true }),
  };
};

const openFolder = (dataDir: string): void => {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch (cause) {
    throw new PostgresError(
      `The data folder ${dataDir} cannot be written by this user. ` +
        "Start as the user who made it, or set STEPWELL_DATA to another folder.",
      { cause },
    );
  }
};

/** The living process that holds the data folder, if any. */
export const findRunningInstance = (dataDir: string): RunningInstance | undefined => {
  const note = readNote(noteFile(dataDir));
  return note !== undefined && isAlive(note) ? note : undefined;
};

/** Hard-linking puts a whole file in place or fails, so of two starts at the same moment one wins. */
const placeNote = (dataDir: string, note: RunningInstance): boolean => {
  const draft = writeDraft(dataDir, note);
  try {
    linkSync(draft, noteFile(dataDir));
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft);
  }
};

const replaceNote = (dataDir: string, note: RunningInstance): void => {
  renameSync(writeDraft(dataDir, note), noteFile(dataDir));
};

const writeDraft = (dataDir: string, note: RunningInstance): string => {
  const draft = `${noteFile(dataDir)}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(note));
  return draft;
};

/**
 * Moves the stale note aside before removing it. If a third process has put its own note there since
 * it was read, that one is put back.
 */
const removeStale = (dataDir: string): void => {
  const aside = `${noteFile(dataDir)}.${randomUUID()}`;
  try {
    renameSync(noteFile(dataDir), aside);
  } catch {
    return;
  }
  const moved = readNote(aside);
  if (moved !== undefined && isAlive(moved)) renameSync(aside, noteFile(dataDir));
  else rmSync(aside);
};

const isAlive = (note: RunningInstance): boolean => {
  return processIdentity(note.pid) === note.identity;
};

const readNote = (path: string): RunningInstance | undefined => {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return undefined;
  }
};

const noteFile = (dataDir: string): string => {
  return join(dataDir, "running.json");
};
