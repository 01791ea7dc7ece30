import os from "node:os";
import type { Command } from "commander";
import type pg from "pg";
import { z } from "zod";
import { Problem } from "#domain/contract/problem.ts";
import type { Purpose } from "#domain/contract/route.ts";
import { loadKeptCodeSet } from "#server/app/code-sets.ts";
import { reachDatabase, refuseBehind, type Database } from "#server/app/open-database.ts";
import { readSettings, type Settings } from "#server/app/settings.ts";
import { openPool } from "#server/db/pool.ts";
import { inTransaction } from "#server/db/transaction.ts";
import { insertAudit } from "#server/platform/audit/audit.queries.ts";
import { BackupRefused } from "#server/platform/backup/backup-refused.ts";
import { systemClock } from "#server/platform/clock.ts";
import { fileTrouble } from "#server/platform/file-trouble.ts";
import { newId } from "#server/platform/ids.ts";
import { commandLineActor } from "#server/platform/system-actor.ts";
import type { Work } from "#server/platform/work.ts";
import { problemSentence } from "#server/app/commands/terminal-words.ts";

/** A command that did what it should and has bad news, or could not do it; the message is for the terminal. */
export class CommandFailed extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Every command can answer as JSON. */
export const withJson = (command: Command): Command =>
  command.option("--json", "answer as JSON, for programs");

/** Prints an answer: as JSON where asked, else as lines for a person. */
export const answer = (
  options: { json?: boolean },
  value: unknown,
  lines: readonly string[],
): void => {
  process.stdout.write(
    options.json === true ? `${JSON.stringify(value, null, 2)}\n` : `${lines.join("\n")}\n`,
  );
};

/** What the system says of a file; what it says of a connection is `assert-answers.ts`'s to tell. */
const aboutFile = z.object({
  code: z.string(),
  syscall: z.string().refine((call) => call !== "connect"),
  path: z.string().default("It did not work"),
});

const sentenceOf = (error: unknown): string => {
  if (error instanceof Problem) return problemSentence(error);
  const file = aboutFile.safeParse(error).data;
  if (file !== undefined) return `${file.path}: ${fileTrouble(error)}.`;
  return error instanceof Error ? error.message : String(error);
};

export const printFailure = (error: unknown, asJson: boolean): void => {
  const message = sentenceOf(error);
  const code = error instanceof Problem || error instanceof BackupRefused ? error.code : "failed";
  process.stderr.write(
    asJson ? `${JSON.stringify({ error: { code, message } })}\n` : `${message}\n`,
  );
};

export interface Reached {
  readonly settings: Settings;
  readonly database: Database;
  readonly pool: pg.Pool;
}

/** Reaches the database for the length of one command, also beside a running server; whatever its version. */
export const withAnyDatabase = async <Result>(
  act: (reached: Reached) => Promise<Result>,
): Promise<Result> => {
  const settings = readSettings();
  loadKeptCodeSet(settings.dataDir);
  const database = await reachDatabase(settings);
  const pool = openPool({ url: database.appUrl, most: 3, named: settings.named });
  try {
    return await act({ settings, database, pool });
  } finally {
    await pool.end();
    await database.stop();
  }
};

/** The same for commands that read and write records: a database of another version is refused first. */
export const withDatabase = <Result>(act: (reached: Reached) => Promise<Result>): Promise<Result> =>
  withAnyDatabase(async (reached) => {
    await refuseBehind(reached.database);
    return act(reached);
  });

/** What the trail says of a command besides its verb: why, and which patients it touched. */
interface CommandTrail<Result> {
  readonly purpose: Purpose;
  readonly subjectsOf: (result: Result) => readonly string[];
}

const aboutNobody: CommandTrail<unknown> = { purpose: "operations", subjectsOf: () => [] };

/**
 * Does something in one organization as the operator at this terminal: one transaction, with a line in the trail
 * that names the command.
 */
export const asOperator = <Result>(
  pool: pg.Pool,
  organizationId: string,
  verb: string,
  act: (work: Work) => Promise<Result>,
  { purpose, subjectsOf }: CommandTrail<Result> = aboutNobody,
): Promise<Result> =>
  inTransaction(pool, { organizationId, accountId: null }, async (tx) => {
    const actor = commandLineActor(os.userInfo().username);
    const now = systemClock.now();
    const work: Work = { tx, organizationId, actor, now, requestId: newId(), newId };
    const result = await act(work);
    await insertAudit(tx, [
      {
        organizationId,
        id: newId(),
        at: now.toString(),
        outcome: "done",
        verb,
        purpose,
        actorKind: actor.kind,
        accountId: null,
        actorName: actor.name,
        sessionId: null,
        requestId: work.requestId,
        address: null,
        record: undefined,
        subjects: [...subjectsOf(result)],
        details: {},
      },
    ]);
    return result;
  });
