import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { say } from "./progress.mjs";

const signOfLifeMilliseconds = 1_000;
const patienceMilliseconds = 15_000;
/** What a killed process had started notices within a second, and may write until then. */
const lastWriteMilliseconds = 2_000;

/**
 * Does the work while no other process does work of its own under the same file: one install at a
 * time. The turn of a process that was killed, or gave no sign of life for a while, is taken over.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const inTurn = async (file, work) => {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let waited = 0; !take(file); waited += 1) {
    if (removeWhenLeft(file)) {
      await pause(lastWriteMilliseconds);
      continue;
    }
    if (waited % 50 === 0) say("Waiting for another start that is installing");
    await pause(100);
  }
  const signs = setInterval(() => giveSign(file), signOfLifeMilliseconds);
  try {
    return await work();
  } finally {
    clearInterval(signs);
    rmSync(file, { force: true });
  }
};

/** Linking puts a whole file in place or fails, so of two at the same moment one wins. @param {string} file */
const take = (file) => {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft);
  }
};

/** @param {string} file */
const giveSign = (file) => {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Somebody has deleted the file by hand; the work goes on.
  }
};

/**
 * Clears away the turn of a process that is gone. It is moved aside first, because only one of two that
 * try can move it; should it have become somebody's new turn in between, it is put back.
 *
 * @param {string} file
 */
const removeWhenLeft = (file) => {
  if (!isLeft(file)) return false;
  const aside = `${file}.left-${process.pid}`;
  try {
    renameSync(file, aside);
    if (!isLeft(aside)) linkSync(aside, file);
  } catch {
    // Another process was faster; asking again shows how things stand.
  }
  rmSync(aside, { force: true });
  return true;
};

/** @param {string} file */
const isLeft = (file) => {
  try {
    const isSilent = Date.now() - statSync(file).mtimeMs > patienceMilliseconds;
    return isSilent || !isAlive(Number(readFileSync(file, "utf8")));
  } catch {
    return false;
  }
};

/** @param {number} pid */
const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};
