import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";

const attemptSchema = z.object({ at: z.string(), code: z.string() });

/** The last backup that made itself and came to nothing: when, and the code of why. */
export type FailedAttempt = z.output<typeof attemptSchema>;

const fileIn = (dataDir: string): string => path.join(dataDir, "backup-failure.json");

/** A code such as `ENOSPC` or `wrong-key`; a message may quote a path. */
const codeOf = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^[\w-]{1,40}$/.test(code) ? code : "unexpected";
};

/** Writes down beside the data that no backup was made, for whoever asks another process. */
export const noteFailure = (dataDir: string, now: Temporal.Instant, error: unknown): void => {
  try {
    writeFileSync(fileIn(dataDir), JSON.stringify({ at: now.toString(), code: codeOf(error) }), {
      mode: 0o600,
    });
  } catch {
    // A disk that takes nothing is told of by its own finding.
  }
};

export const forgetFailure = (dataDir: string): void => rmSync(fileIn(dataDir), { force: true });

export const readFailure = (dataDir: string): FailedAttempt | null => {
  try {
    return attemptSchema.parse(JSON.parse(readFileSync(fileIn(dataDir), "utf8")));
  } catch {
    return null;
  }
};
