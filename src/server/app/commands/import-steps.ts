import os from "node:os";
import type pg from "pg";
import type { Import, ImportEntry, ImportKind } from "#domain/imports/import.ts";
import type { Label } from "#domain/basics/label.ts";
import type { TableColumns } from "#domain/imports/table-columns.ts";
import { asOperator } from "#server/app/commands/command.ts";
import { inTransaction } from "#server/db/transaction.ts";
import * as imports from "#server/imports/import.service.ts";
import { receiveFile, type IncomingFile } from "#server/imports/receive-file.service.ts";
import { stepImport } from "#server/imports/step-import.service.ts";
import { systemClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/ids.ts";
import { commandLineActor } from "#server/platform/system-actor.ts";
import type { Work } from "#server/platform/work.ts";

const everyMs = 1000;

/** On a terminal one line that grows; elsewhere a line a second, so that a log stays readable. */
const sayProgress = (read: () => Promise<Import>) => {
  let last = 0;
  return async (words: string, isLast: boolean): Promise<void> => {
    const now = performance.now();
    if (!isLast && now - last < (process.stderr.isTTY ? everyMs / 5 : everyMs)) return;
    last = now;
    const { done, entries } = await read();
    const line = `${words}  ${done.toLocaleString("en-US")} of ${entries.toLocaleString("en-US")}`;
    process.stderr.write(process.stderr.isTTY ? `\r${line}${isLast ? "\n" : ""}` : `${line}\n`);
  };
};

/** Hears Ctrl-C for the length of an act; a second one ends the process at once. */
export const untilStopped = async (act: (signal: AbortSignal) => Promise<void>): Promise<void> => {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
  try {
    await act(stopping.signal);
  } finally {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.off(signal, stop);
  }
};

interface Facts {
  readonly kind: ImportKind;
  readonly source: string;
  readonly label: Label;
}

/** One import of an operator at a terminal: each act and each step is a transaction of its own. */
export class ImportAtTerminal {
  private readonly pool: pg.Pool;
  private readonly organizationId: string;
  private readonly importId: string;

  private constructor(pool: pg.Pool, organizationId: string, importId: string) {
    this.pool = pool;
    this.organizationId = organizationId;
    this.importId = importId;
  }

  static async start(
    pool: pg.Pool,
    organizationId: string,
    facts: Facts,
  ): Promise<ImportAtTerminal> {
    const { id } = await asOperator(pool, organizationId, "import.start", (work) =>
      imports.startImport(work, facts),
    );
    return new ImportAtTerminal(pool, organizationId, id);
  }

  private act<Result>(verb: string, act: (work: Work) => Promise<Result>): Promise<Result> {
    return asOperator(this.pool, this.organizationId, verb, act);
  }

  /** Without a line in the trail: the steps write their own. */
  private inside<Result>(act: (work: Work) => Promise<Result>): Promise<Result> {
    const { organizationId } = this;
    const actor = commandLineActor(os.userInfo().username);
    const now = systemClock.now();
    return inTransaction(this.pool, { organizationId, accountId: null }, (tx) =>
      act({ tx, organizationId, actor, now, requestId: newId(), newId }),
    );
  }

  read(): Promise<Import> {
    return this.inside((work) => imports.readImport(work, this.importId));
  }

  receive(file: IncomingFile): Promise<Import> {
    return this.act("import.receive", (work) => receiveFile(work, this.importId, file));
  }

  async matchColumns(
    choose: (
      known: TableColumns,
    ) => Pick<Parameters<typeof imports.matchColumns>[1], "facts" | "dateOrder">,
  ): Promise<void> {
    const { columns, version } = await this.read();
    if (columns === null) return;
    const { importId } = this;
    await this.act("import.match-columns", (work) =>
      imports.matchColumns(work, { importId, version, ...choose(columns) }),
    );
  }

  /** Where an act fails, nothing of the import is left but its line in the list. */
  async orDiscard(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      const { version } = await this.read();
      const { importId } = this;
      await this.act("import.discard", (work) =>
        imports.discardImport(work, { importId, version }),
      );
      throw error;
    }
  }

  private async steps(words: string, signal: AbortSignal): Promise<void> {
    const say = sayProgress(() => this.read());
    while (await this.inside((work) => stepImport(work, this.importId))) {
      await say(words, false);
      if (!signal.aborted) continue;
      await this.act("import.stop", (work) => imports.stopImport(work, this.importId));
      return;
    }
    await say(words, true);
  }

  async beginToLook(): Promise<void> {
    const { version } = await this.read();
    const { importId } = this;
    await this.act("import.rehearse", (work) =>
      imports.rehearseImport(work, { importId, version }),
    );
  }

  rehearse(signal: AbortSignal): Promise<void> {
    return this.steps("looking at entries", signal);
  }

  async run(signal: AbortSignal): Promise<void> {
    const { version, state } = await this.read();
    if (signal.aborted || state !== "rehearsed") return;
    const { importId } = this;
    await this.act("import.run", (work) => imports.runImport(work, { importId, version }));
    await this.steps("bringing people over", signal);
  }

  /** Every entry somebody has to look at. */
  async toLookAt(): Promise<ImportEntry[]> {
    const { importId } = this;
    const found: ImportEntry[] = [];
    for (const outcome of ["asked", "refused"] as const) {
      let cursor: string | undefined;
      do {
        const place = { importId, outcome, limit: 200, ...(cursor !== undefined && { cursor }) };
        const page = await this.inside((work) => imports.listImportEntries(work, place));
        found.push(...page.rows);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
    }
    return found;
  }
}
